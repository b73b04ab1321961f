import type { Clock } from '@otp-notary/crypto';
import type { Pool } from 'pg';
import { ClockSkewed } from '../domain/errors.js';

/** The bound that `take_answers_v2` holds each answer to. */
const MAX_SKEW_MS = 500;

const NOW = `select extract(epoch from clock_timestamp()) * 1000 as now_ms`;

/** Whether this process and its database agree about the time. @throws ClockSkewed */
export async function checkClock(pool: Pool, clock: Clock): Promise<void> {
  const before = clock.now();
  const { rows } = await pool.query<{ now_ms: string }>(NOW);
  const after = clock.now();
  const database = Number(rows[0]?.now_ms);
  // The database looked at its clock somewhere between the two.
  if (!(before - MAX_SKEW_MS <= database && database <= after + MAX_SKEW_MS)) throw new ClockSkewed();
}
