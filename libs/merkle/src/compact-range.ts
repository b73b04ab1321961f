import { LogRangeInvalid } from './errors.js';
import { logHasher, type Hash, type TreeHasher } from './hasher.js';
import { checkSize, edgeOf, foldPeaks, type NodeRef } from './shape.js';

/** A complete subtree with its hash. */
export interface CompleteNode extends NodeRef {
  readonly hash: Hash;
}

/**
 * The right edge of a growing tree: log2(size) hashes, enough to append and to know the root.
 * Resumed from what {@link edgeOf} names. Not shared between writers: one log has one sequencer.
 */
export class CompactRange {
  private constructor(
    private leaves: number,
    private readonly stack: Hash[],
    private readonly hasher: TreeHasher,
  ) {}

  static empty(hasher: TreeHasher = logHasher): CompactRange {
    return new CompactRange(0, [], hasher);
  }

  /** Continues a tree of `size` leaves from the hashes of `edgeOf(size)`. @throws LogRangeInvalid when they do not fit. */
  static resume(size: number, edge: readonly Hash[], hasher: TreeHasher = logHasher): CompactRange {
    if (edgeOf(size).length !== edge.length) throw new LogRangeInvalid('right edge does not fit the size');
    return new CompactRange(size, [...edge], hasher);
  }

  /** Number of leaves. */
  get size(): number {
    return this.leaves;
  }

  /** Hashes of the right edge, in the order of `edgeOf(size)`. */
  get edge(): readonly Hash[] {
    return [...this.stack];
  }

  get root(): Hash {
    return foldPeaks(this.stack, this.hasher);
  }

  /** Appends one leaf. Returns the subtrees that it completes, the leaf itself (level 0) first. */
  append(leaf: Hash): CompleteNode[] {
    checkSize(this.leaves + 1);
    let node: CompleteNode = { level: 0, index: this.leaves, hash: leaf };
    const completed = [node];
    while (node.index % 2 === 1) {
      const left = this.stack.pop();
      if (left === undefined) throw new LogRangeInvalid('right edge does not fit the size');
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: this.hasher.node(left, node.hash) };
      completed.push(node);
    }
    this.stack.push(node.hash);
    this.leaves += 1;
    return completed;
  }
}

/** Root of a list of leaf hashes. */
export function rootOf(leaves: Iterable<Hash>, hasher: TreeHasher = logHasher): Hash {
  const range = CompactRange.empty(hasher);
  for (const leaf of leaves) range.append(leaf);
  return range.root;
}
