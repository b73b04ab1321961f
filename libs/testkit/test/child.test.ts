import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Child, isAlive, PartDidNotStart } from '@otp-notary/testkit';

const env = { PATH: process.env['PATH'] ?? '' };
const sh = (script: string, input?: string) =>
  Child.start({ name: 'sh', command: 'sh', args: ['-c', script], env, ...(input === undefined ? {} : { input }) });

test('a child that does not end when asked is killed after the limit', async () => {
  const child = await sh('trap "" TERM; echo deaf; while :; do sleep 0.1; done');
  await child.until(async () => assert.equal(child.tail(), 'deaf'), 10_000);
  const { signal } = await child.end('SIGTERM', 200);
  assert.equal(signal, 'SIGKILL');
  assert.equal(isAlive(child.pid), false);
});

test('a program that is not there is an error with its name', async () => {
  await assert.rejects(
    Child.start({ name: 'ghost', command: '/nonexistent/ghost', args: [], env }),
    (error: Error) => error instanceof PartDidNotStart && error.message.startsWith('ghost cannot be run'),
  );
});

test('a child that ends while starting is reported at once with its last line', async () => {
  const child = await sh('echo the disk is full >&2; exit 3');
  await assert.rejects(
    child.until(() => Promise.reject(new Error('not yet')), 30_000),
    /ended while starting \(the disk is full\)/,
  );
});

test('the last words come from the log file when there is one', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'testkit-child-'));
  try {
    const child = await Child.start({
      name: 'sh',
      command: 'sh',
      args: ['-c', 'echo one; echo two'],
      env,
      logFile: join(directory, 'log'),
    });
    await child.exited;
    assert.equal(child.tail(), 'one\ntwo');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test('a child sees on its stdin when we are gone', async () => {
  const script = `
    const { Child } = await import('@otp-notary/testkit');
    const plan = { env: { PATH: process.env.PATH }, holdInput: true };
    const child = await Child.start({ ...plan, name: 'sh', command: 'sh', args: ['-c', 'cat; echo gone > ' + process.argv[1]] });
    process.kill(process.pid, 'SIGKILL');`;
  const directory = await mkdtemp(join(tmpdir(), 'testkit-child-'));
  try {
    const file = join(directory, 'word');
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file], {
      cwd: import.meta.dirname,
    });
    await assert.rejects(run);
    for (let tries = 0; tries < 100 && !existsSync(file); tries += 1) await sleep(20);
    assert.equal(await readFile(file, 'utf8'), 'gone\n');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test('the environment is what was given and no more, and input arrives on stdin', async () => {
  process.env['TESTKIT_MUST_NOT_LEAK'] = 'secret';
  const child = await sh('cat; echo; env | sort', 'from stdin');
  await child.exited;
  const names = child.tail().split('\n');
  assert.equal(names[0], 'from stdin');
  assert.ok(!child.tail().includes('TESTKIT_MUST_NOT_LEAK'));
});

test('children end with the process that started them, also when it dies of an error', async () => {
  const script = `
    const { Child } = await import('@otp-notary/testkit');
    const child = await Child.start({ name: 'sleep', command: 'sleep', args: ['60'], env: { PATH: process.env.PATH } });
    console.log(child.pid);
    setTimeout(() => { throw new Error('unexpected'); }, 10);`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const pid = Number(stdout);
  assert.ok(pid > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(isAlive(pid), false);
});
