import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer holds. @throws Error with the last answer when it never does */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  withinMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)} after ${withinMs} ms`);
    await delay(20);
  }
}
