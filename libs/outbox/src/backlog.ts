import type { Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';

/** A backlog is counted up to here: the alarm has long gone off. */
const COUNTED = 100_000;

const PENDING = `select count(*)::float8 as value from (select from outbox limit ${COUNTED}) o`;
const AGE = `
  select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as value
  from (select created_at from outbox order by id limit 1) o`;

/** Measures what waits in the outbox whenever the metrics are read. */
export function watchBacklog(pool: Pool, metrics: Metrics): void {
  const measured =
    (query: string) =>
    async (gauge: { set(value: number): void }): Promise<void> => {
      // Metrics are read also while the database is down: the last figure stands then.
      const { rows } = await pool.query<{ value: number }>(query).catch(() => ({ rows: [] }));
      if (rows[0] !== undefined) gauge.set(rows[0].value);
    };
  metrics.gauge('otp_outbox_pending', `Events not on the bus yet, ${COUNTED} at most`, [], measured(PENDING));
  metrics.gauge(
    'otp_outbox_oldest_age_seconds',
    'Age of the oldest event that is not on the bus yet',
    [],
    measured(AGE),
  );
}
