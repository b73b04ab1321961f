import { z } from 'zod';
import type { LaneRecord, TransactionRecord } from '../adapters/pg-relay-records.js';
import { allTxStates } from '../domain/tx-state.js';

const MAX_LIMIT = 500;
const isoTime = z.iso.datetime();
/** Whole number as decimal text: it may exceed 2^53. */
const decimal = z.string();

export const transactionsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(50).describe('Transactions at most, newest first'),
});

export const transactionAnswer = z.object({
  id: decimal,
  sender: z.string(),
  nonce: decimal,
  state: z.enum(allTxStates),
  hash: z.string().nullable(),
  size: z.int().describe('Tree size that it brings the contract to'),
  gas: decimal.nullable(),
  max_fee_per_gas: decimal.nullable().describe('Wei'),
  max_priority_fee_per_gas: decimal.nullable().describe('Wei'),
  gas_used: decimal.nullable(),
  gas_price: decimal.nullable().describe('Wei a gas that was paid'),
  signed_at: isoTime.nullable(),
  sent_at: isoTime.nullable(),
  mined_at: isoTime.nullable(),
  block: decimal.nullable(),
  block_hash: z.string().nullable(),
  anchor_index: z.int().nullable(),
  last_answer: z.string().nullable().describe('What the last refusal of a node meant'),
  history: z.array(
    z.object({
      from: z.enum(allTxStates).nullable(),
      to: z.enum(allTxStates),
      at: z.string(),
      note: z.string().nullable(),
    }),
  ),
});

export const transactionsAnswer = z.object({ transactions: z.array(transactionAnswer) });

export const laneAnswer = z.object({
  origin: z.string(),
  signer: z.string(),
  leads: z.boolean().describe('Whether the process that answers leads the lane'),
  chain_id: decimal.nullable(),
  contract: z.string().nullable(),
  next_nonce: decimal.nullable(),
  mined_nonces: decimal.nullable(),
  told_head: decimal.nullable().describe('Block of the last chain.head event'),
  wished_size: z.int().nullable(),
  wished_settle_below: z.int().nullable(),
  anchored_size: z.int(),
  hold: z.object({ reason: z.string(), detail: z.string(), since: isoTime }).nullable(),
});

export function showTransaction(record: TransactionRecord): z.infer<typeof transactionAnswer> {
  return {
    id: record.id,
    sender: record.sender,
    nonce: record.nonce.toString(),
    state: record.state,
    hash: record.hash,
    size: record.size,
    gas: text(record.gas),
    max_fee_per_gas: text(record.fees?.maxFeePerGas),
    max_priority_fee_per_gas: text(record.fees?.maxPriorityFeePerGas),
    gas_used: text(record.gasUsed),
    gas_price: text(record.gasPrice),
    signed_at: iso(record.signedAtMs),
    sent_at: iso(record.sentAtMs),
    mined_at: iso(record.minedAtMs),
    block: text(record.block?.number),
    block_hash: record.block?.hash ?? null,
    anchor_index: record.landed?.index ?? null,
    last_answer: record.lastAnswer,
    history: [...record.history],
  };
}

export function showLane(
  place: { readonly origin: string; readonly signer: string; readonly leads: boolean },
  record: LaneRecord | null,
): z.infer<typeof laneAnswer> {
  const hold = record?.hold ?? null;
  return {
    ...place,
    chain_id: record?.chainId ?? null,
    contract: record?.contract ?? null,
    next_nonce: text(record?.nextNonce),
    mined_nonces: text(record?.minedNonces),
    told_head: text(record?.toldHead),
    wished_size: record?.wished?.size ?? null,
    wished_settle_below: record?.wished?.settleBelow ?? null,
    anchored_size: record?.anchoredSize ?? 0,
    hold: hold && { reason: hold.reason, detail: hold.detail, since: new Date(hold.sinceMs).toISOString() },
  };
}

function text(value: bigint | null | undefined): string | null {
  return value?.toString() ?? null;
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
