import type { Pool } from 'pg';
import type { Address } from 'viem';
import type { Intent, Transaction } from '../domain/transaction.js';
import type { TxState } from '../domain/tx-state.js';
import * as sql from './lane.sql.js';
import { msOrNull, transactionFrom, type TransactionRow } from './transaction-row.js';

/** A line of a transaction's history. */
export interface HistoryLine {
  readonly from: TxState | null;
  readonly to: TxState;
  /** ISO 8601. */
  readonly at: string;
  readonly note: string | null;
}

export interface TransactionRecord extends Transaction {
  readonly queuedAtMs: number | null;
  readonly gasUsed: bigint | null;
  readonly gasPrice: bigint | null;
  readonly history: readonly HistoryLine[];
}

/** The lane as operators see it. */
export interface LaneRecord {
  readonly chainId: string;
  readonly contract: string;
  readonly nextNonce: bigint;
  readonly minedNonces: bigint;
  readonly toldHead: bigint | null;
  readonly hold: { readonly reason: string; readonly detail: string; readonly sinceMs: number } | null;
  readonly wished: Intent | null;
  readonly anchoredSize: number;
}

interface RecordRow extends TransactionRow {
  readonly queued_at_ms: string;
  readonly gas_used: string | null;
  readonly gas_price: string | null;
  readonly history: readonly HistoryLine[];
}

interface LaneRow {
  readonly chain_id: string;
  readonly contract: string;
  readonly next_nonce: string;
  readonly reconciled: string;
  readonly told_head: string | null;
  readonly hold_reason: string | null;
  readonly hold_detail: string | null;
  readonly hold_since_ms: string | null;
  readonly wished_size: string | null;
  readonly wished_settle_below: string | null;
  readonly anchored_size: string | null;
}

/** Reads what the lane wrote, for people and metrics. Any process may read. */
export class PgRelayRecords {
  constructor(
    private readonly pool: Pool,
    private readonly origin: string,
    private readonly signer: Address,
  ) {}

  /** Newest first. */
  async transactions(limit: number): Promise<readonly TransactionRecord[]> {
    const { rows } = await this.pool.query<RecordRow>(sql.LIST, [limit, this.origin, this.signer]);
    return rows.map((row) => recordFrom(row));
  }

  /** Null before the first term. */
  async lane(): Promise<LaneRecord | null> {
    const { rows } = await this.pool.query<LaneRow>(sql.LANE, [this.origin, this.signer]);
    const [row] = rows;
    if (row === undefined) return null;
    const { hold_reason: reason, hold_detail: detail, hold_since_ms: since, wished_size: size } = row;
    return {
      chainId: row.chain_id,
      contract: row.contract,
      nextNonce: BigInt(row.next_nonce),
      minedNonces: BigInt(row.reconciled),
      toldHead: row.told_head === null ? null : BigInt(row.told_head),
      hold: reason === null ? null : { reason, detail: detail ?? '', sinceMs: msOrNull(since) ?? 0 },
      wished: size === null ? null : { size: Number(size), settleBelow: Number(row.wished_settle_below) },
      anchoredSize: Number(row.anchored_size ?? 0),
    };
  }

  /** How many transactions are in each state that is not an end. */
  async countByState(): Promise<ReadonlyMap<TxState, number>> {
    const { rows } = await this.pool.query<{ state: TxState; count: string }>(sql.COUNT_BY_STATE);
    return new Map(rows.map(({ state, count }) => [state, Number(count)]));
  }
}

function recordFrom(row: RecordRow): TransactionRecord {
  return {
    ...transactionFrom(row),
    queuedAtMs: msOrNull(row.queued_at_ms),
    gasUsed: row.gas_used === null ? null : BigInt(row.gas_used),
    gasPrice: row.gas_price === null ? null : BigInt(row.gas_price),
    history: row.history,
  };
}
