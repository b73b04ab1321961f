import type { FeePolicy } from './fees.js';
import type { DepthPolicy } from './watch.js';

/** The operator's choices for one lane. */
export interface LanePolicy extends FeePolicy, DepthPolicy {
  /** A transaction that is not mined this long after it was signed is replaced, ms. */
  readonly replaceAfterMs: number;
  /** Added to the gas estimate, per mille. */
  readonly gasMarginPerMille: number;
  /** Most gas that a transaction may ask for: one near the block's limit is never mined. */
  readonly gasCap: bigint;
  /** Pause before a held lane tries again, ms. */
  readonly holdMs: number;
  /** Least time between two `chain.head` events, ms. */
  readonly headEveryMs: number;
}
