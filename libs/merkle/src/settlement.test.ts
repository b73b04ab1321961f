import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LogRangeInvalid } from './errors.js';
import { leafHash, logHasher } from './hasher.js';
import { MerkleTree } from './merkle-tree.js';
import {
  originId,
  settlementHasher,
  settlementLeaf,
  settlementTree,
  verifyFate,
  type PositionFate,
} from './settlement.js';
import { verifyInclusion } from './verify.js';

const id = originId('log.example/otp');
const unused: PositionFate = { fate: 'unused', logIndex: 0 };
const fateOf = fc.oneof(
  fc.constant<PositionFate>({ fate: 'void', logIndex: 0 }),
  fc.constant(unused),
  fc.nat(2 ** 40).map((logIndex): PositionFate => ({ fate: 'used', logIndex })),
);

test('a settlement leaf is the SHA-256 that docs/formats.md spells out', () => {
  const expected = createHash('sha256')
    .update('02', 'hex')
    .update(createHash('sha256').update('log.example/otp').digest())
    .update('00000000000000070000012c020000000000abcdef', 'hex')
    .digest();
  assert.deepEqual(settlementLeaf(id, 7, 300, { fate: 'used', logIndex: 0xabcdef }), expected);
});

test('every position proves its own fate and no other', () => {
  fc.assert(
    fc.property(fc.array(fateOf, { minLength: 1, maxLength: 40 }), fc.nat(), (positions, pick) => {
      const tree = settlementTree(id, 3, positions);
      const position = pick % positions.length;
      const settled = positions[position] ?? unused;
      const claim = {
        originId: id,
        batch: 3,
        position,
        count: positions.length,
        path: tree.inclusion(position),
        root: tree.root,
      };
      assert.ok(verifyFate({ ...claim, ...settled }));
      for (const fate of ['void', 'unused', 'used'] as const) {
        if (fate !== settled.fate) assert.ok(!verifyFate({ ...claim, fate, logIndex: 0 }));
      }
      assert.ok(!verifyFate({ ...claim, ...settled, logIndex: settled.logIndex + 1 }));
      assert.ok(!verifyFate({ ...claim, ...settled, batch: 4 }));
      assert.ok(!verifyFate({ ...claim, ...settled, originId: originId('another') }));
      assert.ok(!verifyFate({ ...claim, ...settled, position: position + 1 }));
      assert.ok(!verifyFate({ ...claim, ...settled, path: [...claim.path, tree.root] }));
    }),
  );
});

test('a position beyond the count, or one that was not used but names a leaf, has no fate', () => {
  const tree = settlementTree(id, 1, [unused]);
  const claim = { originId: id, batch: 1, position: 0, count: 1, path: [], root: tree.root };
  assert.ok(verifyFate({ ...claim, ...unused }));
  for (const wrong of [-1, 1, 0.5, Number.NaN, 2 ** 32])
    assert.ok(!verifyFate({ ...claim, ...unused, position: wrong }));
  assert.ok(!verifyFate({ ...claim, ...unused, count: 2 ** 32 }));
  assert.ok(!verifyFate({ ...claim, fate: 'unused', logIndex: 1 }));
  assert.throws(() => settlementTree(id, 1, [{ fate: 'unused', logIndex: 1 }]), LogRangeInvalid);
});

test('a leaf of the log is not one of a settlement, nor the other way round', () => {
  const leaf = settlementLeaf(id, 1, 0, unused);
  const log = MerkleTree.of([leaf, leafHash('x')]);
  const settled = MerkleTree.of([leaf, leafHash('x')], settlementHasher);
  assert.notDeepEqual(log.root, settled.root);
  const claim = { leaf, index: 0, size: 2, proof: [leafHash('x')] };
  assert.ok(!verifyInclusion({ ...claim, root: log.root }, settlementHasher));
  assert.ok(!verifyInclusion({ ...claim, root: settled.root }, logHasher));
});

test('a batch of 100,000 positions settles, and its last position proves its fate', () => {
  const positions = Array.from({ length: 100_000 }, (_, i): PositionFate =>
    i % 3 ? { fate: 'used', logIndex: i } : unused,
  );
  const tree = settlementTree(id, 9, positions);
  const claim = {
    originId: id,
    batch: 9,
    position: 99_999,
    count: 100_000,
    root: tree.root,
    path: tree.inclusion(99_999),
  };
  assert.equal(claim.path.length <= 17, true);
  assert.ok(verifyFate({ ...claim, ...(positions[99_999] ?? unused) }));
});
