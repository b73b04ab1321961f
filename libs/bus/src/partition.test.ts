import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partitionOf } from './partition.js';

// FNV-1a, 32 bits, as published by its authors (draft-eastlake-fnv, test vectors): '' → 811c9dc5, 'a' → e40c292c,
// 'foobar' → bf9cf968.
const VECTORS = [
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
] as const;

test('a key goes to the partition that its FNV-1a hash says, in every release', () => {
  for (const [key, hash] of VECTORS) {
    assert.equal(partitionOf(key, 0xffff_ffff), hash % 0xffff_ffff);
    assert.equal(partitionOf(key, 4), hash % 4);
  }
});

test('random ids spread over all partitions', () => {
  const counts = [0, 0, 0, 0];
  for (let n = 0; n < 4000; n += 1) {
    const partition = partitionOf(`0196f3a2-${n.toString(16).padStart(4, '0')}-7000-8000-000000000000`, 4);
    counts[partition] = (counts[partition] ?? 0) + 1;
  }
  assert.ok(
    counts.every((count) => count > 800 && count < 1200),
    counts.join(' '),
  );
});
