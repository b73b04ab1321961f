import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastWords } from './last-words.js';

const cases: readonly (readonly [string, string, string])[] = [
  ['a plain last line', 'one\ntwo\n', 'two'],
  [
    'the error above a stack trace',
    "Error: Cannot find module 'x'\n    at resolve (a.js:1)\n\nNode.js v24.21.0",
    "Error: Cannot find module 'x'",
  ],
  [
    'the message of a JSON log line',
    '{"level":"info","msg":"starting"}\n{"level":"fatal","msg":"no writer","err":{"message":"lost"}}',
    'no writer: lost',
  ],
  ['silence', '\n', 'it said nothing'],
];
for (const [what, output, words] of cases) {
  test(`the last words are ${what}`, () => {
    assert.equal(lastWords(output), words);
  });
}
