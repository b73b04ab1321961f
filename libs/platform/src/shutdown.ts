import type { Logger } from './log.js';
import { sleep } from './retry.js';

/** A hook gets at least this long, in milliseconds, however long the drain took. */
const LEAST_MS = 1_000;

/** What a service does when it stops, in order. */
export class Shutdown {
  readonly #hooks: { readonly name: string; readonly work: () => Promise<void> }[] = [];
  readonly #background = new AbortController();

  constructor(private readonly log: Logger) {}

  /** Aborted when background work must end: requests have been answered by then. */
  get signal(): AbortSignal {
    return this.#background.signal;
  }

  add(name: string, work: () => Promise<void>): void {
    this.#hooks.push({ name, work });
  }

  /** Stops accepting and lets requests end, ends background work, then runs the hooks, last added first. Never rejects. */
  async run(drain: () => Promise<void>, limitMs: number): Promise<void> {
    const deadline = performance.now() + limitMs;
    await this.#within(limitMs, 'drain', drain);
    this.#background.abort(new Error('The service stops'));
    for (const { name, work } of this.#hooks.toReversed()) {
      await this.#within(Math.max(LEAST_MS, deadline - performance.now()), name, work);
    }
  }

  async #within(ms: number, name: string, work: () => Promise<void>): Promise<void> {
    const done = new AbortController();
    const late = async () => {
      await sleep(ms, done.signal);
      if (!done.signal.aborted) this.log.error({ step: name, ms }, 'a step of the shutdown did not end in time');
    };
    try {
      await Promise.race([work(), late()]);
    } catch (error) {
      this.log.error({ err: error, step: name }, 'a step of the shutdown failed');
    } finally {
      done.abort();
    }
  }
}
