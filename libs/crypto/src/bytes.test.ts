import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { mock, test } from 'node:test';
import * as fc from 'fast-check';
import { b64u, equal, fromB64u, keyedHash, lengthPrefixed, sha256 } from './bytes.js';

const bytes = fc.uint8Array({ maxLength: 40 });

test('a value has one base64url spelling', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      const text = b64u(value);
      assert.ok(fromB64u(text).equals(value));
      for (const other of [`${text}=`, `${text} `, ` ${text}`, `${text}\n`]) {
        assert.throws(() => fromB64u(other), RangeError);
      }
    }),
  );
  // The last character carries two bits that are not data: only one of four spellings is canonical.
  assert.throws(() => fromB64u('AB'), RangeError);
  assert.deepEqual([...fromB64u('AA')], [0]);
});

test('no two lists of fields have the same encoding', () => {
  fc.assert(
    fc.property(fc.array(bytes), fc.array(bytes), (a, b) => {
      const same = a.length === b.length && a.every((field, i) => Buffer.from(field).equals(b[i] ?? Buffer.of()));
      assert.equal(lengthPrefixed(...a).equals(lengthPrefixed(...b)), same);
    }),
  );
  assert.notDeepEqual(lengthPrefixed('ab', 'c'), lengthPrefixed('a', 'bc'));
});

test('a keyed hash is HMAC-SHA-256 over the label and the fields, and labels separate domains', () => {
  const key = Buffer.alloc(20, 0x0b);
  assert.equal(
    keyedHash(key, 'a', 'b').toString('hex'),
    // Computed with Python's hmac over 00000001 61 00000001 62.
    '903f3c2e4282c3dec95cb4beeee55c8dffd9172423a6da0c4d65f2958c77a7d8',
  );
  assert.notDeepEqual(keyedHash(key, 'a', 'b'), keyedHash(key, 'b', 'a'));
  assert.notDeepEqual(keyedHash(key, 'a', 'b'), keyedHash(key, 'ab'));
});

test('SHA-256 of "abc" is that of FIPS 180-4', () => {
  assert.equal(
    sha256('a', Buffer.from('bc')).toString('hex'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('equal tells apart any two byte strings', () => {
  fc.assert(fc.property(bytes, bytes, (a, b) => assert.equal(equal(a, b), Buffer.from(a).equals(b))));
});

test('byte strings of one length are compared by timingSafeEqual, whatever they hold', () => {
  const compare = mock.method(crypto, 'timingSafeEqual');
  syncBuiltinESMExports();
  try {
    equal(Buffer.from('493817'), Buffer.from('493817'));
    equal(Buffer.from('493817'), Buffer.from('593817'));
    equal(Buffer.from('493817'), Buffer.from('49381'));
    assert.equal(compare.mock.callCount(), 2);
  } finally {
    compare.mock.restore();
    syncBuiltinESMExports();
  }
});
