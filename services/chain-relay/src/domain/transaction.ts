import type { Address, Hex } from './hex.js';
import type { TxState } from './tx-state.js';

/** EIP-1559 bid, wei a gas. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** What the contract takes of a batch (`Settlement` in IOtpNotary.sol). */
export interface Settlement {
  readonly count: number;
  readonly issuedBelow: number;
  readonly root: Hex;
}

/** The arguments of one `anchor` call. */
export interface AnchorCall {
  readonly size: number;
  readonly root: Hex;
  readonly proof: readonly Hex[];
  /** The batch that `settlements` begin with. */
  readonly firstBatch: number;
  readonly settlements: readonly Settlement[];
}

export interface BlockId {
  readonly number: bigint;
  readonly hash: Hex;
}

/** The record that the contract holds of an anchor, as its events gave it. */
export interface LandedAnchor {
  readonly index: number;
  readonly size: number;
  readonly root: Hex;
  readonly settlementsHash: Hex;
  /** Block time, Unix seconds. */
  readonly timeSeconds: number;
  /** 0 without settlements. */
  readonly firstBatch: number;
  readonly settlements: readonly Settlement[];
}

/** One transaction as the relay's database holds it. */
export interface Transaction {
  readonly id: string;
  readonly sender: Address;
  readonly nonce: bigint;
  readonly state: TxState;
  /** Size that it brings the contract to. */
  readonly size: number;
  readonly gas: bigint | null;
  readonly fees: Fees | null;
  /** Null while queued. */
  readonly hash: Hex | null;
  /** Null while queued, and for anchors that were found on the chain. */
  readonly raw: Hex | null;
  readonly signedAtMs: number | null;
  readonly sentAtMs: number | null;
  /** Meaning of the last answer of a node that refused it. */
  readonly lastAnswer: string | null;
  /** Set while it is in a block. */
  readonly block: BlockId | null;
  readonly minedAtMs: number | null;
  /** Set while it is in a block and the contract took it. */
  readonly landed: LandedAnchor | null;
}

/** The open wish: bring the contract to at least this size, settle every batch below this number. */
export interface Intent {
  readonly size: number;
  readonly settleBelow: number;
}
