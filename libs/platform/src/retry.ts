import { OtpError } from '@otp-notary/errors';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';

/** One attempt took longer than its limit. */
export class AttemptTimedOut extends OtpError {
  readonly code = 'OTP_ATTEMPT_TIMED_OUT';
  readonly shown = { http: 503, grpc: 14, title: 'Service unavailable' };
}

export interface RetryOptions {
  /** Attempts at most, the first included. */
  readonly attempts: number;
  /** Longest time of one attempt, in milliseconds; its signal is aborted then. */
  readonly timeoutMs: number;
  /** Upper bound of the first pause, in milliseconds; doubles with each attempt. */
  readonly firstDelayMs?: number;
  readonly maxDelayMs?: number;
  /** Ends it all: the reason is thrown. */
  readonly signal?: AbortSignal;
  readonly log?: Logger;
  readonly metrics?: Metrics;
  /** True for an error that another attempt cannot mend: thrown at once. */
  readonly isFinal?: (error: unknown) => boolean;
  /** Number in [0, 1) that jitters a pause. */
  readonly random?: () => number;
}

/**
 * Repeats work until it succeeds, with exponential pauses and full jitter: each pause is uniform between 0 and its bound, so
 * that many processes that failed together do not come back together.
 * @throws the error of the last attempt
 */
export async function retry<T>(
  what: string,
  work: (attempt: number, signal: AbortSignal) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted();
    try {
      return await withinTime(what, options, (signal) => work(attempt, signal));
    } catch (error) {
      options.signal?.throwIfAborted();
      if (attempt >= options.attempts || options.isFinal?.(error) === true) throw error;
      options.metrics?.counter('otp_retries_total', 'Attempts that failed and were repeated', ['what']).inc({ what });
      options.log?.warn({ err: error, what, attempt }, 'attempt failed, repeating');
      await sleep(jittered(attempt, options), options.signal);
    }
  }
}

/** A pause with full jitter before the attempt after `attempt`, in milliseconds. */
export function jittered(
  attempt: number,
  { firstDelayMs = 100, maxDelayMs = 10_000, random = Math.random }: Partial<RetryOptions> = {},
): number {
  return random() * Math.min(maxDelayMs, firstDelayMs * 2 ** Math.min(attempt - 1, 30));
}

/** Waits. Ends early, without an error, when the signal is aborted: check it afterwards. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}

/** Rejects at the limit even when the work ignores its signal. */
async function withinTime<T>(
  what: string,
  options: RetryOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const signal = options.signal === undefined ? own.signal : AbortSignal.any([own.signal, options.signal]);
  const timer = setTimeout(
    () => own.abort(new AttemptTimedOut(`${what} took longer than ${options.timeoutMs} ms`)),
    options.timeoutMs,
  );
  try {
    return await Promise.race([work(signal), rejection(signal)]);
  } finally {
    clearTimeout(timer);
  }
}

async function rejection(signal: AbortSignal): Promise<never> {
  return await new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
