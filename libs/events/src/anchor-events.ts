import { z } from 'zod';
import { address, decimal, envelope, epochMs, hex32, treeSize } from './fields.js';

/** An intent: bring the contract to at least this size, or settle what is due. Repeats are harmless. */
const anchorRequested = z.strictObject({
  ...envelope,
  type: z.literal('anchor.requested'),
  origin: z.string().min(1).max(255),
  size: treeSize,
  /** Batches below this number should be settled (0: nothing to settle). */
  settleBelow: z.int().nonnegative(),
  requestedAtMs: epochMs,
});

const anchor = {
  origin: z.string().min(1).max(255),
  chainId: decimal,
  contract: address,
  transaction: hex32,
  size: treeSize,
};

const anchorSubmitted = z.strictObject({ ...envelope, type: z.literal('anchor.submitted'), ...anchor, nonce: decimal });

/** The record that the contract holds of this anchor, as its `Anchored` event gave it. */
const landed = {
  ...anchor,
  index: z.int().nonnegative(),
  root: hex32,
  settlementsHash: hex32,
  /** Block time, Unix seconds, as the contract recorded it. */
  timeSeconds: z.int().nonnegative(),
  block: decimal,
  blockHash: hex32,
  /** First batch and settlements that this transaction carried, in order. */
  firstBatch: z.int().nonnegative(),
  settlements: z.array(z.strictObject({ count: z.int().positive(), issuedBelow: treeSize, root: hex32 })),
};

const anchorConfirmed = z.strictObject({ ...envelope, type: z.literal('anchor.confirmed'), ...landed });
const anchorFinal = z.strictObject({ ...envelope, type: z.literal('anchor.final'), ...landed });
/** An anchor that was confirmed is no longer on the chain. */
const anchorReorged = z.strictObject({ ...envelope, type: z.literal('anchor.reorged'), ...landed });

/** A recent block, for batch headers: what is logged after it was not logged before it. */
const chainHead = z.strictObject({
  ...envelope,
  type: z.literal('chain.head'),
  chainId: decimal,
  block: decimal,
  blockHash: hex32,
  timeSeconds: z.int().nonnegative(),
});

export const anchorEvents = [
  anchorRequested,
  anchorSubmitted,
  anchorConfirmed,
  anchorFinal,
  anchorReorged,
  chainHead,
] as const;
