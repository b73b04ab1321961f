import { createPool, type MigrationSet } from '@otp-notary/persistence';
import type { Logger, Metrics } from '@otp-notary/platform';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { unavailable, type Bus, type BusConsumer, type BusPublisher, type ConsumerOptions } from './bus.js';
import { PgConsumer } from './pg-consumer.js';
import { PgPublisher } from './pg-publisher.js';
import { Wake } from './pg-wake.js';
import { within } from './within.js';

/** The tables and functions of the bus database. */
export const busMigrations: MigrationSet = {
  name: 'bus',
  directory: fileURLToPath(new URL('../../migrations', import.meta.url)),
};

const REACHABLE_MS = 3_000;
const STATEMENT_MS = 8_000;

/** The bus of one machine, a log over PostgreSQL. */
export class PgBus implements Bus {
  readonly #writing: Pool;
  /** Offsets and leases that a crash takes back are messages that come again. */
  readonly #reading: Pool;
  readonly #wake: Wake;

  constructor(
    url: string,
    client: string,
    private readonly telemetry: { readonly log: Logger; readonly metrics: Metrics },
  ) {
    const application = `${client} bus`;
    const options = {
      url,
      application,
      statementTimeoutMs: STATEMENT_MS,
      queryTimeoutMs: STATEMENT_MS,
      log: telemetry.log,
    };
    this.#writing = createPool({ ...options, max: 2 });
    this.#reading = createPool({ ...options, max: 4, lazyCommit: true });
    this.#wake = new Wake(url, application, telemetry.log);
  }

  async publisher(): Promise<BusPublisher> {
    return new PgPublisher(this.#writing, this.telemetry.metrics);
  }

  consumer(options: ConsumerOptions): BusConsumer {
    return new PgConsumer(this.#reading, this.#wake, options, this.telemetry);
  }

  async isReachable(): Promise<void> {
    try {
      await within(REACHABLE_MS, 'no answer', this.#writing.query('select 1'));
    } catch (error) {
      throw unavailable('the bus database does not answer', error);
    }
  }

  async close(): Promise<void> {
    await this.#wake.close();
    await Promise.all([this.#writing.end(), this.#reading.end()]);
  }
}
