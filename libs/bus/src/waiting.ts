import { setTimeout as delay } from 'node:timers/promises';

/** Resolves after `ms` or when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Milliseconds before try number `failures` + 1: full jitter below a bound that doubles. */
export function backoffMs(failures: number, firstMs = 100, mostMs = 5_000): number {
  return firstMs / 2 + Math.random() * Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20));
}

/** Fails with `message` when `work` takes longer; `work` itself goes on and its late failure is swallowed. */
export async function within<T>(ms: number, message: string, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  work.catch(() => undefined);
  const late = delay(ms, undefined, { signal: ended.signal }).then(() => {
    throw new Error(message);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    ended.abort();
  }
}

/** Runs one piece of work after the other, in the order of the calls. */
export class OneByOne {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
