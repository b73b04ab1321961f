import { z } from 'zod';
import type { LaneRecord, TransactionRecord } from '../adapters/pg-relay-records.js';
import { allTxStates, txStates } from '../domain/tx-state.js';

const MAX_LIMIT = 500;
const isoTime = z.iso.datetime();
/** Whole number as decimal text: it may exceed 2^53. */
const decimal = z.string().regex(/^(0|[1-9][0-9]*)$/);
const states = allTxStates.map((state) => `\`${state}\`: ${txStates[state]}`).join('; ');

export const transactionsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(50).describe('Transactions at most, newest first'),
});

const historyLine = z
  .object({
    from: z.enum(allTxStates).nullable().describe('State before; null for the first line'),
    to: z.enum(allTxStates).describe('State after'),
    at: z.string().describe('When, ISO 8601'),
    note: z.string().nullable().describe('Why, where that is not plain'),
  })
  .meta({ title: 'TransactionHistoryLine' });

export const transactionAnswer = z
  .object({
    id: decimal.describe('Number of the record'),
    sender: z.string().describe('Address that signed it'),
    nonce: decimal.describe('Its nonce'),
    state: z.enum(allTxStates).describe(states),
    hash: z.string().nullable().describe('Its hash; null while it is queued'),
    size: z.int().describe('Tree size that it brings the contract to'),
    gas: decimal.nullable().describe('Most gas that it may use; null while it is queued'),
    max_fee_per_gas: decimal.nullable().describe('Most that it pays for a unit of gas, wei'),
    max_priority_fee_per_gas: decimal.nullable().describe('Most that it tips for a unit of gas, wei'),
    gas_used: decimal.nullable().describe('Gas that it used; null until it is in a block'),
    gas_price: decimal.nullable().describe('What it paid for a unit of gas, wei; null until it is in a block'),
    signed_at: isoTime.nullable().describe('When it was signed and stored'),
    sent_at: isoTime.nullable().describe('When a node first accepted it'),
    mined_at: isoTime.nullable().describe('When it was first seen in its block'),
    block: decimal.nullable().describe('Number of its block; null while it is in none'),
    block_hash: z.string().nullable().describe('Hash of its block'),
    anchor_index: z.int().nullable().describe('Number of its anchor in the contract; null unless the contract took it'),
    last_answer: z.string().nullable().describe('What the last refusal of a node meant'),
    history: z.array(historyLine).describe('Its transitions, oldest first'),
  })
  .meta({ title: 'Transaction' });

export const transactionsAnswer = z
  .object({ transactions: z.array(transactionAnswer).describe('Newest first') })
  .meta({ title: 'Transactions' });

export const laneAnswer = z
  .object({
    origin: z.string().describe('Name of the log'),
    signer: z.string().describe('Address that signs'),
    leads: z.boolean().describe('Whether the process that answers leads the lane'),
    chain_id: decimal.nullable().describe('Chain; null before the first round'),
    contract: z.string().nullable().describe('Address of the contract; null before the first round'),
    next_nonce: decimal.nullable().describe('One more than the highest nonce that was ever allotted'),
    mined_nonces: decimal.nullable().describe('Mined nonces below it are accounted for'),
    told_head: decimal.nullable().describe('Block of the last chain.head event'),
    wished_size: z.int().nullable().describe('Tree size that the contract is to reach; null when nothing is wished'),
    wished_settle_below: z.int().nullable().describe('Batches below this number are to be settled'),
    anchored_size: z.int().describe('Tree size that the contract holds as far as it is known here'),
    hold: z
      .object({
        reason: z.string().describe('Stable word for alerts, e.g. `no-funds`, `fee-cap`, `providers`'),
        detail: z.string().describe('For people'),
        since: isoTime.describe('Since when'),
      })
      .nullable()
      .describe('What stands in the way; null when nothing does'),
  })
  .meta({ title: 'Lane' });

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
