import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterOf } from './letter.js';

const message = { destination: 'anna@example.com', code: '000042', purpose: 'payment', context: {}, lifeSeconds: 60 };

test('a letter names purpose, code and life; the code is not in the subject', () => {
  const { subject, text } = letterOf(message);
  assert.match(text, /"payment"/);
  assert.match(text, /^ {4}000042$/m);
  assert.match(text, /good for 1 minute,/);
  assert.doesNotMatch(subject, /\d/);
});

test('a letter shows what the code confirms', () => {
  const { text } = letterOf({ ...message, context: { amount: '100.00 EUR', payee: 'ACME' } });
  assert.match(text, /^ {4}amount: 100\.00 EUR$/m);
  assert.match(text, /^ {4}payee: ACME$/m);
});

const spans: [number, string][] = [
  [1, '1 second'],
  [15, '15 seconds'],
  [60, '1 minute'],
];
for (const [lifeSeconds, words] of spans) {
  test(`a life of ${lifeSeconds} s is "${words}"`, () => {
    assert.ok(letterOf({ ...message, lifeSeconds }).text.includes(`good for ${words},`));
  });
}
