import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Child, isAlive, PartDidNotStart } from '@otp-notary/testkit';

const env = { PATH: process.env['PATH'] ?? '' };
const sh = (script: string, input?: string) =>
  Child.start({ name: 'sh', command: 'sh', args: ['-c', script], env, ...(input === undefined ? {} : { input }) });

test('a child that does not end when asked is killed after the limit', async () => {
  const child = await sh('trap "" TERM; while :; do sleep 0.1; done');
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
