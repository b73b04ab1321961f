import type { Clock } from '@otp-notary/crypto';
import type { AnyEvent } from '@otp-notary/events';
import { emit } from '@otp-notary/outbox';
import { inTransaction } from '@otp-notary/persistence';
import type { Pool, PoolClient } from 'pg';
import type { Address, Hex } from 'viem';
import { LaneLost, TransitionRefused } from '../domain/errors.js';
import type { Place } from '../domain/events.js';
import type { Meaning } from '../domain/node-answers.js';
import type { AnchorEvent, Facts, HeadEvent, Hold, LaneBook, LaneState } from '../domain/ports.js';
import type { Intent, Transaction } from '../domain/transaction.js';
import { isMined, mayFollow, type TxState } from '../domain/tx-state.js';
import type { Receipt } from '../domain/watch.js';
import * as sql from './lane.sql.js';
import { msOrNull, transactionFrom, type TransactionRow } from './transaction-row.js';

interface LaneRow {
  reconciled: string;
  next_nonce: string;
  told_head: string | null;
  hold_reason: string | null;
  hold_detail: string | null;
  hold_since_ms: string | null;
}

/** The lane in PostgreSQL. Each write locks the lane's row and checks the fence in the same transaction. */
export class PgLaneBook implements LaneBook {
  #lane = 0;

  constructor(
    private readonly pool: Pool,
    private readonly place: Place & { readonly signer: Address },
    private readonly fence: bigint,
    private readonly clock: Clock,
  ) {}

  async begin(latest: bigint): Promise<void> {
    const { chainId, contract, origin, signer } = this.place;
    const key = [chainId, contract.toLowerCase(), origin, signer.toLowerCase()];
    await this.pool.query(sql.CREATE_LANE, [...key, latest]);
    const { rows } = await this.pool.query<{ id: number }>(sql.BEGIN_TERM, [...key, this.fence]);
    if (rows[0] === undefined) {
      throw new LaneLost(`lane (${origin}, ${signer}) is led by a later term, or its signer serves another lane`);
    }
    this.#lane = rows[0].id;
  }

