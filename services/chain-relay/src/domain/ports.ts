import type { EventOf } from '@otp-notary/events';
import type { Address, Hex } from './hex.js';
import type { ChainView } from './chain-view.js';
import type { FeeHistory } from './fees.js';
import type { Meaning } from './node-answers.js';
import type { AnchorMaterial } from './plan-call.js';
import type { AnchorCall, BlockId, Fees, Intent, Transaction } from './transaction.js';
import type { TxState } from './tx-state.js';
import type { Receipt } from './watch.js';

/** The chain as the relay needs it. Every call is bounded in time. @throws ChainUnreachable when no provider answers */
export interface Chain {
  view(signer: Address): Promise<ChainView>;
  /** The receipt of a mined transaction; null when it is in no block of the canonical chain. */
  receipt(hash: Hex): Promise<Receipt | null>;
  /** Hash of the canonical block of this number; null when the provider has none. */
  blockHash(number: bigint): Promise<Hex | null>;
  /** A block of the canonical chain; null when the provider has none. */
  block(number: bigint): Promise<(BlockId & { readonly timeSeconds: number }) | null>;
  /** Whether a node has the transaction, in its pool or in a block. */
  knows(hash: Hex): Promise<boolean>;
  /** Sender and nonce of a transaction. */
  origin(hash: Hex): Promise<{ readonly sender: Address; readonly nonce: bigint } | null>;
  /** Transactions that anchored this log from block `from` on, oldest first. */
  anchorsSince(from: bigint): Promise<readonly Hex[]>;
  feeHistory(): Promise<FeeHistory>;
  /** Runs the call as if mined next. @throws CallReverted */
  simulate(sender: Address, call: AnchorCall, timeSeconds: number): Promise<void>;
  /** Gas that the call needs. @throws CallReverted */
  estimateGas(sender: Address, call: AnchorCall, timeSeconds: number): Promise<bigint>;
  /** Hands over signed bytes. Resolves with what the nodes' answer means; an unknown outcome is an answer too. */
  send(raw: Hex): Promise<Meaning>;
}

/** Gives what the contract needs, from the transparency log. @throws MaterialsMissing */
export interface AnchorMaterials {
  /**
   * The best signed tree of at least `min` leaves with its proof from `from`, and all consecutive settlements from
   * `nextBatch` on that this tree bears out, whether the contract holds them for mature or not.
   */
  material(wanted: {
    readonly from: number;
    readonly min: number;
    readonly nextBatch: number;
    readonly limit: number;
  }): Promise<AnchorMaterial>;
}

/** A transaction to the contract. Chain, contract, log, function and value (0) are fixed in the signer. */
export interface UnsignedTransaction extends Fees {
  readonly nonce: bigint;
  readonly gas: bigint;
  readonly call: AnchorCall;
}

/** Holds the key of the lane. Signs anchors of the one log in the one contract on the one chain, nothing else. */
export interface Signer {
  readonly address: Address;
  sign(transaction: UnsignedTransaction): Promise<{ readonly raw: Hex; readonly hash: Hex }>;
}

export type AnchorEvent = EventOf<'anchor.submitted' | 'anchor.confirmed' | 'anchor.final' | 'anchor.reorged'>;
export type HeadEvent = EventOf<'chain.head'>;

/** What a transition writes beside the state. */
export interface Facts {
  readonly signed?: {
    readonly raw: Hex;
    readonly hash: Hex;
    readonly gas: bigint;
    readonly fees: Fees;
    readonly size: number;
  };
  readonly sent?: true;
  readonly receipt?: Receipt;
  /** A word for the history. */
  readonly note?: string;
}

/** What stands in the way of the lane. */
export interface Hold {
  /** Stable word, e.g. `no-funds`. */
  readonly reason: string;
  readonly detail: string;
  readonly sinceMs: number;
}

/** The lane's row. */
export interface LaneState {
  /** Mined nonces below it are accounted for. */
  readonly reconciled: bigint;
  /** One more than the highest nonce that was ever allotted. */
  readonly nextNonce: bigint;
  readonly hold: Hold | null;
  /** Block of the last `chain.head` event. */
  readonly toldHead: bigint | null;
}

/**
 * The database of one lane, for one term. Every write is one SQL transaction with its events and its line of history, and
 * is refused with `LaneLost` once a later term has begun.
 */
export interface LaneBook {
  /** Begins the term; `latest` becomes the first nonce of a lane that is new. @throws LaneLost */
  begin(latest: bigint): Promise<void>;
  state(): Promise<LaneState>;
  intent(): Promise<Intent | null>;
  /** Every transaction that may still change: no transaction of its nonce, or of a later one, is final. */
  watched(): Promise<readonly Transaction[]>;
  /** Reserves the nonce; an open transaction of this nonce is superseded. */
  queue(nonce: bigint, size: number): Promise<Transaction>;
  /**
   * Writes a transition of the table. Into a block: an open transaction of the same nonce is superseded; `final`: what
   * else is known of its nonce is dropped.
   * @throws TransitionRefused when the transaction is no longer in `from`
   */
  move(transaction: Transaction, to: TxState, facts: Facts, events: readonly AnchorEvent[]): Promise<void>;
  /** Keeps what a node answered. */
  note(transaction: Transaction, answer: Meaning): Promise<void>;
  /** Takes in an anchor that was found on the chain without a record here. Known hashes are left alone. */
  adopt(hash: Hex, from: { readonly sender: Address; readonly nonce: bigint }, receipt: Receipt): Promise<boolean>;
  /** How many anchors are known to stand, and the block from which on to look for others. */
  standing(): Promise<{ readonly count: number; readonly from: bigint }>;
  setReconciled(nonce: bigint): Promise<void>;
  setHold(hold: Hold | null): Promise<void>;
  tellHead(event: HeadEvent): Promise<void>;
}

/** What people and alerts are told. */
export interface Reporter {
  moved(transaction: Transaction, to: TxState, facts: Facts): void;
  replaced(transaction: Transaction, why: string): void;
  resent(transaction: Transaction): void;
  refused(transaction: Transaction, answer: Meaning): void;
  held(hold: Hold): void;
  released(hold: Hold): void;
  foreignNonces(nonces: readonly bigint[]): void;
  /** Nonces of our key in the pool that are not known here. */
  strangersInPool(nonces: readonly bigint[]): void;
  adopted(hash: Hex): void;
  viewed(view: ChainView, state: LaneState): void;
}
