import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from './log.js';
import { runLoop } from './loops.js';
import { Metrics } from './metrics.js';

const log = createLogger('test', 'silent');

test('a loop goes on at once while there is more, and ends when it is aborted', async () => {
  const metrics = new Metrics();
  const stop = new AbortController();
  let runs = 0;
  await runLoop(
    'drain',
    60_000,
    async () => {
      runs += 1;
      if (runs < 50) return 'again';
      setTimeout(() => stop.abort(), 1);
      return 'idle';
    },
    { log, metrics, signal: stop.signal },
  );
  assert.equal(runs, 50);
  assert.match(await metrics.registry.metrics(), /otp_loop_runs_total\{loop="drain"\} 50/);
});

test('a failure is counted, pauses the loop, and does not end it', async () => {
  const metrics = new Metrics();
  const stop = new AbortController();
  let runs = 0;
  await runLoop(
    'failing',
    1,
    async () => {
      runs += 1;
      if (runs === 3) stop.abort();
      else throw new Error('failed');
    },
    { log, metrics, signal: stop.signal },
  );
  assert.equal(runs, 3);
  assert.match(await metrics.registry.metrics(), /otp_loop_failures_total\{loop="failing"\} 2/);
});

test('an abort during work waits for the work to end, and its error is not a failure', async () => {
  const metrics = new Metrics();
  const stop = new AbortController();
  let ended = false;
  await runLoop(
    'ending',
    1,
    async (signal) => {
      stop.abort();
      await new Promise((resolve) => setTimeout(resolve, 10));
      ended = true;
      signal.throwIfAborted();
    },
    { log, metrics, signal: stop.signal },
  );
  assert.equal(ended, true);
  assert.doesNotMatch(await metrics.registry.metrics(), /otp_loop_failures_total\{/);
});
