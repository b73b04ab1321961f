import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { alphabets, hasShape, type AlphabetName } from './policy.js';

test('otp-35: only exactly the alphabet and the length is a code; nothing is trimmed, folded or normalised', () => {
  const shape = { alphabet: 'digits', length: 6 } as const;
  assert.ok(hasShape('000042', shape));
  const others = ['', ' 123456', '123456 ', '123456\n', '\t123456', '12345', '1234567', '１２３４５６', '١٢٣٤٥٦', '12345a', '12345\0', '😀😀😀', '12 456', '+12345', '1e5000', '12345６', '0x1234', '1'.repeat(1_000_000)]; // prettier-ignore
  for (const text of others) assert.ok(!hasShape(text, shape), JSON.stringify(text.slice(0, 10)));
  assert.ok(hasShape('0123ABCXYZ', { alphabet: 'crockford', length: 10 }));
  for (const text of ['0123abcxyz', '0123ABCILO', '0123ABCXYU']) {
    assert.ok(!hasShape(text, { alphabet: 'crockford', length: 10 }), text);
  }
});

test('what has the shape consists of the alphabet, and the other way round', () => {
  const names = Object.keys(alphabets) as AlphabetName[];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.integer({ min: 6, max: 10 }), fc.string({ unit: 'binary' }), (alphabet, length, text) => {
      const fits = text.length === length && text.split('').every((character) => alphabets[alphabet].includes(character));
      assert.equal(hasShape(text, { alphabet, length }), fits);
    }), // prettier-ignore
  );
});
