import { LogRangeInvalid } from './errors.js';
import { HASH_BYTES, logHasher, type Hash, type TreeHasher } from './hasher.js';
import { checkSize, edgeOf, foldPeaks, planConsistency, planInclusion, type NodeRef, type ProofPlan } from './shape.js';

/**
 * A whole tree in memory: every complete subtree, one flat buffer a level, 64 bytes a leaf.
 * For settlement trees and tests; a log reads from its tiles.
 */
export class MerkleTree {
  private constructor(
    readonly size: number,
    private readonly levels: readonly Buffer[],
    private readonly hasher: TreeHasher,
  ) {}

  static of(leaves: readonly Hash[], hasher: TreeHasher = logHasher): MerkleTree {
    let level: Buffer = Buffer.concat(leaves);
    if (level.length !== leaves.length * HASH_BYTES) throw new LogRangeInvalid('a leaf hash is not 32 bytes');
    const levels = [level];
    for (let count = Math.floor(leaves.length / 2); count > 0; count = Math.floor(count / 2)) {
      const next = Buffer.allocUnsafe(count * HASH_BYTES);
      for (let i = 0; i < count; i++) {
        const at = i * 2 * HASH_BYTES;
        const left = level.subarray(at, at + HASH_BYTES);
        const right = level.subarray(at + HASH_BYTES, at + 2 * HASH_BYTES);
        next.set(hasher.node(left, right), i * HASH_BYTES);
      }
      levels.push(next);
      level = next;
    }
    return new MerkleTree(leaves.length, levels, hasher);
  }

  get root(): Hash {
    return this.rootAt(this.size);
  }

  /** Root of the first `size` leaves. @throws LogRangeInvalid */
  rootAt(size: number): Hash {
    return foldPeaks(this.hashes(this.within(edgeOf(size), size)), this.hasher);
  }

  /** Inclusion proof of leaf `index` in the first `size` leaves. @throws LogRangeInvalid */
  inclusion(index: number, size = this.size): Hash[] {
    return this.proof(this.within(planInclusion(index, size), size));
  }

  /** Consistency proof between the trees of the first `oldSize` and `size` leaves. @throws LogRangeInvalid */
  consistency(oldSize: number, size = this.size): Hash[] {
    return this.proof(this.within(planConsistency(oldSize, size), size));
  }

  private within<T>(plan: T, size: number): T {
    checkSize(size);
    if (size > this.size) throw new LogRangeInvalid('tree is smaller');
    return plan;
  }

  private proof(plan: ProofPlan): Hash[] {
    return plan.map((nodes) => foldPeaks(this.hashes(nodes), this.hasher));
  }

  private hashes(nodes: readonly NodeRef[]): Hash[] {
    return nodes.map(({ level, index }) => {
      const hash = this.levels[level]?.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
      if (hash?.length !== HASH_BYTES) throw new LogRangeInvalid('no such node');
      return hash;
    });
  }
}
