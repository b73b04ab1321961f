import { setTimeout as delay } from 'node:timers/promises';

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
