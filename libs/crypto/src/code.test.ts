import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { drawCode, osRandom, type RandomBytes } from './code.js';

const DIGITS = '0123456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Gives the listed bytes, then only zeros. */
function scripted(script: readonly number[]): RandomBytes {
  const left = [...script];
  return (buffer) => buffer.map(() => left.shift() ?? 0);
}

test('bytes that would favour some characters are thrown away', () => {
  // 250 to 255 lie above the largest multiple of 10: taking them would make 0 to 5 likelier.
  assert.equal(drawCode(DIGITS, 6, scripted([250, 251, 252, 253, 254, 255, 249, 10, 21, 32, 43, 54])), '901234');
  assert.equal(drawCode(CROCKFORD, 6, scripted([255, 31, 32, 0, 1, 2])), 'ZZ0012');
});

test('a code has its length and its alphabet, whatever the bytes are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 256 }), fc.integer({ min: 1, max: 12 }), (size, length) => {
      const alphabet = String.fromCharCode(...Array.from({ length: size }, (_, i) => 0x100 + i));
      const code = drawCode(alphabet, length);
      assert.equal(code.length, length);
      assert.ok(code.split('').every((character) => alphabet.includes(character)));
    }),
  );
  for (const alphabet of ['', '0', 'x'.repeat(257)]) assert.throws(() => drawCode(alphabet, 6), RangeError);
});

test('each character is equally likely: a chi-squared test that a plain modulo fails', () => {
  // 99.99999 % quantile of chi-squared with 9 degrees of freedom: one false alarm in ten million runs.
  const LIMIT = 50;
  assert.ok(chiSquared(() => drawCode(DIGITS, 10)) < LIMIT);
  const biased = (): string => [...osRandom(new Uint8Array(10))].map((byte) => byte % 10).join('');
  assert.ok(chiSquared(biased) > LIMIT, 'the test sees the bias of a plain modulo');
});

function chiSquared(draw: () => string): number {
  const draws = 40_000;
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < draws; i += 1)
    for (const digit of draw()) counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
  const expected = draws;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
