import assert from 'node:assert/strict';
import { isPortFree } from '@otp-notary/testkit';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Runner, running } from './runner.js';

let directory: string;
let data: string;
let offset: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dev-start-'));
  await chmod(directory, 0o711);
  data = join(directory, 'data');
  offset = String(await freeOffset());
});
after(() => rm(directory, { recursive: true, force: true }));

/** A runner that a failed test left behind is stopped like any other. */
afterEach(async () => {
  for (const runner of started.splice(0)) {
    runner.signal('SIGTERM');
    await runner.exitCode();
  }
});
const started: Runner[] = [];

/** An offset under which nobody listens now, so that these tests can run beside others. */
async function freeOffset(): Promise<number> {
  for (;;) {
    const candidate = 1_000 + Math.floor(Math.random() * 9_000);
    const ports = [54_329, 8545, 8080, 2525, 8025, 8081, 8082, 8083, 8084, 9081, 9082, 9083, 9181, 9182, 9183, 9184];
    const free = await Promise.all(ports.map((port) => isPortFree(port + candidate)));
    if (free.every(Boolean)) return candidate;
  }
}

function start(...args: readonly string[]): Runner {
  const runner = new Runner(data, ['--port-offset', offset, ...args]);
  started.push(runner);
  return runner;
}

/** The one line that a person reads. */
function lastLine(runner: Runner): string {
  const lines = runner.output.split('\n').filter((line) => line.startsWith('otp-notary:'));
  assert.equal(lines.length, 1, runner.output);
  return lines[0] ?? '';
}

test('a busy port is one line, exit 1, and leaves nothing', async () => {
  const busy = 8545 + Number(offset);
  const server = createServer().listen(busy, '127.0.0.1');
  try {
    const runner = start();
    assert.equal(await runner.exitCode(), 1);
    assert.match(lastLine(runner), new RegExp(`port ${busy} \\(the chain\\) is busy`));
    assert.deepEqual(await readdir(data), []);
  } finally {
    server.close();
  }
});

test('Ctrl-C while it starts ends it and leaves a directory that can be started', async () => {
  const runner = start();
  await runner.says(/PostgreSQL 18/);
  runner.signal('SIGINT');
  assert.notEqual(await runner.exitCode(), null);
  assert.equal(runner.isLocked, false);
});

test('the first start proves a code and ends when told --once', async () => {
  const runner = start('--once');
  assert.equal(await runner.exitCode(), 0, runner.output);
  assert.match(runner.output, /Settled .*Proven .*points/s);
  assert.match(runner.output, /npx otpctl issue/);
  assert.equal(runner.isLocked, false);
  assert.doesNotMatch(runner.output, /otp-notary:/);
});

test('data of one bus is not used with another', async () => {
  const runner = start('--bus', 'kafka');
  assert.equal(await runner.exitCode(), 1);
  assert.match(lastLine(runner), /was made with --bus postgres, not --bus kafka/);
});

test('killed, it is started again by the same command; a second runner is refused; Ctrl-C stops all of it', async () => {
  const first = start();
  await first.says(/Up in/);
  const parts = first.parts();
  first.signal('SIGKILL');
  await first.exitCode();

  const second = start();
  await second.says(/Up in/);
  assert.deepEqual(await running(parts), []);
  const third = start();
  assert.equal(await third.exitCode(), 1);
  assert.match(lastLine(third), /already running on this data \(process \d+\)/);

  await second.says(/Verified/);
  const current = second.parts();
  assert.deepEqual((await running(current)).length, 8);
  second.signal('SIGINT');
  assert.equal(await second.exitCode(), 0, second.output);
  assert.match(second.output, /Stopped in/);
  assert.deepEqual(await running(current), []);
  assert.equal(second.isLocked, false);
});

test('when a part dies, one line names it and its log, and the rest is stopped', async () => {
  const runner = start();
  await runner.says(/Up in/);
  const parts = runner.parts();
  const audit = parts.find(({ name }) => name === 'audit');
  assert.ok(audit !== undefined);
  process.kill(audit.pid, 'SIGKILL');
  assert.equal(await runner.exitCode(), 1);
  assert.match(lastLine(runner), /audit ended \(SIGKILL\).*its log is .*logs\/audit\.log/);
  assert.deepEqual(await running(parts), []);
});

test('a chain that is older than the databases is one line that says what to do', async () => {
  await rm(join(data, 'chain', 'state.json'));
  const runner = start();
  assert.equal(await runner.exitCode(), 1);
  assert.match(
    lastLine(runner),
    /the chain does not hold the contract 0x\w+: its state is older.*mv .*\.old.*start anew/,
  );
  assert.equal(runner.isLocked, false);
});
