import type { Logger, Metrics } from '@otp-notary/platform';
import type { Kafka } from 'kafkajs';
import { unavailable, type Bus, type BusConsumer, type BusPublisher, type ConsumerOptions } from './bus.js';
import { kafkaClient } from './kafka-client.js';
import { KafkaConsumer } from './kafka-consumer.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { within } from './within.js';

const REACHABLE_MS = 3_000;

/** The bus of a cluster: Apache Kafka 3.x or 4.x. Topics must exist (`createTopics`). */
export class KafkaBus implements Bus {
  readonly #kafka: Kafka;
  readonly #publishers: KafkaPublisher[] = [];

  constructor(
    brokers: readonly string[],
    client: string,
    private readonly telemetry: { readonly log: Logger; readonly metrics: Metrics },
  ) {
    this.#kafka = kafkaClient(brokers, client, telemetry.log);
  }

  async publisher(): Promise<BusPublisher> {
    const publisher = new KafkaPublisher(this.#kafka, this.telemetry.log, this.telemetry.metrics);
    this.#publishers.push(publisher);
    return publisher;
  }

  consumer(options: ConsumerOptions): BusConsumer {
    return new KafkaConsumer(this.#kafka, options, this.telemetry);
  }

  async isReachable(): Promise<void> {
    const admin = this.#kafka.admin({ retry: { retries: 0 } });
    try {
      await within(
        REACHABLE_MS,
        'no answer',
        admin.connect().then(async () => void (await admin.describeCluster())),
      );
    } catch (error) {
      throw unavailable('Kafka does not answer', error);
    } finally {
      admin.disconnect().catch(() => undefined);
    }
  }

  /** Ends the publishers; consumers end with their signals. */
  async close(): Promise<void> {
    await Promise.all(this.#publishers.map((publisher) => publisher.close()));
  }
}
