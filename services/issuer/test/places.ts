import type { EventOf } from '@otp-notary/events';
import assert from 'node:assert/strict';
import type { Pool } from 'pg';
import type { Stage } from './stage.js';
import { until } from './stage.js';

/** Waits until every batch is closed and everything is on the bus. */
export async function allClosed(stage: Stage, pool: Pool = stage.pool): Promise<void> {
  await until(
    async () => {
      const { rows } = await pool.query<{ open: number; waiting: number }>(
        'select (select count(*)::int from issue_batch where closed_at is null) as open, (select count(*)::int from outbox) as waiting',
      );
      return rows[0]?.open === 0 && rows[0].waiting === 0;
    },
    'every batch closed and told',
    30_000,
  );
  const { rows } = await pool.query<{ batches: number }>('select coalesce(max(batch), 0)::int as batches from issue_batch'); // prettier-ignore
  const batches = rows[0]?.batches ?? 0;
  await until(
    () => new Set(stage.told('otp.batch.closed').map(({ batch }) => batch)).size === batches,
    'every closing heard',
  );
}

/** Events, each once: the bus may repeat one, with the same id. */
function once<T extends { id: string }>(events: readonly T[]): T[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

/**
 * The promises of a story that is over: batches 1 to n without a gap, each opened and closed once; no two codes at one
 * place; each position below a count holds a code or is void, and no code stands outside; every answered code is told.
 */
export function assertPlaces(
  stage: Stage,
  answered: readonly string[],
): { issued: EventOf<'otp.issued'>[]; batches: number } {
  const opened = once(stage.told('otp.batch.opened'));
  const closed = once(stage.told('otp.batch.closed'));
  const issued = once(stage.told('otp.issued'));
  const numbers = opened.map(({ batch }) => batch).toSorted((a, b) => a - b);
  const all = numbers.map((_, i) => i + 1);
  assert.deepEqual(numbers, all, 'batches opened: 1 to n, each once');
  assert.deepEqual(closed.map(({ batch }) => batch).toSorted((a, b) => a - b), all, 'batches closed: each once'); // prettier-ignore
  assert.equal(new Set(issued.map(({ batch, position }) => `${batch}/${position}`)).size, issued.length, 'one code a place'); // prettier-ignore
  for (const { batch, count, void: voids } of closed) {
    const held = issued.filter((event) => event.batch === batch).map(({ position }) => position);
    const empty = voids.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    assert.deepEqual(
      [...held, ...empty].toSorted((a, b) => a - b),
      Array.from({ length: count }, (_, i) => i),
      `batch ${batch}: a code or void at each position, nothing outside`,
    );
  }
  const told = new Set(issued.map(({ challenge }) => challenge));
  assert.deepEqual(
    answered.filter((challenge) => !told.has(challenge)),
    [],
    'every answered code is told',
  );
  return { issued, batches: numbers.length };
}
