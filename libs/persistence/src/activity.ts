import type { ClientBase } from 'pg';

// A transaction sees one state of pg_stat_activity for all its life unless it is told to look again.
const LOOK_AGAIN = `select pg_stat_clear_snapshot()`;
const OLDEST = `
  select min(xact_start) as oldest
  from pg_stat_activity
  where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;

/**
 * Start of the oldest transaction of this role in this database, the caller's own left out; null when none runs.
 * Every transaction that began before it is committed or gone. A statement is listed from shortly after its
 * `statement_timestamp()`: a deadline that must hold against this list is checked by `clock_timestamp()` in the statement.
 */
export async function oldestTransactionStart(client: Pick<ClientBase, 'query'>): Promise<Date | null> {
  await client.query(LOOK_AGAIN);
  const { rows } = await client.query<{ oldest: Date | null }>(OLDEST);
  return rows[0]?.oldest ?? null;
}
