import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { batchClosedEntry, batchOpenedEntry, issuedEntry, verifiedEntry } from './entries.js';
import { EntryInvalid } from './errors.js';
import { opens, openingsOf } from './field-commitment.js';
import { committedFields, parseEntry, type LeafOf } from './leaf.js';

const seed = Buffer.alloc(32, 7);
const fields = {
  challenge: '8b6c5a9e-0000-4000-8000-000000000001',
  tenant: 'demo',
  subject: 's',
  purpose: 'pay',
  context: 'c',
  commitment: 'k',
  channel: 'smtp',
};
const issued = issuedEntry({ at: 1, batch: 2, position: 3, expires: 4, fields }, seed);

/** docs/formats.md by hand. */
function lp(text: string | Uint8Array): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

test('a field is committed to as docs/formats.md says', () => {
  const salt = createHmac('sha256', seed)
    .update(Buffer.concat([lp('otp-notary/salt/v1'), lp('purpose')]))
    .digest();
  const parts = ['otp-notary/field/v1', 'issued', 'purpose', salt, 'pay'].map((part) => lp(part));
  const commitment = createHash('sha256').update(Buffer.concat(parts)).digest('base64url');
  const leaf = parseEntry(issued.entry) as LeafOf<'issued'>;
  assert.equal(leaf.c.purpose, commitment);
  assert.equal(issued.openings.purpose.salt, salt.toString('base64url'));
});

test('an opening fits its own field of its own kind of leaf, with its own value, and nothing else', () => {
  const { c } = parseEntry(issued.entry) as LeafOf<'issued'>;
  const opening = issued.openings.tenant;
  assert.ok(opens('issued', 'tenant', c.tenant, opening));
  assert.ok(!opens('verified', 'tenant', c.tenant, opening));
  assert.ok(!opens('issued', 'purpose', c.purpose, opening));
  assert.ok(!opens('issued', 'tenant', c.tenant, { ...opening, value: 'Demo' }));
  assert.ok(!opens('issued', 'tenant', undefined, opening));
  assert.throws(() => openingsOf(Buffer.alloc(31), fields), RangeError);
});

test('every leaf commits to all fields of its kind, so that their presence tells nothing', () => {
  const { subject, purpose, challenge, tenant, context } = fields;
  const used = verifiedEntry(
    { at: 1, batch: 2, position: 3, fields: { challenge, tenant, subject, purpose, context } },
    seed,
  );
  for (const [kind, entry] of [
    ['issued', issued.entry],
    ['verified', used.entry],
  ] as const) {
    const leaf = parseEntry(entry);
    assert.ok(leaf.kind === kind && 'c' in leaf);
    assert.deepEqual(new Set(Object.keys(leaf.c)), new Set(committedFields[kind]));
  }
});

test('only the canonical form of a known leaf is an entry', () => {
  const opened = batchOpenedEntry({
    at: 1,
    batch: 1,
    chain: { chainId: '1', block: '2', hash: `0x${'ab'.repeat(32)}` },
  });
  const closed = batchClosedEntry({
    at: 1,
    batch: 1,
    count: 9,
    void: [
      [0, 1],
      [3, 3],
    ],
  });
  for (const entry of [issued.entry, opened, closed]) assert.doesNotThrow(() => parseEntry(entry));
  const wrong = [
    '',
    'null',
    ` ${opened}`,
    opened.replace('"batch":1', '"batch":1.0'),
    opened.replace('"batch":1', '"batch":0'),
    opened.replace('"v":1', '"v":2'),
    opened.replace('"v":1', '"v":1,"x":1'),
    opened.replace('0xab', '0xAB'),
    opened.replace('"at":1,', ''),
    issued.entry.replace('"kind":"issued"', '"kind":"verified"'),
    `${opened}\n`,
  ];
  for (const entry of wrong) assert.throws(() => parseEntry(entry), EntryInvalid);
  for (const ranges of [
    [[1, 0]],
    [
      [3, 3],
      [0, 1],
    ],
    [
      [0, 1],
      [2, 3],
    ],
    [
      [0, 3],
      [3, 4],
    ],
  ] as [number, number][][]) {
    assert.throws(() => batchClosedEntry({ at: 1, batch: 1, count: 9, void: ranges }), EntryInvalid);
  }
});
