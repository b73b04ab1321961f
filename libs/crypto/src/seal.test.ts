import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { open, seal, SealBroken } from './seal.js';

const key = createSecretKey(Buffer.alloc(32, 7));
const bytes = fc.uint8Array({ maxLength: 64 });

test('AES-256-GCM as in test case 16 of the GCM specification (McGrew and Viega)', () => {
  const vectorKey = createSecretKey(
    Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex'),
  );
  const nonce = Buffer.from('cafebabefacedbaddecaf888', 'hex');
  const plaintext = Buffer.from(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    'hex',
  );
  const aad = Buffer.from('feedfacedeadbeeffeedfacedeadbeefabaddad2', 'hex');
  const sealed = seal(vectorKey, plaintext, aad, (buffer) => {
    buffer.set(nonce);
    return buffer;
  });
  assert.equal(
    sealed.toString('hex'),
    nonce.toString('hex') +
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  );
  assert.ok(open(vectorKey, sealed, aad).equals(plaintext));
});

test('what was sealed opens again, and nothing that differs in one bit does', () => {
  fc.assert(
    fc.property(bytes, bytes, fc.nat(), (plaintext, aad, at) => {
      const sealed = seal(key, plaintext, aad);
      assert.ok(open(key, sealed, aad).equals(plaintext));
      const bit = at % (sealed.length * 8);
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.throws(() => open(key, changed, aad), SealBroken);
      assert.throws(() => open(key, sealed, Buffer.concat([aad, Buffer.of(0)])), SealBroken);
      assert.throws(() => open(key, sealed.subarray(0, sealed.length - 1), aad), SealBroken);
    }),
  );
  assert.throws(() => open(key, Buffer.alloc(27), Buffer.of()), SealBroken);
});

test('two seals of one value differ: the nonce is fresh', () => {
  const sealed = Array.from({ length: 1000 }, () => seal(key, Buffer.of(1), Buffer.of()).toString('hex'));
  assert.equal(new Set(sealed.map((text) => text.slice(0, 24))).size, 1000);
});
