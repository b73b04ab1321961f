import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  anchorHeights,
  anchorLeaf,
  anchorNode,
  anchorPath,
  extendAnchorPath,
  pushAnchors,
  verifyAnchor,
} from './anchor-tree.js';
import { LogRangeInvalid } from './errors.js';
import { leafHash } from './hasher.js';
import { originId } from './settlement.js';

const leaves = Array.from({ length: 70 }, (_, i) => leafHash(`anchor ${i}`));

test('heights of the peaks are the set bits of the count', () => {
  assert.deepEqual(anchorHeights(0), []);
  assert.deepEqual(anchorHeights(13), [3, 2, 0]);
  assert.deepEqual(anchorHeights(2 ** 40 + 1), [40, 0]);
});

test('a leaf binds each member of its record', () => {
  const record = { index: 1, size: 2, root: leafHash('r'), settlementsHash: new Uint8Array(32), time: 3 };
  const id = originId('log.example/otp');
  const leaf = anchorLeaf(id, record);
  const others = [
    anchorLeaf(originId('other'), record),
    anchorLeaf(id, { ...record, index: 2 }),
    anchorLeaf(id, { ...record, size: 3 }),
    anchorLeaf(id, { ...record, root: leafHash('s') }),
    anchorLeaf(id, { ...record, settlementsHash: leafHash('s') }),
    anchorLeaf(id, { ...record, time: 4 }),
  ];
  for (const other of others) assert.notDeepEqual(other, leaf);
  assert.equal(leaf.length, 32);
});

test('every anchor of every count up to 70 proves its place, and only its own', () => {
  for (let count = 1; count <= leaves.length; count++) {
    const held = leaves.slice(0, count);
    const peaks = pushAnchors(0, [], held);
    assert.equal(peaks.length, anchorHeights(count).length);
    for (const [index, leaf] of held.entries()) {
      const claim = { leaf, index, count, path: anchorPath(held, index), peaks };
      assert.ok(verifyAnchor(claim));
      assert.ok(!verifyAnchor({ ...claim, index: index + 1 }));
      assert.ok(!verifyAnchor({ ...claim, leaf: anchorNode(leaf, leaf) }));
      assert.ok(!verifyAnchor({ ...claim, path: [...claim.path, leaf] }));
      assert.ok(!verifyAnchor({ ...claim, path: claim.path.slice(1) }) || claim.path.length === 0);
      assert.ok(!verifyAnchor({ ...claim, peaks: peaks.slice(1) }));
    }
  }
});

test('an old path grows with the anchors that came later, and peaks grow the same at once or one by one', () => {
  const counts = fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 69 }), fc.nat());
  fc.assert(
    fc.property(counts, ([count, more, pick]) => {
      const old = leaves.slice(0, count);
      const all = leaves.slice(0, Math.min(count + more, 70));
      const index = pick % count;
      const known = { index, count, path: anchorPath(old, index), peaks: pushAnchors(0, [], old) };
      assert.deepEqual(extendAnchorPath(known, all.slice(count)), anchorPath(all, index));
      assert.deepEqual(pushAnchors(count, known.peaks, all.slice(count)), pushAnchors(0, [], all));
    }),
    { numRuns: 1000 },
  );
});

test('a path or peaks that do not fit their count are refused', () => {
  const peaks = pushAnchors(0, [], leaves.slice(0, 5));
  const path = anchorPath(leaves.slice(0, 5), 2);
  assert.throws(() => pushAnchors(5, peaks.slice(1), []), LogRangeInvalid);
  assert.throws(() => extendAnchorPath({ index: 2, count: 5, path: path.slice(1), peaks }, []), LogRangeInvalid);
  assert.throws(() => extendAnchorPath({ index: 5, count: 5, path, peaks }, []), LogRangeInvalid);
  assert.throws(() => anchorPath(leaves, 70), LogRangeInvalid);
  assert.ok(!verifyAnchor({ leaf: leafHash(''), index: 0, count: 2 ** 53, path: [], peaks: [] }));
});
