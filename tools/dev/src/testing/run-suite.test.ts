import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { runSuite } from './run-suite.js';

const LIMIT_MS = 20_000;

function suite(command: string) {
  return runSuite({ name: 'sample', directory: tmpdir(), command, alone: false, kind: 'package' }, LIMIT_MS);
}

test('a suite whose tests passed and whose children are gone passes', async () => {
  const { tally, problem } = await suite("echo 'ℹ pass 2'");
  assert.deepEqual(
    { passed: tally.passed, failed: tally.failed, problem },
    { passed: 2, failed: 0, problem: undefined },
  );
});

test('a child that is on its way out when the suite ends is none that was left behind', async () => {
  const { tally, problem } = await suite("sleep 0.5 >/dev/null 2>&1 & echo 'ℹ pass 1'");
  assert.deepEqual({ failed: tally.failed, problem }, { failed: 0, problem: undefined });
});

test('a child that stays is ended, and the suite fails', async () => {
  const started = Date.now();
  for (const command of ["sleep 60 & echo 'ℹ pass 1'", "sleep 60 >/dev/null 2>&1 & echo 'ℹ pass 1'"]) {
    const { tally, problem } = await suite(command);
    assert.deepEqual([tally.failed, problem], [1, 'left processes running when it ended']);
  }
  assert.ok(Date.now() - started < LIMIT_MS);
});

test('a suite that crashed, or that reported no test, fails', async () => {
  assert.match((await suite("echo 'ℹ pass 1'; exit 3")).problem ?? '', /exited with 3/);
  assert.equal((await suite('true')).problem, 'reported no test');
});
