import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from './metrics.js';
import { AttemptTimedOut, jittered, retry, sleep } from './retry.js';

const quick = { firstDelayMs: 1, maxDelayMs: 2 };

test('work is repeated until it succeeds, and each repetition is counted', async () => {
  const metrics = new Metrics();
  const attempts: number[] = [];
  const result = await retry(
    'work',
    async (attempt) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('not yet');
      return 'done';
    },
    { ...quick, attempts: 5, timeoutMs: 100, metrics },
  );
  assert.equal(result, 'done');
  assert.deepEqual(attempts, [1, 2, 3]);
  assert.match(await metrics.registry.metrics(), /otp_retries_total\{what="work"\} 2/);
});

test('the error of the last attempt is thrown, after exactly the attempts that were allowed', async () => {
  let attempts = 0;
  const work = async () => await Promise.reject(new Error(`attempt ${(attempts += 1)}`));
  await assert.rejects(retry('work', work, { ...quick, attempts: 3, timeoutMs: 100 }), /attempt 3/);
  assert.equal(attempts, 3);
});

test('an error that is final is not tried again', async () => {
  let attempts = 0;
  const work = async () => await Promise.reject(new Error(`final ${(attempts += 1)}`));
  await assert.rejects(retry('work', work, { ...quick, attempts: 3, timeoutMs: 100, isFinal: () => true }), /final 1/);
  assert.equal(attempts, 1);
});

test('an attempt that hangs ends at its limit, even when it ignores its signal', async () => {
  let aborted = 0;
  const work = async (_: number, signal: AbortSignal) => {
    signal.addEventListener('abort', () => (aborted += 1));
    await new Promise(() => {});
  };
  await assert.rejects(retry('work', work, { ...quick, attempts: 2, timeoutMs: 10 }), AttemptTimedOut);
  assert.equal(aborted, 2);
});

test('an abort ends the attempt and the pause at once, with its own reason', async () => {
  for (const work of [async () => await new Promise(() => {}), async () => await Promise.reject(new Error('failed'))]) {
    const stop = new AbortController();
    const running = retry('work', work, {
      attempts: 9,
      timeoutMs: 60_000,
      firstDelayMs: 60_000,
      signal: stop.signal,
      random: () => 1,
    });
    setTimeout(() => stop.abort(new Error('stopping')), 5);
    await assert.rejects(running, /stopping/);
  }
});

test('pauses double up to their limit and are jittered over their whole range', () => {
  const options = { firstDelayMs: 100, maxDelayMs: 1_000 };
  assert.deepEqual(
    [1, 2, 3, 4, 5, 60].map((attempt) => jittered(attempt, { ...options, random: () => 1 })),
    [100, 200, 400, 800, 1_000, 1_000],
  );
  assert.equal(jittered(3, { ...options, random: () => 0 }), 0);
});

test('a sleep ends early and without an error when it is aborted, also before it began', async () => {
  await sleep(60_000, AbortSignal.abort());
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 5);
  await sleep(60_000, stop.signal);
});
