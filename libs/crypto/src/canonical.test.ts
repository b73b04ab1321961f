import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalJson, type Json } from './canonical.js';

interface Vectors {
  readonly documents: readonly { readonly input: string; readonly canonical: string }[];
  readonly numbers: readonly (readonly [ieee754: string, text: string])[];
}
const vectors = JSON.parse(
  readFileSync(new URL('../../test/vectors/rfc8785.json', import.meta.url), 'utf8'),
) as Vectors;

test('the documents of RFC 8785 have the canonical form that it prints', () => {
  for (const { input, canonical } of vectors.documents) {
    assert.equal(canonicalJson(JSON.parse(input) as Json), canonical);
  }
});

test('the numbers of RFC 8785 Appendix B are written as it says', () => {
  for (const [ieee754, text] of vectors.numbers) {
    assert.equal(canonicalJson(Buffer.from(ieee754, 'hex').readDoubleBE()), text);
  }
});

test('what has no canonical form is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { a: '\udc00' }, { '\ud800': 1 }]) {
    assert.throws(() => canonicalJson(value));
  }
});

test('the order of members does not matter, and reading it back gives the same value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.integer()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      const text = canonicalJson(value);
      assert.equal(canonicalJson(turned), text);
      assert.equal(canonicalJson(JSON.parse(text) as Json), text);
    }),
  );
});
