import type { LogState } from '@otp-notary/contracts';
import type { Address } from './hex.js';
import type { BlockId } from './transaction.js';

/** What one provider showed of the chain, all as of one head. */
export interface ChainView {
  readonly head: BlockId & { readonly timeSeconds: number };
  readonly signer: Address;
  /** Number of the newest finalised block; null where the chain has none. */
  readonly finalized: bigint | null;
  /** Nonces of the signer: mined ones are below `latest`, those in the pool below `pending` (null when not told). */
  readonly nonces: { readonly latest: bigint; readonly pending: bigint | null };
  /** Of the signer, wei. */
  readonly balance: bigint;
  readonly log: LogState;
  /** Time of the block that comes next, Unix seconds. */
  readonly nextTimeSeconds: number;
}
