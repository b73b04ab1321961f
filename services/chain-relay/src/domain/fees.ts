import type { Fees } from './transaction.js';

export interface FeePolicy {
  /** Least tip, wei a gas: some nodes drop what offers none. */
  readonly minTip: bigint;
  readonly maxTip: bigint;
  /** Most that is paid for a unit of gas, wei. */
  readonly cap: bigint;
  /** What a replacement adds to both fields, per mille. Nodes ask for at least 100. */
  readonly bumpPerMille: number;
}

/** What `eth_feeHistory` told of the last blocks. */
export interface FeeHistory {
  /** Base fee of the block that comes next, wei a gas. */
  readonly nextBaseFee: bigint;
  /** Median tip paid in each of the last blocks, wei a gas. */
  readonly rewards: readonly bigint[];
}

/** A bid, or why there is none: the price is above the cap. */
export type Bid =
  | { readonly kind: 'bid'; readonly fees: Fees }
  /** `needed` is the least `maxFeePerGas` that would do. */
  | { readonly kind: 'above-cap'; readonly needed: bigint };

/**
 * The bid for a first transaction: 2 × base fee + tip lasts six full blocks in a row (each raises the base fee by at most
 * 12.5 %), less when the cap says so. Above the cap there is no bid: a transaction that cannot be mined blocks its nonce.
 */
export function bid({ nextBaseFee, rewards }: FeeHistory, policy: FeePolicy): Bid {
  const tip = clamp(median(rewards), policy.minTip, policy.maxTip);
  const needed = nextBaseFee + policy.minTip;
  if (needed > policy.cap) return { kind: 'above-cap', needed };
  const maxFeePerGas = least(2n * nextBaseFee + tip, policy.cap);
  return { kind: 'bid', fees: { maxFeePerGas, maxPriorityFeePerGas: least(tip, maxFeePerGas) } };
}

/**
 * The bid of a replacement: at least the fresh one, and both fields above the highest of every transaction of this
 * nonce by the bump. A tip that repeats a stale suggestion would be refused for ever.
 */
export function raise(sent: readonly Fees[], fresh: Fees, policy: FeePolicy): Bid {
  const maxPriorityFeePerGas = most(
    fresh.maxPriorityFeePerGas,
    ...sent.map((fees) => bump(fees.maxPriorityFeePerGas, policy)),
  );
  const maxFeePerGas = most(
    fresh.maxFeePerGas,
    maxPriorityFeePerGas,
    ...sent.map((fees) => bump(fees.maxFeePerGas, policy)),
  );
  const fees = { maxFeePerGas, maxPriorityFeePerGas };
  if (fees.maxFeePerGas > policy.cap) return { kind: 'above-cap', needed: fees.maxFeePerGas };
  return { kind: 'bid', fees };
}

/** Rounded up, and at least one wei more: nodes compare without mercy. */
function bump(value: bigint, { bumpPerMille }: FeePolicy): bigint {
  const raised = (value * BigInt(1000 + bumpPerMille) + 999n) / 1000n;
  return most(raised, value + 1n);
}

function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));
  return sorted[Math.floor(sorted.length / 2)] ?? 0n;
}

function clamp(value: bigint, low: bigint, high: bigint): bigint {
  return most(low, least(value, high));
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function most(...values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a > b ? a : b), 0n);
}
