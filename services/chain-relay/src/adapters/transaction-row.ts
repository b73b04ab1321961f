import type { Address, Hex } from 'viem';
import type { LandedAnchor, Transaction } from '../domain/transaction.js';
import type { TxState } from '../domain/tx-state.js';

/** A transaction as PostgreSQL gives it: int8 and numeric are text. */
export interface TransactionRow {
  readonly id: string;
  readonly sender: Address;
  readonly nonce: string;
  readonly state: TxState;
  readonly size: string;
  readonly gas: string | null;
  readonly max_fee: string | null;
  readonly max_tip: string | null;
  readonly hash: Hex | null;
  readonly raw: Hex | null;
  readonly last_answer: string | null;
  readonly signed_at_ms: string | null;
  readonly sent_at_ms: string | null;
  readonly mined_at_ms: string | null;
  readonly block_number: string | null;
  readonly block_hash: Hex | null;
  readonly landed: LandedAnchor | null;
}

export function transactionFrom(row: TransactionRow): Transaction {
  const { max_fee: maxFee, max_tip: maxTip, block_number: number, block_hash: hash } = row;
  return {
    id: row.id,
    sender: row.sender,
    nonce: BigInt(row.nonce),
    state: row.state,
    size: Number(row.size),
    gas: row.gas === null ? null : BigInt(row.gas),
    fees:
      maxFee === null || maxTip === null
        ? null
        : { maxFeePerGas: BigInt(maxFee), maxPriorityFeePerGas: BigInt(maxTip) },
    hash: row.hash,
    raw: row.raw,
    lastAnswer: row.last_answer,
    signedAtMs: msOrNull(row.signed_at_ms),
    sentAtMs: msOrNull(row.sent_at_ms),
    minedAtMs: msOrNull(row.mined_at_ms),
    block: number === null || hash === null ? null : { number: BigInt(number), hash },
    landed: row.landed,
  };
}

/** Epoch ms from PostgreSQL's numeric seconds × 1000. */
export function msOrNull(value: string | null): number | null {
  return value === null ? null : Math.round(Number(value));
}
