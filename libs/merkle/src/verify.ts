import { equal } from '@otp-notary/crypto';
import { HASH_BYTES, logHasher, type Hash, type TreeHasher } from './hasher.js';

/** A leaf's path to a root. */
export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** Two trees and the proof that the later one extends the earlier. */
export interface Consistency {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (...hashes: readonly Hash[]): boolean => hashes.every((hash) => hash.length === HASH_BYTES);
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** RFC 9162 §2.1.3.2. True only when the path has exactly the length and the turns of (index, size). */
export function verifyInclusion(claim: Inclusion, hasher: TreeHasher = logHasher): boolean {
  const { leaf, index, size, proof, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(leaf, root, ...proof)) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = hasher.node(sibling, hash);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = hasher.node(hash, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equal(hash, root);
}

/**
 * RFC 9162 §2.1.4.2. The empty tree is extended by every tree, with an empty proof (the RFC leaves it out);
 * equal sizes need equal roots and an empty proof.
 */
export function verifyConsistency(claim: Consistency, hasher: TreeHasher = logHasher): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!isCount(oldSize) || !isCount(size) || oldSize > size || !areHashes(oldRoot, root, ...proof)) return false;
  if (oldSize === size) return proof.length === 0 && equal(oldRoot, root);
  if (oldSize === 0) return proof.length === 0 && equal(oldRoot, hasher.empty);
  if (proof.length === 0) return false;
  return followConsistency(claim, hasher);
}

function followConsistency({ oldSize, oldRoot, size, root, proof }: Consistency, hasher: TreeHasher): boolean {
  let fn = oldSize - 1;
  let sn = size - 1;
  // Skip the levels that both trees share.
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  // After the skip fn is 0 exactly when the old size is a power of two: then its root is where the proof starts.
  const [first, ...rest] = fn === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let oldHash = first;
  let hash = first;
  for (const sibling of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      oldHash = hasher.node(sibling, oldHash);
      hash = hasher.node(sibling, hash);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = hasher.node(hash, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equal(oldHash, oldRoot) && equal(hash, root);
}
