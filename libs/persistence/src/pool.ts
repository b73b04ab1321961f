import type { Logger } from '@otp-notary/platform';
import { Pool } from 'pg';

/** A server that does not answer a connect within this time is down. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Longer than any statement of a hot path; a statement that needs more is a defect or a lock nobody releases. */
const STATEMENT_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 30_000;

export interface PoolOptions {
  readonly url: string;
  /** Connections at most, 10 unless told. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly application: string;
  /** The server gives up a statement after this time, 10 s unless told. */
  readonly statementTimeoutMs?: number;
  /** The client gives up a server that does not answer after this time; for ever unless told. */
  readonly queryTimeoutMs?: number;
  /** A commit is answered before it is on disk: only for writes that a crash may take back. */
  readonly lazyCommit?: boolean;
  readonly log: Logger;
}

/**
 * Connections to one database. int8 columns stay text (they may exceed 2^53).
 * A connection that breaks while idle is logged and replaced; `connect` fails after 5 s without a server.
 */
export function createPool(options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    application_name: options.application,
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    // A process that hangs inside a transaction must not hold its locks for ever.
    idle_in_transaction_session_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    ...(options.queryTimeoutMs === undefined ? {} : { query_timeout: options.queryTimeoutMs }),
    ...(options.lazyCommit === true ? { options: '-c synchronous_commit=off' } : {}),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on('error', (error) => options.log.warn({ err: error }, 'a connection to the database broke'));
  return pool;
}
