import type { EventOf } from '@otp-notary/events';
import { emit } from '@otp-notary/outbox';
import { inTransaction, oldestTransactionStart } from '@otp-notary/persistence';
import type { Pool, PoolClient } from 'pg';
import { closingOf } from '../domain/closing.js';
import type { BatchLeases, Lease } from '../domain/ports.js';
import { CLOSE, HOLD_ABANDONED, HOLD_OWN, LOCK_NUMBERING, OPEN, POSITIONS, RENEW } from './batch.sql.js';
import { asked } from './unavailable.js';

export interface BatchLeasesOptions {
  readonly pool: Pool;
  readonly origin: string;
  /** This process. A new one for each start. */
  readonly owner: string;
  /** Milliseconds that a lease lasts unless it is renewed. */
  readonly leaseMs: number;
  readonly newId: () => string;
}

/** Batches in PostgreSQL. All times are the database's. */
export class PgBatchLeases implements BatchLeases {
  constructor(private readonly options: BatchLeasesOptions) {}

  async open(): Promise<Lease> {
    const { pool, owner, leaseMs } = this.options;
    const opened = inTransaction(pool, async (tx) => {
      await tx.query(LOCK_NUMBERING);
      const { rows } = await tx.query<{ batch: number; lease_until: Date; opened_at: Date }>(OPEN, [owner, leaseMs]);
      const [row] = rows;
      if (row === undefined) throw new Error('a batch was not opened');
      const { batch, lease_until: until, opened_at: openedAt } = row;
      await emit(tx, [{ ...this.#told(batch, openedAt), type: 'otp.batch.opened', openedAtMs: openedAt.getTime() }]);
      return { batch, until };
    });
    return await asked(opened);
  }

  async renew(batch: number): Promise<Date | null> {
    const { pool, owner, leaseMs } = this.options;
    const { rows } = await pool.query<{ lease_until: Date }>(RENEW, [batch, owner, leaseMs]);
    return rows[0]?.lease_until ?? null;
  }

  async close(batch: number): Promise<void> {
    const { pool, owner } = this.options;
    await inTransaction(pool, async (tx) => {
      const { rowCount } = await tx.query(HOLD_OWN, [batch, owner]);
      if (rowCount === 1) await this.#close(tx, batch);
    });
  }

  async closeAbandoned(): Promise<boolean> {
    return await inTransaction(this.options.pool, async (tx) => {
      const { rows } = await tx.query<{ batch: number; lease_until: Date }>(HOLD_ABANDONED);
      const [row] = rows;
      if (row === undefined) return false;
      // A statement that passed the lease's guard may still run: its transaction began before the lease ended.
      const oldest = await oldestTransactionStart(tx);
      if (oldest !== null && oldest.getTime() <= row.lease_until.getTime()) return false;
      await this.#close(tx, row.batch);
      return true;
    });
  }

  /** The row of the batch is held. Nothing can be added to it any more, so what is read now is all there will ever be. */
  async #close(tx: PoolClient, batch: number): Promise<void> {
    const { rows: places } = await tx.query<{ position: number }>(POSITIONS, [batch]);
    const { count, void: voids } = closingOf(places.map(({ position }) => position));
    const { rows } = await tx.query<{ closed_at: Date }>(CLOSE, [batch]);
    const closedAt = rows[0]?.closed_at;
    if (closedAt === undefined) throw new Error('a batch was not closed');
    await emit(tx, [
      {
        ...this.#told(batch, closedAt),
        type: 'otp.batch.closed',
        closedAtMs: closedAt.getTime(),
        count,
        void: voids.map(([from, to]) => [from, to]),
      },
    ]);
  }

  #told(batch: number, at: Date): Omit<EventOf<'otp.batch.opened'>, 'type' | 'openedAtMs'> {
    const { origin, newId } = this.options;
    return { id: newId(), version: 1, time: at.toISOString(), origin, batch };
  }
}
