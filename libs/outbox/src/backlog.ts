import type { Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';

/** A backlog is counted up to here: the alarm has long gone off. */
const COUNTED = 100_000;

const BACKLOG = `
  select count(*)::int as pending, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age
  from (select created_at from outbox order by id limit ${COUNTED}) o`;

/** Counts what waits in the outbox whenever the metrics are read. */
export function watchBacklog(pool: Pool, metrics: Metrics): void {
  const age = metrics.gauge('otp_outbox_oldest_age_seconds', 'Age of the oldest event that is not on the bus yet');
  metrics.gauge('otp_outbox_pending', `Events not on the bus yet, ${COUNTED} at most`, [], async (pending) => {
    // Metrics are read also while the database is down: the last figures stand then.
    const { rows } = await pool.query<{ pending: number; age: number }>(BACKLOG).catch(() => ({ rows: [] }));
    if (rows[0] === undefined) return;
    pending.set(rows[0].pending);
    age.set(rows[0].age);
  });
}
