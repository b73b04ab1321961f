import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { closingOf } from './closing.js';

test('a batch without codes has no positions', () => {
  assert.deepEqual(closingOf([]), { count: 0, void: [] });
});

test('positions without a code are void, in ranges', () => {
  assert.deepEqual(closingOf([2, 3, 6]), {
    count: 7,
    void: [
      [0, 1],
      [4, 5],
    ],
  });
});

test('every position below the count holds a code or is void, never both', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), (taken) => {
      const positions = taken.toSorted((a, b) => a - b);
      const closing = closingOf(positions);
      const voids = closing.void.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
      assert.deepEqual(
        [...positions, ...voids].toSorted((a, b) => a - b),
        Array.from({ length: closing.count }, (_, i) => i),
      );
      assert.equal(closing.count, (positions.at(-1) ?? -1) + 1);
      for (const [i, [from]] of closing.void.entries())
        assert.ok(i === 0 || from > (closing.void[i - 1]?.[1] ?? 0) + 1);
    }),
  );
});
