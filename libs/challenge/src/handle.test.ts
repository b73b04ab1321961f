import { generateKey, KeyRing } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { HandleInvalid, openHandle, sealHandle, type Challenge } from './handle.js';
import type { Hash32 } from './hashes.js';

const hash = 'A'.repeat(43) as Hash32;
const challenge: Challenge = {
  id: randomUUID(),
  origin: 'log.example/otp',
  batch: 1,
  position: 2,
  tenant: 'acme',
  subject: hash,
  purpose: 'login',
  context: hash,
  commitment: hash,
  pepper: 'p1',
  channel: 'response',
  issuedAtMs: 1,
  expiresAtMs: 60_001,
  maxAttempts: 5,
  alphabet: 'digits',
  length: 6,
};
const [older, newer] = [generateKey('seal'), generateKey('seal')];
const keys = new KeyRing([older]);

test('a handle opens to what was sealed, and shows nothing of it', () => {
  const handle = sealHandle(keys, challenge);
  assert.deepEqual(openHandle(keys, handle), challenge);
  for (const text of [challenge.id, 'acme', 'login', hash]) {
    assert.ok(!Buffer.from(handle.split('.')[2] ?? '', 'base64url').includes(text));
  }
});

test('otp-19: a handle with any bit flipped, another key id, another version or more parts is refused', () => {
  const handle = sealHandle(keys, challenge);
  const [version, kid, sealed] = handle.split('.') as [string, string, string];
  const bytes = Buffer.from(sealed, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.throws(() => openHandle(keys, `${version}.${kid}.${changed.toString('base64url')}`), HandleInvalid);
  }
  const others = ['', '.', '..', 'v1', handle.slice(0, -1), `${handle}.`, `${handle}=`, ` ${handle}`, `v2.${kid}.${sealed}`, `v1.x.${sealed}`, `v1..${sealed}`, 'A'.repeat(1_000_000)]; // prettier-ignore
  for (const other of others) assert.throws(() => openHandle(keys, other), HandleInvalid);
  // The algorithm is not the caller's to name: there is no header to say "none" in.
  assert.throws(() => openHandle(keys, `v1.none.${Buffer.from(JSON.stringify(challenge)).toString('base64url')}`), HandleInvalid); // prettier-ignore
});

test('a handle sealed under the former key opens while that key is kept, and not after', () => {
  const handle = sealHandle(keys, challenge);
  assert.deepEqual(openHandle(new KeyRing([newer, older]), handle), challenge);
  assert.throws(() => openHandle(new KeyRing([newer]), handle), HandleInvalid);
});
