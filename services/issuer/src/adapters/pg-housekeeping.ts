import type { EventOf } from '@otp-notary/events';
import { emit } from '@otp-notary/outbox';
import { inTransaction } from '@otp-notary/persistence';
import type { Pool } from 'pg';
import type { Clock } from '@otp-notary/crypto';
import { FORGET_BATCHES, FORGET_KEYS, LAPSE, PRUNE, UNSENT, WIPE_ANSWERS } from './housekeeping.sql.js';

type Told = Omit<EventOf<'otp.delivery'>, 'id' | 'version' | 'time' | 'type' | 'outcome'>;

/** What time does to stored codes. Any number of processes may do it at once. */
export class PgHousekeeping {
  constructor(private readonly parts: { pool: Pool; clock: Clock; newId: () => string }) {}

  /** Codes that died with no outcome of their delivery are reported as 'unsent'. Returns how many. */
  async reportUnsent(): Promise<number> {
    const { pool, clock, newId } = this.parts;
    return await inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ batch: number; position: number; told: Told }>(UNSENT);
      if (rows.length === 0) return 0;
      await tx.query(LAPSE, [rows.map((row) => row.batch), rows.map((row) => row.position)]);
      const time = new Date(clock.now()).toISOString();
      await emit(
        tx,
        rows.map(({ told }) => ({ ...told, id: newId(), version: 1, time, type: 'otp.delivery', outcome: 'unsent' })),
      );
      return rows.length;
    });
  }

  /** Sealed answers of dead codes are wiped. */
  async wipeAnswers(): Promise<number> {
    return (await this.parts.pool.query(WIPE_ANSWERS)).rowCount ?? 0;
  }

  /** Rows that nothing asks for any more are deleted. */
  async prune(): Promise<void> {
    for (const statement of [PRUNE, FORGET_KEYS, FORGET_BATCHES]) await this.parts.pool.query(statement);
  }
}
