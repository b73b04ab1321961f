import { logHasher, type Hash, type TreeHasher } from './hasher.js';
import { edgeOf, foldPeaks, planConsistency, planInclusion, type NodeRef, type ProofPlan } from './shape.js';

/** Where hashes of complete subtrees come from. Answers in the order of the question; rejects when one is missing. */
export interface NodeReader {
  readNodes(nodes: readonly NodeRef[]): Promise<readonly Hash[]>;
}

/** Reads all nodes of a plan in one go and folds them into the hashes of the proof. */
export async function assemble(plan: ProofPlan, reader: NodeReader, hasher = logHasher): Promise<Hash[]> {
  const hashes = await reader.readNodes(plan.flat());
  let next = 0;
  return plan.map((nodes) => {
    const part = hashes.slice(next, next + nodes.length);
    next += nodes.length;
    return foldPeaks(part, hasher);
  });
}

/** Inclusion proof of leaf `index` in the tree of `size` leaves, lowest sibling first. @throws LogRangeInvalid */
export function proveInclusion(
  reader: NodeReader,
  index: number,
  size: number,
  hasher: TreeHasher = logHasher,
): Promise<Hash[]> {
  return assemble(planInclusion(index, size), reader, hasher);
}

/** Consistency proof from `oldSize` to `size`; empty for equal sizes and from the empty tree. @throws LogRangeInvalid */
export function proveConsistency(
  reader: NodeReader,
  oldSize: number,
  size: number,
  hasher: TreeHasher = logHasher,
): Promise<Hash[]> {
  return assemble(planConsistency(oldSize, size), reader, hasher);
}

/** Root of the first `size` leaves. @throws LogRangeInvalid */
export async function rootAt(reader: NodeReader, size: number, hasher: TreeHasher = logHasher): Promise<Hash> {
  return foldPeaks(await reader.readNodes(edgeOf(size)), hasher);
}
