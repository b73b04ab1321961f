import { jittered, sleep, type Logger, type Metrics } from '@otp-notary/platform';
import type { BatchHandler, Delivered } from './bus.js';
import { BACKOFF } from './backoff.js';

/** Hands a batch to its handler until that succeeds. What both adapters do between reading and committing. */
export class Delivery {
  readonly #delivered;
  readonly #failures;

  constructor(
    private readonly group: string,
    private readonly handler: BatchHandler,
    private readonly log: Logger,
    metrics: Metrics,
  ) {
    this.#delivered = metrics.counter('otp_bus_delivered_total', 'Messages handled', ['group']);
    this.#failures = metrics.counter('otp_bus_handler_failures_total', 'Batches whose handler threw', ['group']);
  }

  /** @returns whether the batch was handled: false when `mayGoOn` said no after a failure */
  async handle(batch: readonly Delivered[], mayGoOn: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
    const labels = { group: this.group };
    for (let failures = 0; ;) {
      try {
        await this.handler(batch);
        this.#delivered.inc(labels, batch.length);
        return true;
      } catch (error) {
        failures += 1;
        this.#failures.inc(labels);
        this.log.warn({ err: error, ...labels, failures, messages: batch.length }, 'a batch failed and comes again');
      }
      await sleep(jittered(failures, BACKOFF), signal);
      if (signal.aborted || !(await mayGoOn())) return false;
    }
  }
}
