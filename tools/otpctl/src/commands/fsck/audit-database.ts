import type { Database } from '@otp-notary/fsck';
import { Client, DatabaseError } from 'pg';
import { DatabaseUnreachable, UsageError } from '../../errors.js';

const CONNECT_MS = 10_000;
/** SQLSTATE: no such function or table, not allowed. */
const NOT_READABLE = new Set(['42883', '42P01', '42501']);

/** A connection that sees one snapshot of the database of audit and writes nothing. */
export class AuditDatabase {
  readonly #client: Client;
  #isOpen = false;

  constructor(url: string) {
    this.#client = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'otpctl fsck',
      // Of nobody else's defaults: a check of a large log takes as long as it takes.
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    });
    // The query in flight fails with the same error.
    this.#client.on('error', () => undefined);
  }

  /** Begins the snapshot. */
  async open(): Promise<Database> {
    await this.#client.connect();
    this.#isOpen = true;
    await this.#client.query('begin isolation level repeatable read read only');
    return this.#client;
  }

  async close(): Promise<void> {
    if (this.#isOpen) await this.#client.end();
  }

  /** What an error of the driver means to whoever called; others as they are. The URL is in no message. */
  static explained(error: unknown): unknown {
    if (error instanceof DatabaseError) {
      const { code = '' } = error;
      return NOT_READABLE.has(code)
        ? new UsageError(
            `the role of the database URL may not read the log, or the database is of another version (${code})`,
          )
        : new DatabaseUnreachable(`the database refused (${code})`);
    }
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const isOfConnection =
      /^E[A-Z]+$/.test(code) || (error instanceof Error && /connection|timeout/i.test(error.message));
    return isOfConnection && !isOurs(code) ? new DatabaseUnreachable(`the database does not answer (${code || 'no connection'})`) : error; // prettier-ignore
  }
}

function isOurs(code: string): boolean {
  return code.startsWith('OTP');
}
