import type { Clock } from '@otp-notary/crypto';
import type { Pool } from 'pg';
import { ClockSkewed, StoreUnavailable } from '../domain/errors.js';

/** The same bound as the statement of an issue has. */
const MAX_SKEW_MS = 500;

const STANDING = `
  select clock_timestamp() as now,
    not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'
      and has_table_privilege('issue_batch', 'insert') as leases`;

/** Whether codes can be issued now: the database answers, leases can be had, and the clocks agree. @throws OtpError */
export async function assertStanding(pool: Pool, clock: Clock): Promise<void> {
  const asked = clock.now();
  const { rows } = await pool.query<{ now: Date; leases: boolean }>(STANDING);
  const answered = clock.now();
  const [row] = rows;
  if (row?.leases !== true) throw new StoreUnavailable('the database gives no leases');
  const now = row.now.getTime();
  if (now < asked - MAX_SKEW_MS || now > answered + MAX_SKEW_MS) {
    throw new ClockSkewed('the clocks of process and database differ', { retryAfterSeconds: 1 });
  }
}
