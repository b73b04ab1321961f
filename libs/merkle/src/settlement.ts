import { sha256 } from '@otp-notary/crypto';
import { LogRangeInvalid } from './errors.js';
import { prefixedSha256, sha256Hasher, type Hash } from './hasher.js';
import { MerkleTree } from './merkle-tree.js';
import { verifyInclusion } from './verify.js';

const LEAF_DOMAIN = 0x02;
const NODE_DOMAIN = 0x03;

/** What became of a position. `void`: no code was ever issued there. The numbers are hashed and known to the contract. */
export const fates = { void: 0, unused: 1, used: 2 } as const;
export type Fate = keyof typeof fates;

/** The one fate of one position; `logIndex` is the index of the `verified` leaf when used, else 0. */
export interface PositionFate {
  readonly fate: Fate;
  readonly logIndex: number;
}

/** A fate with its place and the path that proves it. */
export interface FateClaim extends PositionFate {
  readonly originId: Hash;
  readonly batch: number;
  readonly position: number;
  /** Positions of the batch, as the contract holds it. */
  readonly count: number;
  readonly path: readonly Hash[];
  /** Settlement root, as the contract holds it. */
  readonly root: Hash;
}

/** Inner nodes of settlement trees: `SHA-256(0x03 ‖ left ‖ right)`. */
export const settlementHasher = sha256Hasher(NODE_DOMAIN);

/** The log's name on the chain: `SHA-256(origin)`. */
export function originId(origin: string): Hash {
  return sha256(origin);
}

/** `SHA-256(0x02 ‖ originId ‖ u64 batch ‖ u32 position ‖ u8 fate ‖ u64 logIndex)`: the position is part of the leaf. */
export function settlementLeaf(id: Hash, batch: number, position: number, settled: PositionFate): Hash {
  const fields = Buffer.allocUnsafe(8 + 4 + 1 + 8);
  fields.writeBigUInt64BE(BigInt(batch), 0);
  fields.writeUInt32BE(position, 8);
  fields.writeUInt8(fates[settled.fate], 12);
  fields.writeBigUInt64BE(BigInt(settled.logIndex), 13);
  return prefixedSha256(LEAF_DOMAIN, id, fields);
}

/**
 * The settlement tree of a batch, one fate for each position in order.
 * @throws LogRangeInvalid when a position that was not used names a leaf
 */
export function settlementTree(id: Hash, batch: number, positions: readonly PositionFate[]): MerkleTree {
  if (positions.some(({ fate, logIndex }) => fate !== 'used' && logIndex !== 0)) {
    throw new LogRangeInvalid('only a used position names a leaf');
  }
  return MerkleTree.of(
    positions.map((settled, position) => settlementLeaf(id, batch, position, settled)),
    settlementHasher,
  );
}

/** Whether the settlement gives this position exactly this fate. */
export function verifyFate(claim: FateClaim): boolean {
  const { batch, position, count, fate, logIndex, path, root } = claim;
  const isPlace = [batch, position, count, logIndex].every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!isPlace || count > 0xffff_ffff || position >= count || (fate !== 'used' && logIndex !== 0)) return false;
  const leaf = settlementLeaf(claim.originId, batch, position, { fate, logIndex });
  return verifyInclusion({ leaf, index: position, size: count, proof: path, root }, settlementHasher);
}
