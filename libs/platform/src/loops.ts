import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';
import { jittered, sleep } from './retry.js';

/** Longest pause after failures, in milliseconds. */
const MAX_BACKOFF_MS = 10_000;

export interface LoopDependencies {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly signal: AbortSignal;
}

/**
 * Runs work again and again until the signal is aborted: at once when it answers 'again', after `everyMs` otherwise, and after a
 * jittered pause that grows (10 s at most) while it fails. Resolves after the abort, when the running work has ended. Never rejects.
 */
export async function runLoop(
  name: string,
  everyMs: number,
  work: (signal: AbortSignal) => Promise<'again' | 'idle' | void>,
  { log, metrics, signal }: LoopDependencies,
): Promise<void> {
  const runs = metrics.counter('otp_loop_runs_total', 'Runs of a background loop', ['loop']);
  const failures = metrics.counter('otp_loop_failures_total', 'Failed runs of a background loop', ['loop']);
  let failed = 0;
  while (!signal.aborted) {
    try {
      runs.inc({ loop: name });
      const next = await work(signal);
      failed = 0;
      if (next !== 'again') await sleep(everyMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      failed += 1;
      failures.inc({ loop: name });
      log.error({ err: error, loop: name, failed }, 'background work failed, repeating');
      await sleep(everyMs + jittered(failed, { firstDelayMs: 100, maxDelayMs: MAX_BACKOFF_MS }), signal);
    }
  }
}
