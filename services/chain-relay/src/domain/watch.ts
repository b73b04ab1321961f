import type { ChainView } from './chain-view.js';
import type { BlockId, LandedAnchor, Transaction } from './transaction.js';

/** What became of a transaction in its block. */
export interface Receipt {
  readonly block: BlockId;
  readonly succeeded: boolean;
  readonly gasUsed: bigint;
  /** Wei a gas that was paid. */
  readonly gasPrice: bigint;
  /** Null when the transaction anchored nothing of this log. */
  readonly landed: LandedAnchor | null;
}

export interface DepthPolicy {
  /** Blocks, its own included, that make a transaction confirmed. */
  readonly confirmations: number;
  /** Blocks that make it final; null: only the chain's `finalized` tag does. */
  readonly finalDepth: number | null;
}

/** A transition that what the chain shows asks for. */
export type Change =
  { readonly to: 'mined' | 'failed'; readonly receipt: Receipt } | { readonly to: 'reorged' | 'confirmed' | 'final' };

/** Judges a transaction that was in no block so far. Pure. */
export function judgePending(receipt: Receipt | null, view: ChainView): Change | null {
  // A block above the head comes from a node that is further on: it is taken when the view has it.
  if (receipt === null || receipt.block.number > view.head.number) return null;
  return { to: receipt.succeeded ? 'mined' : 'failed', receipt };
}

/**
 * Judges a transaction that is in a block. Pure.
 * @param canonical hash of the block of that number now; null when the node does not have the number
 */
export function judgeMined(
  transaction: Pick<Transaction, 'state' | 'block'>,
  canonical: string | null,
  view: ChainView,
  policy: DepthPolicy,
): Change | null {
  const { state, block } = transaction;
  // A head below the block is a node that lags, or a reorg that has not caught up: neither decides anything.
  if (block === null || canonical === null) return null;
  if (canonical !== block.hash) return { to: 'reorged' };
  if (state === 'mined' && depthOf(block, view) >= BigInt(policy.confirmations)) return { to: 'confirmed' };
  if (state === 'confirmed' && block.number <= finalBlock(view, policy)) return { to: 'final' };
  return null;
}

/** Newest block that cannot be undone; -1 before there is one. */
export function finalBlock({ head, finalized }: ChainView, { finalDepth }: DepthPolicy): bigint {
  const byDepth = finalDepth === null ? -1n : head.number - BigInt(finalDepth) + 1n;
  const byTag = finalized ?? -1n;
  return byTag > byDepth ? byTag : byDepth;
}

function depthOf({ number }: BlockId, { head }: ChainView): bigint {
  return head.number - number + 1n;
}
