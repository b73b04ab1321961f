import { topics } from '@otp-notary/events';
import { migrate } from '@otp-notary/persistence';
import type { Logger, Metrics } from '@otp-notary/platform';
import { Client } from 'pg';
import { BusUnavailable, unavailable, type Bus } from './bus.js';
import { KafkaBus } from './kafka-bus.js';
import { kafkaClient } from './kafka-client.js';
import { busMigrations, PgBus } from './pg-bus.js';

export interface BusOptions {
  readonly bus: 'postgres' | 'kafka';
  /** Of the bus database, as the service's role; as its owner for `createTopics`. */
  readonly busUrl?: string | undefined;
  readonly kafkaBrokers?: readonly string[] | undefined;
  /** Names the process at the bus. */
  readonly client: string;
  readonly log: Logger;
  readonly metrics: Metrics;
}

export interface TopicOptions extends Omit<BusOptions, 'metrics'> {
  /** Of each topic, 4 unless told. Never change it for topics that hold messages: keys would move. */
  readonly partitions?: number;
  /** Copies of each partition (Kafka), 1 unless told. */
  readonly replicas?: number;
  /** Login roles of the services (PostgreSQL). */
  readonly roles?: readonly string[];
}

/** Opens the bus; connections are made when they are needed. @throws BusUnavailable when its address is missing */
export function openBus(options: BusOptions): Bus {
  return options.bus === 'kafka'
    ? new KafkaBus(brokersOf(options), options.client, options)
    : new PgBus(urlOf(options), options.client, options);
}

/** Makes every topic of the system that does not exist yet. Safe to call again. @throws BusUnavailable */
export async function createTopics(options: TopicOptions): Promise<void> {
  try {
    if (options.bus === 'kafka') await createKafkaTopics(options);
    else await createPgTopics(options);
  } catch (error) {
    throw unavailable('the topics were not made', error);
  }
}

async function createKafkaTopics({ partitions = 4, replicas = 1, ...options }: TopicOptions): Promise<void> {
  const admin = kafkaClient(brokersOf(options), options.client, options.log).admin();
  await admin.connect();
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: [{ name: 'min.insync.replicas', value: replicas > 2 ? '2' : '1' }],
      })),
    });
  } finally {
    await admin.disconnect();
  }
}

const CREATE = `
  insert into bus_partition (topic, partition)
  select topic, partition from unnest($1::text[]) as t (topic) cross join generate_series(0, $2::int - 1) as partition
  where not exists (select from bus_partition p where p.topic = t.topic)
  on conflict do nothing`;

async function createPgTopics({ partitions = 4, roles = [], ...options }: TopicOptions): Promise<void> {
  const url = urlOf(options);
  await migrate(url, [busMigrations], { role: roles });
  const client = new Client({
    connectionString: url,
    application_name: options.client,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(CREATE, [topics, partitions]);
  } finally {
    await client.end();
  }
}

function urlOf({ busUrl }: Pick<BusOptions, 'busUrl'>): string {
  if (busUrl === undefined) throw new BusUnavailable('the bus over PostgreSQL needs a busUrl');
  return busUrl;
}

function brokersOf({ kafkaBrokers }: Pick<BusOptions, 'kafkaBrokers'>): readonly string[] {
  if (kafkaBrokers === undefined || kafkaBrokers.length === 0) throw new BusUnavailable('Kafka needs kafkaBrokers');
  return kafkaBrokers;
}
