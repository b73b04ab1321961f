import assert from 'node:assert/strict';
import { Child, isAlive } from '@otp-notary/testkit';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { CannotStart } from '../cannot-start.js';
import { Lock } from './lock.js';

const nowhere = { rpcUrl: 'http://127.0.0.1:1', stateFile: '/nonexistent' };
let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dev-lock-'));
  file = join(directory, 'lock.json');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('a second runner is refused while the first one runs', async () => {
  const lock = await Lock.take(file, nowhere);
  await assert.rejects(
    Lock.take(file, nowhere),
    (error: Error) => error instanceof CannotStart && error.message.includes(`process ${process.pid}`),
  );
  await lock.release();
  assert.equal(existsSync(file), false);
});

test('what a killed runner left running is ended, and the lock is free', async () => {
  const orphan = await Child.start({
    name: 'sleep',
    command: 'sleep',
    args: ['60'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const lock = await Lock.take(file, nowhere);
  await lock.note('sleep', orphan.pid);
  const left = JSON.parse(await readFile(file, 'utf8')) as { runner: { ticks: string } };
  // The pid is ours, its start time is not: the runner that wrote this is gone.
  left.runner.ticks = '1';
  await writeFile(file, JSON.stringify(left));
  const next = await Lock.take(file, nowhere);
  assert.equal(isAlive(orphan.pid), false);
  await next.release();
});

test('parts that are noted side by side are all written down', async () => {
  const lock = await Lock.take(file, nowhere);
  await Promise.all(['a', 'b', 'c'].map((name) => lock.note(name, process.pid)));
  const { parts } = JSON.parse(await readFile(file, 'utf8')) as { parts: { name: string }[] };
  assert.deepEqual(parts.map(({ name }) => name).sort(), ['a', 'b', 'c']);
  await lock.release();
});

test('a process that only has the number of a part is left alone', async () => {
  const stranger = await Child.start({
    name: 'sleep',
    command: 'sleep',
    args: ['60'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const part = { name: 'issuer', pid: stranger.pid, ticks: '1' };
  await writeFile(file, JSON.stringify({ runner: { name: 'runner', pid: process.pid, ticks: '1' }, parts: [part] }));
  const lock = await Lock.take(file, nowhere);
  assert.equal(isAlive(stranger.pid), true);
  await stranger.kill();
  await lock.release();
});

test('a lock file that a power cut left empty is no lock', async () => {
  await writeFile(file, '');
  await (await Lock.take(file, nowhere)).release();
});
