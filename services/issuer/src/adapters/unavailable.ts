import { OtpError } from '@otp-notary/errors';
import { DatabaseError } from 'pg';
import { StoreUnavailable } from '../domain/errors.js';

/** SQLSTATE classes of a server that cannot work now: connection, resources, operator intervention (timeouts included). */
const UNAVAILABLE = new Set(['08', '53', '57']);

/** A database that cannot be asked now is a reason to come again, not a defect: everything else stays what it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof OtpError) return error;
  if (error instanceof DatabaseError && !UNAVAILABLE.has(error.code?.slice(0, 2) ?? '')) return error;
  return new StoreUnavailable('the database does not answer', error);
}

/** Runs work on the database. @throws StoreUnavailable when it cannot be asked */
export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asUnavailable(error);
  }
}
