import { keccak_256 } from '@noble/hashes/sha3.js';
import { equal } from '@otp-notary/crypto';
import { LogRangeInvalid } from './errors.js';
import { HASH_BYTES, type Hash } from './hasher.js';
import { checkSize } from './shape.js';

const LEAF_DOMAIN = 0x04;
const NODE_DOMAIN = 0x05;

/** What the contract keeps of one anchor. */
export interface AnchorRecord {
  /** Number of the anchor in its log, from 0. */
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  /** All zero when the anchor settled nothing. */
  readonly settlementsHash: Hash;
  /** Block time, Unix seconds. */
  readonly time: number;
}

/** Inner nodes of the anchor tree: `keccak256(0x05 ‖ left ‖ right)`; it lives in contract storage. */
export function anchorNode(left: Hash, right: Hash): Hash {
  return keccak_256(Buffer.concat([Uint8Array.of(NODE_DOMAIN), left, right]));
}

/** `keccak256(0x04 ‖ originId ‖ u64 index ‖ u64 size ‖ root ‖ settlementsHash ‖ u64 time)`. */
export function anchorLeaf(originId: Hash, record: AnchorRecord): Hash {
  const place = Buffer.allocUnsafe(16);
  place.writeBigUInt64BE(BigInt(record.index), 0);
  place.writeBigUInt64BE(BigInt(record.size), 8);
  const time = Buffer.allocUnsafe(8);
  time.writeBigUInt64BE(BigInt(record.time));
  return keccak_256(
    Buffer.concat([Uint8Array.of(LEAF_DOMAIN), originId, place, record.root, record.settlementsHash, time]),
  );
}

/** Heights of the perfect trees of a range of `count` leaves, highest (leftmost) first: the set bits of `count`. */
export function anchorHeights(count: number): number[] {
  checkSize(count);
  const heights: number[] = [];
  for (let rest = count, height = 0; rest > 0; rest = Math.floor(rest / 2), height += 1) {
    if (rest % 2 === 1) heights.push(height);
  }
  return heights.toReversed();
}

/** The perfect tree that holds a leaf: which peak, how high, and the leaf's index inside it. */
function placeOf(index: number, count: number): { readonly peak: number; readonly height: number; offset: number } {
  if (!Number.isSafeInteger(index) || index < 0 || index >= count) throw new LogRangeInvalid('no such anchor');
  let start = 0;
  for (const [peak, height] of anchorHeights(count).entries()) {
    if (index < start + 2 ** height) return { peak, height, offset: index - start };
    start += 2 ** height;
  }
  throw new LogRangeInvalid('no such anchor');
}

/** The peaks of the range after more leaves, highest first. @throws LogRangeInvalid when peaks and count do not fit */
export function pushAnchors(count: number, peaks: readonly Hash[], leaves: readonly Hash[]): Hash[] {
  if (anchorHeights(count).length !== peaks.length) throw new LogRangeInvalid('peaks do not fit the count');
  const stack = [...peaks];
  for (const [i, leaf] of leaves.entries()) {
    let node = leaf;
    for (let rest = count + i; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = stack.pop();
      if (left === undefined) throw new LogRangeInvalid('peaks do not fit the count');
      node = anchorNode(left, node);
    }
    stack.push(node);
  }
  return stack;
}

/** Path of anchor `index` as of all the given leaves: the siblings up to its peak, lowest first. @throws LogRangeInvalid */
export function anchorPath(leaves: readonly Hash[], index: number): Hash[] {
  const { height, offset } = placeOf(index, leaves.length);
  let level = leaves.slice(index - offset, index - offset + 2 ** height);
  const path: Hash[] = [];
  for (let at = offset; level.length > 1; at = Math.floor(at / 2)) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
    if (sibling === undefined) throw new LogRangeInvalid('no such anchor');
    path.push(sibling);
    level = level.flatMap((left, i) => (i % 2 === 0 ? [anchorNode(left, level[i + 1] ?? left)] : []));
  }
  return path;
}

/** The node reached from a leaf by a path; the leaf's index inside its perfect tree gives the turns. */
function climb(leaf: Hash, offset: number, path: readonly Hash[]): Hash {
  return path.reduce((node, sibling, height) => {
    const isRight = Math.floor(offset / 2 ** height) % 2 === 1;
    return isRight ? anchorNode(sibling, node) : anchorNode(node, sibling);
  }, leaf);
}

/** Whether a leaf is anchor `index` of the range of `count` anchors with these peaks (highest first). */
export function verifyAnchor(claim: {
  readonly leaf: Hash;
  readonly index: number;
  readonly count: number;
  readonly path: readonly Hash[];
  readonly peaks: readonly Hash[];
}): boolean {
  const { leaf, index, count, path, peaks } = claim;
  const isRange = Number.isSafeInteger(count) && Number.isSafeInteger(index) && index >= 0 && index < count;
  if (!isRange || anchorHeights(count).length !== peaks.length) return false;
  if (![leaf, ...path, ...peaks].every((hash) => hash.length === HASH_BYTES)) return false;
  const { peak, height, offset } = placeOf(index, count);
  const expected = peaks[peak];
  return path.length === height && expected !== undefined && equal(climb(leaf, offset, path), expected);
}

/**
 * Brings a path that was made as of `count` anchors up to date with the anchors that came later.
 * The older peaks are needed: where a path grows to the left, its siblings are made of earlier anchors.
 * @throws LogRangeInvalid
 */
export function extendAnchorPath(
  known: {
    readonly index: number;
    readonly count: number;
    readonly path: readonly Hash[];
    readonly peaks: readonly Hash[];
  },
  later: readonly Hash[],
): Hash[] {
  const { index, count, peaks } = known;
  const place = placeOf(index, count);
  const path = [...known.path];
  if (path.length !== place.height) throw new LogRangeInvalid('path does not fit the count');
  // Each stack entry is a perfect tree; `mine` follows the one that holds the leaf.
  const stack = [...peaks];
  let mine = place.peak;
  for (const [i, leaf] of later.entries()) {
    let node = leaf;
    for (let rest = count + i; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = stack.pop();
      if (left === undefined) throw new LogRangeInvalid('peaks do not fit the count');
      if (mine === stack.length) path.push(node);
      else if (mine > stack.length) {
        path.push(left);
        mine = stack.length;
      }
      node = anchorNode(left, node);
    }
    stack.push(node);
  }
  return path;
}
