import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unseen, type BatchLife } from './batch-life.js';
import { areCanonical, type Range } from './ranges.js';
import { fatesOf, obstacle } from './settle.js';

const GRACE = 1000;
const complete: BatchLife = {
  ...unseen(1),
  opened: true,
  issued: 2,
  issuedBelow: 3,
  refersBelow: 5,
  lastExpiresMs: 60_000,
  closing: { count: 3, void: [[1, 1]] },
};

test('a batch is settled only when it is closed, complete and every source is read past the end of its codes', () => {
  assert.equal(obstacle({ ...complete, closing: null }, [99_999], GRACE), 'closing');
  assert.equal(obstacle({ ...complete, issued: 1 }, [99_999], GRACE), 'issues');
  assert.equal(obstacle(complete, [61_000], GRACE), 'watermark');
  assert.equal(obstacle(complete, [99_999, 0], GRACE), 'watermark');
  assert.equal(obstacle(complete, [61_001, 61_001], GRACE), null);
});

test('a batch without codes waits for no watermark', () => {
  assert.equal(obstacle({ ...unseen(1), closing: { count: 0, void: [] } }, [0], GRACE), null);
  assert.equal(obstacle({ ...unseen(1), closing: { count: 2, void: [[0, 1]] } }, [0], GRACE), null);
});

test('every position has one fate', () => {
  assert.deepEqual(fatesOf({ count: 3, void: [[1, 1]] }, new Map([[2, 41]])), [
    { fate: 'unused', logIndex: 0 },
    { fate: 'void', logIndex: 0 },
    { fate: 'used', logIndex: 41 },
  ]);
});

test('a batch that closed without a position settles as one void position', () => {
  assert.deepEqual(fatesOf({ count: 0, void: [] }, new Map()), [{ fate: 'void', logIndex: 0 }]);
});

const spellings: readonly [ranges: readonly Range[], count: number, canonical: boolean][] = [
  [[], 0, true],
  [[[0, 0]], 1, true],
  [[[0, 1], [3, 3]], 4, true], // prettier-ignore
  [[[0, 0], [1, 1]], 2, false], // prettier-ignore
  [[[2, 2], [0, 0]], 3, false], // prettier-ignore
  [[[1, 0]], 2, false],
  [[[0, 2]], 2, false],
];
for (const [ranges, count, canonical] of spellings) {
  test(`void ranges ${JSON.stringify(ranges)} of ${count} are ${canonical ? 'the' : 'not the'} canonical spelling`, () => {
    assert.equal(areCanonical(ranges, count), canonical);
  });
}
