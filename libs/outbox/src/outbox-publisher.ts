import type { BusMessage, BusPublisher } from '@otp-notary/bus';
import type { Topic } from '@otp-notary/events';
import { inTransaction, type Leadership, type LeaderTerm } from '@otp-notary/persistence';
import { jittered, sleep, type Logger, type Metrics } from '@otp-notary/platform';
import type { Pool, PoolClient } from 'pg';
import { watchBacklog } from './backlog.js';

/** Rows of one pass. */
const MOST_ROWS = 1_000;
/** After a pass that was not full: lets rows gather, so that a loaded service publishes few large batches. */
const GATHER_MS = 20;
const IDLE_MS = 50;
/** How often `afterPass` is asked when nothing happens. */
const QUIET_MS = 200;
const MOST_BACKOFF_MS = 5_000;

const TAKE = `select id, topic, key, payload, headers::text from outbox order by id limit ${MOST_ROWS}`;
// A delete that a crash takes back is an event that is published again: no need to wait for the disk.
const DELETE = `
  delete from outbox using (select set_config('synchronous_commit', 'off', true)) as lazily
  where id = any ($1::bigint[])`;

/** What the publisher tells after a pass. */
export interface Pass {
  /** In a transaction of its own; the published rows are deleted already. */
  readonly client: PoolClient;
  readonly fence: bigint;
  /** Rows that this pass published. */
  readonly published: number;
  /** The pass published every row that was committed when it began. */
  readonly drained: boolean;
}

export interface OutboxPublisherOptions {
  readonly pool: Pool;
  readonly leadership: Leadership;
  readonly publisher: () => Promise<BusPublisher>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly afterPass?: (pass: Pass) => Promise<void>;
}

interface Row {
  readonly id: string;
  readonly topic: Topic;
  readonly key: string;
  readonly payload: string;
  readonly headers: string;
}

/**
 * Moves rows from the outbox to the bus, one publisher at a time: read, publish, delete. At least once: what a crash left
 * between publish and delete is published again.
 *
 * A pass takes the visible rows with the lowest ids, never "everything after the last id": a row whose transaction commits
 * late is simply there at the next pass, so none is skipped. And order holds for every pair that has one: when a row's
 * transaction could know of another row's, it drew a larger id, and no snapshot shows it without the other.
 */
export class OutboxPublisher {
  readonly #published;
  #bus: BusPublisher | undefined;
  #toldAt = 0;

  constructor(private readonly options: OutboxPublisherOptions) {
    this.#published = options.metrics.counter('otp_outbox_published_total', 'Events moved to the bus');
    watchBacklog(options.pool, options.metrics);
  }

  /** Publishes whenever this process leads, until `signal` aborts. Never throws: what fails is tried again, rows stay. */
  async run(signal: AbortSignal): Promise<void> {
    await this.options.leadership.run((term) => this.#term(term), signal);
    await this.#bus?.close();
  }

  async #term({ fence, signal }: LeaderTerm): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        const published = await this.#pass(fence);
        failures = 0;
        if (published < MOST_ROWS) await sleep(published > 0 ? GATHER_MS : IDLE_MS, signal);
      } catch (error) {
        failures += 1;
        if (failures === 1) this.options.log.warn({ err: error }, 'the outbox waits for the bus or its database');
        await sleep(IDLE_MS + jittered(failures, { firstDelayMs: 100, maxDelayMs: MOST_BACKOFF_MS }), signal);
      }
    }
  }

  async #pass(fence: bigint): Promise<number> {
    const { pool, afterPass } = this.options;
    const tells = afterPass !== undefined && performance.now() - this.#toldAt > QUIET_MS;
    const { rows } = await pool.query<Row>({ name: 'outbox-take', text: TAKE });
    await this.#publish(rows);
    await this.#remove(rows);
    if (tells) {
      const pass = { fence, published: rows.length, drained: rows.length < MOST_ROWS };
      await inTransaction(pool, (client) => afterPass({ client, ...pass }));
      this.#toldAt = performance.now();
    }
    this.#published.inc(rows.length);
    return rows.length;
  }

  async #publish(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    this.#bus ??= await this.options.publisher();
    await this.#bus.publish(rows.map(message));
  }

  async #remove(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.options.pool.query({ name: 'outbox-delete', text: DELETE, values: [rows.map(({ id }) => id)] });
  }
}

function message({ topic, key, payload, headers }: Row): BusMessage {
  return {
    topic,
    key,
    value: payload,
    headers: headers === '{}' ? {} : (JSON.parse(headers) as Record<string, string>),
  };
}
