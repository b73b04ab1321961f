import { LogRangeInvalid } from './errors.js';
import type { Hash, TreeHasher } from './hasher.js';

/** A complete subtree: the `2^level` leaves from `index * 2^level`. Its hash never changes once it is there. */
export interface NodeRef {
  readonly level: number;
  readonly index: number;
}

/**
 * What a proof is made of, before any hash is read: one entry for each hash of the proof, given as the complete
 * subtrees whose hashes fold into it. Lets a store fetch all of them in one query.
 */
export type ProofPlan = readonly (readonly NodeRef[])[];

/**
 * Sizes and indexes are JavaScript numbers: whole and below 2^53, far beyond what one log will hold.
 * @throws LogRangeInvalid
 */
export function checkSize(size: number, least = 0): void {
  if (!Number.isSafeInteger(size) || size < least) throw new LogRangeInvalid('tree size out of range');
}

/** Largest power of two smaller than `size` (RFC 9162 §2.1.1); 32-bit operators would wrap beyond 2^31. */
function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The complete subtrees that make up the leaves `[from, to)` of a subtree of the RFC's shape, left (largest) first. */
export function peaks(from: number, to: number): NodeRef[] {
  const nodes: NodeRef[] = [];
  let power = 1;
  let level = 0;
  while (power * 2 <= to - from) {
    power *= 2;
    level += 1;
  }
  for (let start = from; start < to;) {
    if (power <= to - start) {
      nodes.push({ level, index: start / power });
      start += power;
    } else {
      power /= 2;
      level -= 1;
    }
  }
  return nodes;
}

/** The right edge of a tree: what must be known to append to it or to compute its root. */
export function edgeOf(size: number): NodeRef[] {
  checkSize(size);
  return peaks(0, size);
}

/** The path of a leaf in the tree of `size` leaves (RFC 9162 §2.1.3.1), lowest first. @throws LogRangeInvalid */
export function planInclusion(index: number, size: number): ProofPlan {
  checkSize(size, 1);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new LogRangeInvalid('no such leaf');
  const plan: NodeRef[][] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      plan.push(peaks(middle, to));
      to = middle;
    } else {
      plan.push(peaks(from, middle));
      from = middle;
    }
  }
  return plan.toReversed();
}

/**
 * The proof that the tree of `size` leaves extends the one of `oldSize` (RFC 9162 §2.1.4.1), lowest first.
 * Empty when the sizes are equal or the old tree is empty: any tree extends nothing.
 * @throws LogRangeInvalid
 */
export function planConsistency(oldSize: number, size: number): ProofPlan {
  checkSize(size);
  checkSize(oldSize);
  if (oldSize > size) throw new LogRangeInvalid('the older tree is larger');
  if (oldSize === 0 || oldSize === size) return [];
  const plan: NodeRef[][] = [];
  let from = 0;
  let to = size;
  // SUBPROOF: walk down to the node where the old tree ends.
  while (to !== oldSize) {
    const middle = from + splitOf(to - from);
    if (oldSize <= middle) {
      plan.push(peaks(middle, to));
      to = middle;
    } else {
      plan.push(peaks(from, middle));
      from = middle;
    }
  }
  // The checker knows the old root: it is left out when that node is the whole old tree.
  if (from > 0) plan.push(peaks(from, to));
  return plan.toReversed();
}

/** Hash over complete subtrees, left first: the right ones are the smaller and join first. */
export function foldPeaks(hashes: readonly Hash[], hasher: TreeHasher): Hash {
  return (
    hashes.reduceRight<Hash | undefined>((right, left) => (right ? hasher.node(left, right) : left), undefined) ??
    hasher.empty
  );
}