  async state(): Promise<LaneState> {
    const { rows } = await this.pool.query<LaneRow>(sql.LANE_STATE, [this.#lane]);
    const [row] = rows;
    if (row === undefined) throw new LaneLost('the lane has not begun');
    const { hold_reason: reason, hold_detail: detail, hold_since_ms: since } = row;
    return {
      reconciled: BigInt(row.reconciled),
      nextNonce: BigInt(row.next_nonce),
      toldHead: row.told_head === null ? null : BigInt(row.told_head),
      hold: reason === null ? null : { reason, detail: detail ?? '', sinceMs: msOrNull(since) ?? 0 },
    };
  }

  async intent(): Promise<Intent | null> {
    const { rows } = await this.pool.query<{ size: string; settle_below: string }>(sql.INTENT, [this.place.origin]);
    const [row] = rows;
    return row === undefined ? null : { size: Number(row.size), settleBelow: Number(row.settle_below) };
  }

  async watched(): Promise<readonly Transaction[]> {
    const { rows } = await this.pool.query<TransactionRow>(sql.WATCHED, [this.#lane]);
    return rows.map((row) => transactionFrom(row));
  }

  queue(nonce: bigint, size: number): Promise<Transaction> {
    return this.#write(async (tx) => {
      // The new one has no id yet: 0 is nobody's.
      await tx.query(sql.SUPERSEDE, [this.#lane, this.place.signer.toLowerCase(), nonce, 0, this.fence]);
      const { rows } = await tx.query<TransactionRow>(sql.QUEUE, [this.#lane, nonce, size]);
      const [row] = rows;
      if (row === undefined) throw new LaneLost('the lane is gone');
      await tx.query(sql.HISTORY, [row.id, null, 'queued', this.fence, null]);
      return transactionFrom(row);
    });
  }

  move(transaction: Transaction, to: TxState, facts: Facts, events: readonly AnchorEvent[]): Promise<void> {
    const { id, sender, nonce, state } = transaction;
    if (!mayFollow(state, to)) throw new TransitionRefused(`${state} → ${to} is not a transition`);
    return this.#write(async (tx) => {
      const rivals = [this.#lane, sender, nonce, id, this.fence];
      if (isMined(to) && !isMined(state)) await tx.query(sql.SUPERSEDE, rivals);
      const { rowCount } = await tx.query(...this.#transition(transaction, to, facts));
      if (rowCount !== 1) throw new TransitionRefused(`transaction ${id} is no longer ${state}`);
      await tx.query(sql.HISTORY, [id, state, to, this.fence, facts.note ?? null]);
      if (to === 'final') {
        await tx.query(sql.DROP_RIVALS, rivals);
        await tx.query(sql.FINALIZE_LANE, [this.#lane, nonce, sender]);
      }
      await emit(tx, events);
    });
  }

  note(transaction: Transaction, answer: Meaning): Promise<void> {
    return this.#write(async (tx) => void (await tx.query(sql.NOTE, [transaction.id, answer])));
  }

  adopt(hash: Hex, from: { sender: Address; nonce: bigint }, receipt: Receipt): Promise<boolean> {
    return this.#write(async (tx) => {
      if ((await tx.query(sql.IS_KNOWN, [hash])).rowCount !== 0) return false;
      const sender = from.sender.toLowerCase();
      await tx.query(sql.SUPERSEDE, [this.#lane, sender, from.nonce, 0, this.fence]);
      const { block, gasUsed, gasPrice, landed } = receipt;
      const state: TxState = receipt.succeeded ? 'mined' : 'failed';
      const row = [this.#lane, sender, from.nonce, state, landed?.size ?? 0, hash, block.number, block.hash];
      const facts = [this.clock.now(), gasUsed, gasPrice, landed && JSON.stringify(landed), landed?.index ?? null];
      await tx.query(sql.ADOPT, [...row, ...facts, this.fence]);
      return true;
    });
  }

  async standing(): Promise<{ count: number; from: bigint }> {
    const { rows } = await this.pool.query<{ count: string; block: string | null }>(sql.STANDING, [this.#lane]);
    return { count: Number(rows[0]?.count ?? 0), from: BigInt(rows[0]?.block ?? 0) };
  }

  setReconciled(nonce: bigint): Promise<void> {
    return this.#write(async (tx) => void (await tx.query(sql.SET_RECONCILED, [this.#lane, nonce])));
  }

  setHold(hold: Hold | null): Promise<void> {
    const row = [this.#lane, hold?.reason ?? null, hold?.detail ?? null, hold?.sinceMs ?? null];
    return this.#write(async (tx) => void (await tx.query(sql.SET_HOLD, row)));
  }

  tellHead(event: HeadEvent): Promise<void> {
    return this.#write(async (tx) => {
      await tx.query(sql.SET_TOLD_HEAD, [this.#lane, event.block]);
      await emit(tx, [event] satisfies AnyEvent[]);
    });
  }

  /** @throws LaneLost before anything is written when a later term has begun */
  #write<T>(work: (tx: PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (tx) => {
      const { rowCount } = await tx.query(sql.LOCK_LANE, [this.#lane, this.fence]);
      if (rowCount !== 1) throw new LaneLost('a later term of this lane has begun');
      return work(tx);
    });
  }

  #transition({ id, state }: Transaction, to: TxState, { signed, receipt }: Facts): [string, unknown[]] {
    const from = [id, state, to];
    const now = this.clock.now();
    if (to === 'signed' && signed !== undefined) {
      const { raw, hash, gas, fees, size } = signed;
      return [sql.SIGN, [...from, raw, hash, gas, fees.maxFeePerGas, fees.maxPriorityFeePerGas, size, now]];
    }
    if (receipt !== undefined) {
      const { block, gasUsed, gasPrice, landed } = receipt;
      const facts = [gasUsed, gasPrice, landed && JSON.stringify(landed), landed?.index ?? null];
      return [sql.MINE, [...from, block.number, block.hash, ...facts, now]];
    }
    if (to === 'broadcast') return [sql.MARK_SENT, [...from, now]];
    const leavesBlock = to === 'reorged' || to === 'dropped';
    return [leavesBlock ? sql.LEAVE_BLOCK : sql.MARK, from];
  }
}
