import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLine, readTally, sum } from './tally.js';

test('the closing lines of node:test are read, a cancelled test counts as failed', () => {
  const output = '✔ a promise (1ms)\nℹ tests 9\nℹ pass 5\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 1\n';
  assert.deepEqual(readTally(output), { passed: 5, failed: 2, skipped: 2 });
});

test('the closing lines of mocha are read', () => {
  assert.deepEqual(readTally('  a contract\n    ✔ holds\n\n  12 passing (3s)\n  1 failing\n  2 pending\n'), {
    passed: 12,
    failed: 1,
    skipped: 2,
  });
});

test('several runners in one output add up, and a run that printed nothing has no tests', () => {
  assert.deepEqual(readTally('# pass 2\n# fail 0\n  3 passing\n'), { passed: 5, failed: 0, skipped: 0 });
  assert.deepEqual(readTally(''), { passed: 0, failed: 0, skipped: 0 });
});

test('the closing line names skipped tests only when there are some', () => {
  const one = { passed: 3, failed: 0, skipped: 0 };
  assert.equal(closingLine(one), '3 passed, 0 failed');
  assert.equal(closingLine(sum([one, { passed: 1, failed: 1, skipped: 2 }])), '4 passed, 1 failed, 2 skipped');
});
