import { parseEvent } from '@otp-notary/events';
import type { BatchLife } from '../domain/batch-life.js';
import type { ChainHead, LoggedEvent } from '../domain/draft.js';
import type { Parked, Wait } from '../domain/parking.js';
import type { Place } from '../domain/positions.js';
import type { Range } from '../domain/ranges.js';
import type { LogView } from '../domain/sequence.js';
import { int, type Tx } from './tx.js';

const SELECT_BATCHES = `
  select batch, opened, issued, issued_below, refers_below, last_expires_ms, count, void, settled
  from batch where batch = any($1::bigint[])`;

/** Uses leaf_one_issue. The third argument lists batches of which every position counts. */
const SELECT_ISSUED = `
  select leaf.batch, leaf.position
  from unnest($1::bigint[], $2::bigint[]) as place (batch, position)
  join leaf on leaf.kind = 'issued' and leaf.batch = place.batch and leaf.position = place.position
  union
  select batch, position from leaf where kind = 'issued' and batch = any($3::bigint[])`;

/** Uses leaf_one_use. */
const SELECT_USED = `
  select leaf.batch, leaf.position
  from unnest($1::bigint[], $2::bigint[]) as place (batch, position)
  join leaf on leaf.kind = 'verified' and leaf.batch = place.batch and leaf.position = place.position`;

/** Uses parked_place. */
const SELECT_PARKED = `
  select arrival, wait, event from parked where batch = any($3::bigint[])
  union
  select arrival, wait, event
  from unnest($1::bigint[], $2::bigint[]) as place (batch, position) join parked using (batch, position)
  order by arrival`;

interface BatchRow {
  batch: string;
  opened: boolean;
  issued: string;
  issued_below: string;
  refers_below: string;
  last_expires_ms: string;
  count: string | null;
  void: readonly Range[] | null;
  settled: boolean;
}

/** Reads what the log holds of the batches and positions that the events touch. */
export async function readView(
  tx: Tx,
  log: { readonly size: number; readonly head: ChainHead | null },
  events: readonly LoggedEvent[],
): Promise<LogView> {
  const codes = events.filter((event) => 'position' in event);
  const places = [codes.map(({ batch }) => batch), codes.map(({ position }) => position)];
  const turning = events.filter((event) => !('position' in event)).map(({ batch }) => batch);
  const batches = await readBatches(tx, [...new Set(events.map(({ batch }) => batch))]);
  const issued = await tx.query<{ batch: string; position: string }>(SELECT_ISSUED, [...places, turning]);
  const used = await tx.query<{ batch: string; position: string }>(SELECT_USED, places);
  const parked = await tx.query<{ wait: Wait; event: unknown }>(SELECT_PARKED, [...places, turning]);
  return {
    ...log,
    batches: new Map(batches.map((life) => [life.batch, life])),
    issued: issued.rows.map((row) => placeOf(row)),
    used: used.rows.map((row) => placeOf(row)),
    parked: parked.rows.map(({ wait, event }): Parked => ({ wait, event: parseEvent(event) as LoggedEvent })),
  };
}

export async function readBatches(tx: Tx, batches: readonly number[]): Promise<readonly BatchLife[]> {
  const { rows } = await tx.query<BatchRow>(SELECT_BATCHES, [batches]);
  return rows.map((row) => ({
    batch: int(row.batch),
    opened: row.opened,
    issued: int(row.issued),
    issuedBelow: int(row.issued_below),
    refersBelow: int(row.refers_below),
    lastExpiresMs: int(row.last_expires_ms),
    closing: row.count === null || row.void === null ? null : { count: int(row.count), void: row.void },
    settled: row.settled,
  }));
}

function placeOf({ batch, position }: { batch: string; position: string }): Place {
  return { batch: int(batch), position: int(position) };
}
