import { OtpError } from '@otp-notary/errors';
import type { Pool, PoolClient } from 'pg';

/** `repeatable read read only`: one state of the database throughout, and no write. */
export type Isolation = 'read committed' | 'repeatable read' | 'repeatable read read only';

/** A statement of the transaction had failed and its error was swallowed: PostgreSQL rolled back at commit. */
export class TransactionRolledBack extends OtpError {
  readonly code = 'OTP_TRANSACTION_ROLLED_BACK';
  readonly shown = { http: 500, grpc: 13, title: 'Internal error' };
}

/**
 * Runs `work` in one transaction: committed (on disk) when it resolves, rolled back when `work` throws.
 * When `commit` itself fails the outcome is unknown: callers must be able to run the same work again.
 * @throws TransactionRolledBack, whatever `work` throws, and pg's errors
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (tx: PoolClient) => Promise<T>,
  isolation: Isolation = 'read committed',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  // Without a listener a connection that dies between two statements would end the process.
  client.on('error', onError);
  try {
    await client.query(isolation === 'read committed' ? 'begin' : `begin isolation level ${isolation}`);
    const result = await work(client);
    const { command } = await client.query('commit');
    // A commit of a failed transaction is answered with ROLLBACK, not with an error.
    if (command !== 'COMMIT') throw new TransactionRolledBack('a failed statement was swallowed');
    return result;
  } catch (error) {
    broken ??= await client.query('rollback').then(
      () => undefined,
      (cause: Error) => cause,
    );
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
