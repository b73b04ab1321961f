import type { Topic } from '@otp-notary/events';
import type { Logger, Metrics } from '@otp-notary/platform';
import { Partitioners, type Admin, type Kafka, type Producer } from 'kafkajs';
import { unavailable, type BusMessage, type BusPublisher, type PartitionEnd } from './bus.js';
import { OneByOne } from './one-by-one.js';
import { within } from './within.js';

/** Of one request, at the broker. */
const ACK_MS = 5_000;
/** Of a publish with all its retries. */
const PUBLISH_MS = 9_000;
const ENDS_MS = 5_000;
/** Well under the broker's limit of a batch (1 MiB), also when all of it goes to one partition. */
const CHUNK_BYTES = 512 * 1024;
const ALL_REPLICAS = -1;

/**
 * An idempotent producer, acks from all replicas. After any failure the producer is thrown away: its sequence numbers are
 * no longer known for sure, and what it may still deliver late are only messages that the caller publishes again first.
 */
export class KafkaPublisher implements BusPublisher {
  readonly #order = new OneByOne();
  readonly #published;
  #producer: Producer | undefined;
  #admin: Admin | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly log: Logger,
    metrics: Metrics,
  ) {
    this.#published = metrics.counter('otp_bus_published_total', 'Messages published', ['bus']);
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    if (messages.length === 0) return;
    try {
      await this.#order.run(() => within(PUBLISH_MS, 'no answer in time', this.#publish(messages)));
    } catch (error) {
      this.#discard(this.#producer);
      this.#producer = undefined;
      throw unavailable('not published', error);
    }
  }

  async #publish(messages: readonly BusMessage[]): Promise<void> {
    const producer = (this.#producer ??= this.#newProducer());
    // Connects once, and again after a broken connection.
    await producer.connect();
    for (const chunk of chunks(messages)) {
      await producer.sendBatch({ topicMessages: byTopic(chunk), acks: ALL_REPLICAS, timeout: ACK_MS });
      this.#published.inc({ bus: 'kafka' }, chunk.length);
    }
  }

  #newProducer(): Producer {
    return this.kafka.producer({
      idempotent: true,
      // More than one in flight can be reordered by a retry.
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 },
    });
  }

  async ends(topics: readonly Topic[]): Promise<Record<string, PartitionEnd[]>> {
    try {
      return await within(ENDS_MS, 'no answer in time', this.#ends(topics));
    } catch (error) {
      this.#discard(this.#admin);
      this.#admin = undefined;
      throw unavailable('the ends of the topics are not known', error);
    }
  }

  async #ends(topics: readonly Topic[]): Promise<Record<string, PartitionEnd[]>> {
    const admin = (this.#admin ??= this.kafka.admin());
    await admin.connect();
    const ends = topics.map(async (topic) => {
      const partitions = await admin.fetchTopicOffsets(topic);
      const sorted = partitions.map(({ partition, high }) => ({ partition, next: high }));
      return [topic, sorted.sort((a, b) => a.partition - b.partition)] as const;
    });
    return Object.fromEntries(await Promise.all(ends));
  }

  async close(): Promise<void> {
    await within(ENDS_MS, 'no answer', Promise.all([this.#producer?.disconnect(), this.#admin?.disconnect()])).catch(
      (error: unknown) => this.log.debug({ err: error }, 'a connection to Kafka was dropped'),
    );
  }

  #discard(client: Producer | Admin | undefined): void {
    client?.disconnect().catch((error: unknown) => this.log.debug({ err: error }, 'a connection to Kafka was dropped'));
  }
}

/** Topic by topic, each in the order given. */
function byTopic(messages: readonly BusMessage[]): { topic: string; messages: Omit<BusMessage, 'topic'>[] }[] {
  const topics = new Map<string, Omit<BusMessage, 'topic'>[]>();
  for (const { topic, ...message } of messages) {
    const before = topics.get(topic);
    if (before === undefined) topics.set(topic, [message]);
    else before.push(message);
  }
  return [...topics].map(([topic, of]) => ({ topic, messages: of }));
}

function* chunks(messages: readonly BusMessage[]): Iterable<readonly BusMessage[]> {
  let from = 0;
  let bytes = 0;
  for (const [index, { value }] of messages.entries()) {
    if (index > from && bytes + value.length > CHUNK_BYTES) {
      yield messages.slice(from, index);
      [from, bytes] = [index, 0];
    }
    bytes += value.length;
  }
  yield messages.slice(from);
}
