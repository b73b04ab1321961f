import {
  batchClosedEntry,
  batchOpenedEntry,
  encodeLeaf,
  EntryInvalid,
  parseEntry,
  type Leaf,
  type LeafKind,
} from '@otp-notary/proof';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry, type ReadLeaf } from './entries.js';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const count = fc.oneof(fc.nat(), fc.constantFrom(0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER));
const position = fc.oneof(fc.nat(5000), fc.constantFrom(0, 0xffff_ffff));
const batch = count.map((value) => Math.max(1, value));
const outcome = (kind: 'rejected' | 'locked'): fc.Arbitrary<Leaf> =>
  fc.record({
    v: fc.constant(1 as const),
    kind: fc.constant(kind),
    at: count,
    batch,
    position,
    c: fc.record({ challenge: hash, tenant: hash, subject: hash, reason: hash }),
  });
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    v: fc.constant(1 as const),
    kind: fc.constant('issued' as const),
    at: count,
    batch,
    position,
    expires: count,
    c: fc.record({
      challenge: hash,
      tenant: hash,
      subject: hash,
      purpose: hash,
      context: hash,
      commitment: hash,
      channel: hash,
    }),
  }),
  fc.record({
    v: fc.constant(1 as const),
    kind: fc.constant('verified' as const),
    at: count,
    batch,
    position,
    c: fc.record({ challenge: hash, tenant: hash, subject: hash, purpose: hash, context: hash }),
  }),
  outcome('rejected'),
  outcome('locked'),
);
const kinds = ['batch-opened', 'issued', 'verified', 'rejected', 'locked', 'batch-closed'] as const;

/** What the slow reader makes of an entry, as the fast one tells it; null when it refuses. */
function expected(entry: string): object | null {
  try {
    const read = parseEntry(entry);
    if (read.kind === 'batch-opened' || read.kind === 'batch-closed') return read;
    const expires = 'expires' in read ? read.expires : 0;
    return { kind: read.kind, batch: read.batch, position: read.position, expires };
  } catch (error) {
    assert.ok(error instanceof EntryInvalid);
    return null;
  }
}

function found(kind: LeafKind, entry: string): ReadLeaf | null {
  try {
    return readEntry(kind, entry);
  } catch (error) {
    assert.ok(error instanceof EntryInvalid);
    return null;
  }
}

test('the fast reader tells of every entry what the parser tells, whatever kind its row claims', () => {
  fc.assert(
    fc.property(leaf, fc.constantFrom(...kinds), (value, claimed) => {
      const entry = encodeLeaf(value);
      assert.deepEqual(found(value.kind, entry), expected(entry));
      assert.deepEqual(found(claimed, entry), expected(entry));
    }),
  );
  for (const entry of [
    batchOpenedEntry({ at: 1, batch: 1, chain: null }),
    batchClosedEntry({ at: 1, batch: 1, count: 3, void: [[1, 1]] }),
  ]) {
    for (const kind of kinds) assert.deepEqual(found(kind, entry), expected(entry));
  }
});

test('the fast reader refuses every changed, dropped or doubled character that the parser refuses', () => {
  fc.assert(
    fc.property(leaf, fc.nat(), fc.constantFrom('0', '9', ' ', '"', 'A', '=', '-', '.', ''), (value, at, put) => {
      const entry = encodeLeaf(value);
      const where = at % entry.length;
      for (const skip of [0, 1]) {
        const mutant = entry.slice(0, where) + put + entry.slice(where + skip);
        assert.deepEqual(found(value.kind, mutant), expected(mutant), mutant);
      }
    }),
    { numRuns: 2_000 },
  );
  for (const [from, to] of [
    ['"position":0', '"position":4294967296'],
    ['"batch":1', '"batch":9007199254740993'],
    ['"at":1', '"at":9999999999999999'],
  ] as const) {
    const entry = encodeLeaf({ v: 1, kind: 'locked', at: 1, batch: 1, position: 0, c: blank }).replace(from, to);
    assert.equal(found('locked', entry), null);
  }
});

const none = Buffer.alloc(32).toString('base64url');
const blank = { challenge: none, tenant: none, subject: none, reason: none };
