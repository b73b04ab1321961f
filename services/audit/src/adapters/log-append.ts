import type { BatchLife } from '../domain/batch-life.js';
import type { LoggedEvent } from '../domain/draft.js';
import type { Parked } from '../domain/parking.js';
import type { Tx } from './tx.js';

/** One leaf as it is stored. */
export interface LeafRow {
  readonly index: number;
  readonly event: LoggedEvent;
  readonly kind: string;
  /** Canonical JSON: the bytes that are hashed. */
  readonly entry: string;
  readonly hash: Uint8Array;
  /** Sealed seed and values of the committed fields; null for leaves without any. */
  readonly openings: Uint8Array | null;
}

const INSERT_LEAVES = `
  insert into leaf (index, event_id, kind, batch, position, entry, hash, openings)
  select * from unnest($1::bigint[], $2::uuid[], $3::leaf_kind[], $4::bigint[], $5::bigint[], $6::text[], $7::bytea[], $8::bytea[])`;

const INSERT_CHALLENGES = `
  insert into challenge (batch, position, id, tenant)
  select * from unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::text[])`;

const UPSERT_BATCHES = `
  insert into batch (batch, opened, issued, issued_below, refers_below, last_expires_ms, count, void, settled)
  select * from unnest($1::bigint[], $2::boolean[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::jsonb[], $9::boolean[])
  on conflict (batch) do update set
    opened = excluded.opened, issued = excluded.issued, issued_below = excluded.issued_below,
    refers_below = excluded.refers_below, last_expires_ms = excluded.last_expires_ms,
    count = excluded.count, void = excluded.void, settled = excluded.settled`;

const DELETE_PARKED = `delete from parked where event_id = any($1::uuid[])`;

const UPSERT_PARKED = `
  insert into parked (event_id, wait, batch, position, event)
  select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::jsonb[])
  on conflict (event_id) do update set wait = excluded.wait`;

const positionOf = (event: LoggedEvent): number | null => ('position' in event ? event.position : null);

export async function insertLeaves(tx: Tx, leaves: readonly LeafRow[]): Promise<void> {
  if (leaves.length === 0) return;
  await tx.query(INSERT_LEAVES, [
    leaves.map(({ index }) => index),
    leaves.map(({ event }) => event.id),
    leaves.map(({ kind }) => kind),
    leaves.map(({ event }) => event.batch),
    leaves.map(({ event }) => positionOf(event)),
    leaves.map(({ entry }) => entry),
    leaves.map(({ hash }) => hash),
    leaves.map(({ openings }) => openings),
  ]);
  const issues = leaves.flatMap(({ event }) => (event.type === 'otp.issued' ? [event] : []));
  if (issues.length === 0) return;
  await tx.query(INSERT_CHALLENGES, [
    issues.map(({ batch }) => batch),
    issues.map(({ position }) => position),
    issues.map(({ challenge }) => challenge),
    issues.map(({ tenant }) => tenant),
  ]);
}

export async function upsertBatches(tx: Tx, batches: readonly BatchLife[]): Promise<void> {
  if (batches.length === 0) return;
  await tx.query(UPSERT_BATCHES, [
    batches.map(({ batch }) => batch),
    batches.map(({ opened }) => opened),
    batches.map(({ issued }) => issued),
    batches.map(({ issuedBelow }) => issuedBelow),
    batches.map(({ refersBelow }) => refersBelow),
    batches.map(({ lastExpiresMs }) => lastExpiresMs),
    batches.map(({ closing }) => closing?.count ?? null),
    batches.map(({ closing }) => (closing === null ? null : JSON.stringify(closing.void))),
    batches.map(({ settled }) => settled),
  ]);
}

/** Moves events in and out of the parking lot. */
export async function changeParked(tx: Tx, released: readonly string[], parked: readonly Parked[]): Promise<void> {
  if (released.length > 0) await tx.query(DELETE_PARKED, [released]);
  if (parked.length === 0) return;
  await tx.query(UPSERT_PARKED, [
    parked.map(({ event }) => event.id),
    parked.map(({ wait }) => wait),
    parked.map(({ event }) => event.batch),
    parked.map(({ event }) => positionOf(event)),
    parked.map(({ event }) => JSON.stringify(event)),
  ]);
}
