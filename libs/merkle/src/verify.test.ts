import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CompactRange, rootOf } from './compact-range.js';
import { leafHash, logHasher, type Hash } from './hasher.js';
import { MerkleTree } from './merkle-tree.js';
import { verifyConsistency, verifyInclusion } from './verify.js';

interface ReferenceTree {
  readonly leaves: readonly string[];
  readonly roots: readonly string[];
  readonly nodes: readonly (readonly string[])[];
  readonly inclusion: readonly { index: number; size: number; proof: string[] }[];
  readonly consistency: readonly { oldSize: number; size: number; proof: string[] }[];
}
const reference = JSON.parse(
  readFileSync(new URL('../../test/vectors/reference-tree.json', import.meta.url), 'utf8'),
) as ReferenceTree;
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const unhex = (text: string) => Buffer.from(text, 'hex');
const referenceLeaves = reference.leaves.map((leaf) => leafHash(unhex(leaf)));

const leaves = Array.from({ length: 130 }, () => leafHash(randomBytes(16)));
const tree = MerkleTree.of(leaves);
const roots = Array.from({ length: leaves.length + 1 }, (_, size) => tree.rootAt(size));
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  assert.ok(item !== undefined);
  return item;
};

/** Every way to turn one bit of one hash, drop, double or swap: none may verify. */
function* spoiled(proof: readonly Hash[]): Iterable<Hash[]> {
  for (const [i, hash] of proof.entries()) {
    const turned = Buffer.from(hash);
    turned[i % 32] = (turned[i % 32] ?? 0) ^ (1 << (i % 8));
    yield proof.with(i, turned);
    yield proof.with(i, hash.subarray(0, 31));
    yield proof.toSpliced(i, 1);
    yield proof.toSpliced(i, 0, hash);
    if (i > 0) yield proof.with(i, at(proof, i - 1)).with(i - 1, hash);
  }
  yield [...proof, leafHash('more')];
  yield [...proof, Buffer.alloc(0)];
}

test('the Certificate Transparency reference tree has its published nodes, roots and proofs', () => {
  const range = CompactRange.empty();
  const nodes: string[][] = [[], [], [], []];
  for (const [size, root] of reference.roots.entries()) {
    assert.equal(hex(rootOf(referenceLeaves.slice(0, size))), root);
    assert.equal(hex(MerkleTree.of(referenceLeaves).rootAt(size)), root);
  }
  for (const leaf of referenceLeaves) for (const node of range.append(leaf)) at(nodes, node.level).push(hex(node.hash));
  assert.deepEqual(nodes, reference.nodes);
  const published = MerkleTree.of(referenceLeaves);
  for (const { index, size, proof } of reference.inclusion) {
    assert.deepEqual(published.inclusion(index, size).map(hex), proof);
    const root = unhex(at(reference.roots, size));
    assert.ok(verifyInclusion({ leaf: at(referenceLeaves, index), index, size, proof: proof.map(unhex), root }));
  }
  for (const { oldSize, size, proof } of reference.consistency) {
    assert.deepEqual(published.consistency(oldSize, size).map(hex), proof);
    const [oldRoot, root] = [unhex(at(reference.roots, oldSize)), unhex(at(reference.roots, size))];
    assert.ok(verifyConsistency({ oldSize, oldRoot, size, root, proof: proof.map(unhex) }));
  }
});

test('every leaf of every tree up to 130 leaves proves its inclusion, and only at its own index and size', () => {
  for (let size = 1; size <= 130; size++) {
    for (let index = 0; index < size; index++) {
      const claim = { leaf: at(leaves, index), index, size, proof: tree.inclusion(index, size), root: at(roots, size) };
      assert.ok(verifyInclusion(claim));
      if (index > 0) assert.ok(!verifyInclusion({ ...claim, index: index - 1 }));
      assert.ok(!verifyInclusion({ ...claim, index: index + 1 }));
      assert.ok(!verifyInclusion({ ...claim, root: at(roots, size - 1) }));
      assert.ok(!verifyInclusion({ ...claim, leaf: leafHash('other') }));
    }
  }
});

test('every pair of sizes up to 130 proves its consistency, and no fork, other size or spoiled proof does', () => {
  const forked = MerkleTree.of(leaves.with(0, leafHash('rewritten')));
  for (let size = 1; size <= 130; size++) {
    for (let oldSize = 0; oldSize <= size; oldSize++) {
      const proof = tree.consistency(oldSize, size);
      const claim = { oldSize, oldRoot: at(roots, oldSize), size, root: at(roots, size), proof };
      assert.ok(verifyConsistency(claim));
      assert.ok(
        !verifyConsistency({ ...claim, root: forked.rootAt(size), proof: forked.consistency(oldSize, size) }) ||
          oldSize === 0,
      );
      assert.ok(!verifyConsistency({ ...claim, oldSize: oldSize + 1 }));
      if (size % 13 === 0) for (const bad of spoiled(proof)) assert.ok(!verifyConsistency({ ...claim, proof: bad }));
    }
  }
});

test('an inclusion proof with any hash turned, cut, dropped, doubled or swapped is refused', () => {
  for (const size of [1, 2, 3, 7, 8, 64, 100, 129]) {
    for (let index = 0; index < size; index++) {
      const claim = { leaf: at(leaves, index), index, size, root: at(roots, size) };
      for (const proof of spoiled(tree.inclusion(index, size))) assert.ok(!verifyInclusion({ ...claim, proof }));
    }
  }
});

test('indexes and sizes that are no whole numbers below 2^53 are refused, not computed with', () => {
  const claim = { leaf: at(leaves, 0), index: 0, size: 1, proof: [], root: at(roots, 1) };
  for (const wrong of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
    assert.ok(!verifyInclusion({ ...claim, index: wrong }));
    assert.ok(!verifyInclusion({ ...claim, size: wrong }));
    const old = { oldRoot: at(roots, 1), root: at(roots, 1), proof: [] };
    assert.ok(!verifyConsistency({ ...old, oldSize: wrong, size: 1 }));
    assert.ok(!verifyConsistency({ ...old, oldSize: 1, size: wrong }));
  }
});

test('an inner node offered as a leaf is refused: leaves and nodes hash in different domains', () => {
  const inner = Buffer.concat([at(leaves, 0), at(leaves, 1)]);
  assert.notDeepEqual(leafHash(inner), logHasher.node(at(leaves, 0), at(leaves, 1)));
  const proof = tree.inclusion(0, 4).slice(1);
  assert.ok(!verifyInclusion({ leaf: leafHash(inner), index: 0, size: 2, proof, root: at(roots, 4) }));
});
