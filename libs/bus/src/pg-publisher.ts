import type { Topic } from '@otp-notary/events';
import type { Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';
import { unavailable, type BusMessage, type BusPublisher, type PartitionEnd } from './bus.js';
import { partitionOf } from './partition.js';
import { OneByOne } from './one-by-one.js';
import { within } from './within.js';

/** Of a publish with connecting. A statement that ends later only doubles what its caller publishes again first. */
const PUBLISH_MS = 9_000;

const PUBLISH = `select bus_publish($1, $2, $3, $4, $5)`;
const PARTITIONS = `select topic, count(*)::int as partitions from bus_partition group by topic`;
const ENDS = `select topic, partition, next from bus_partition where topic = any ($1) order by topic, partition`;

/** One statement and one commit for a batch. */
export class PgPublisher implements BusPublisher {
  readonly #order = new OneByOne();
  readonly #published;
  #partitions: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly pool: Pool,
    metrics: Metrics,
  ) {
    this.#published = metrics.counter('otp_bus_published_total', 'Messages published', ['bus']);
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    if (messages.length === 0) return;
    try {
      await this.#order.run(() => within(PUBLISH_MS, 'no answer in time', this.#publish(messages)));
    } catch (error) {
      // Topics may have come since.
      this.#partitions = undefined;
      throw unavailable('not published', error);
    }
  }

  async #publish(messages: readonly BusMessage[]): Promise<void> {
    const partitions = (this.#partitions ??= await this.#countPartitions());
    const partitionOfMessage = ({ topic, key }: BusMessage): number => partitionOf(key, partitions.get(topic) ?? 1);
    const values = [
      messages.map(({ topic }) => topic),
      messages.map(partitionOfMessage),
      messages.map(({ key }) => key),
      messages.map(({ value }) => value),
      messages.map(({ headers }) => JSON.stringify(headers)),
    ];
    await this.pool.query({ name: 'bus-publish', text: PUBLISH, values });
    this.#published.inc({ bus: 'postgres' }, messages.length);
  }

  async #countPartitions(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.pool.query<{ topic: string; partitions: number }>(PARTITIONS);
    return new Map(rows.map(({ topic, partitions }) => [topic, partitions]));
  }

  async ends(topics: readonly Topic[]): Promise<Record<string, PartitionEnd[]>> {
    const ends: Record<string, PartitionEnd[]> = Object.fromEntries(topics.map((topic) => [topic, []]));
    try {
      const { rows } = await this.pool.query<PartitionEnd & { topic: string }>(ENDS, [topics]);
      for (const { topic, partition, next } of rows) ends[topic]?.push({ partition, next });
      return ends;
    } catch (error) {
      throw unavailable('the ends of the topics are not known', error);
    }
  }

  async close(): Promise<void> {
    // The pool belongs to the bus.
  }
}
