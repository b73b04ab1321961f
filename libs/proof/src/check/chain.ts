import type { LogState } from '@otp-notary/contracts';
import type { AnchorRecord, Hash } from '@otp-notary/merkle';
import type { Address, Hex } from 'viem';

/** A block of the chain. */
export interface Block {
  readonly number: bigint;
  /** Unix seconds. */
  readonly time: number;
}

/** The anchors of a log as the contract keeps them: their count, and the peaks of their tree, highest first. */
export interface AnchorRange {
  readonly count: number;
  readonly peaks: readonly Hash[];
}

/** Where a log lives: the contract, and the log's id in it (`SHA-256(origin)`). */
export interface LogPlace {
  readonly contract: Address;
  readonly originId: Hex;
}

/**
 * Reads of one chain. State is asked at one block, so that the answers belong together. `null` says that the chain
 * answered and there is no such thing; every method throws ChainUnreachable when nobody answered.
 */
export interface ChainReader {
  chainId(): Promise<bigint>;
  latestBlock(): Promise<Block>;
  /** The newest block that cannot be reorganised away; null when the node does not tell. */
  finalizedBlock(): Promise<Block | null>;
  /** keccak256 of an account's code; null when it has none. */
  codeHash(account: Address, at: Block): Promise<Hex | null>;
  /** Where an ERC-1967 proxy delegates to; null when the account is no such proxy. */
  implementation(account: Address, at: Block): Promise<Address | null>;
  /** Null when the contract knows no such log, or does not answer as an OtpNotary. */
  log(place: LogPlace, at: Block): Promise<LogState | null>;
  range(place: LogPlace, at: Block): Promise<AnchorRange | null>;
  /** Records of the anchors from number `from.count` on, without a gap, from events; null when the node does not serve them. */
  anchorsAfter(place: LogPlace, from: PastRange, at: Block): Promise<readonly AnchorRecord[] | null>;
  /** The range at the end of the first block that had at least this many anchors; null when such old state is pruned. */
  pastRange(place: LogPlace, from: PastRange, at: Block): Promise<(AnchorRange & { readonly at: Block }) | null>;
}

/** How many anchors there were when a file was made, and a time (Unix seconds) before which some of them came. */
export interface PastRange {
  readonly count: number;
  readonly notBefore: number;
}

/** What a chain says about a file's log, at one block. */
export interface ChainFacts {
  readonly chainId: bigint;
  readonly at: Block;
  readonly finalized: Block | null;
  readonly codeHash: Hex | null;
  /** The rules in force: the code that the proxy delegates to. */
  readonly rules: { readonly implementation: Address; readonly codeHash: Hex | null } | null;
  readonly log: LogState | null;
  readonly range: AnchorRange | null;
  /** Anchors that came after the file was made: hints, worth what they hash to. Null when there are none or nobody has them. */
  readonly later: readonly AnchorRecord[] | null;
  readonly past: (AnchorRange & { readonly at: Block }) | null;
}
