import { createTopics, openBus, type Bus, type Delivered } from '@otp-notary/bus';
import type { AnyEvent, EventOf } from '@otp-notary/events';
import { createPool, inTransaction, Leadership, migrate, persistenceMigrations } from '@otp-notary/persistence';
import { createLogger, Metrics } from '@otp-notary/platform';
import { startPostgres, type Postgres } from '@otp-notary/testkit';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import {
  Inbox,
  inboxMigrations,
  OutboxPublisher,
  outboxMigrations,
  type OutboxPublisherOptions,
} from '../src/index.js';

export const log = createLogger('test', process.env['OTP_TEST_LOG'] ?? 'silent');
export const TOPIC = 'otp.watermarks';
const effects = { name: 'effects', directory: fileURLToPath(new URL('../../test/effects', import.meta.url)) };

/** What a process needs to join the line. */
export interface Address {
  readonly url: string;
  readonly busUrl: string;
}

/** A service's database with outbox and inbox on one server, the bus on another that can be broken. */
export interface Line {
  readonly address: Address;
  readonly ownerUrl: string;
  readonly pool: Pool;
  readonly bus: Bus;
  readonly busServer: Postgres;
  stop(): Promise<void>;
}

export async function startLine(): Promise<Line> {
  const [server, busServer] = await Promise.all([startPostgres(), startPostgres()]);
  const { url, ownerUrl } = await server.createDatabase('service');
  const sets = [persistenceMigrations, outboxMigrations, inboxMigrations, effects];
  await migrate(ownerUrl, sets, { role: 'service' });
  const { url: busUrl, ownerUrl: busOwnerUrl } = await busServer.createDatabase('bus');
  await createTopics({ bus: 'postgres', busUrl: busOwnerUrl, client: 'test', log, roles: ['bus'] });
  const pool = createPool({ url, application: 'test', max: 16, log });
  const bus = openTestBus({ url, busUrl });
  return {
    address: { url, busUrl },
    ownerUrl,
    pool,
    bus,
    busServer,
    async stop() {
      await pool.end();
      await bus.close();
      await Promise.all([server.stop(), busServer.stop()]);
    },
  };
}

export function openTestBus({ busUrl }: Address): Bus {
  return openBus({ bus: 'postgres', busUrl, client: 'test', log, metrics: new Metrics() });
}

export function leadershipOf({ url }: Address): Leadership {
  return new Leadership({ url, name: 'outbox', application: 'test', log, metrics: new Metrics() });
}

/** An outbox publisher that runs until it is told to stop. */
export function publishing(line: Line, more: Partial<OutboxPublisherOptions> = {}): () => Promise<void> {
  const stopped = new AbortController();
  const publisher = new OutboxPublisher({
    pool: line.pool,
    leadership: leadershipOf(line.address),
    publisher: () => line.bus.publisher(),
    log,
    metrics: new Metrics(),
    ...more,
  });
  const running = publisher.run(stopped.signal);
  return async () => {
    stopped.abort();
    await running;
  };
}

/** An event with a key and a number. */
export function numbered(key: string, n: number): EventOf<'otp.watermark'> {
  const time = new Date(1_767_225_600_000 + n).toISOString();
  return { id: randomUUID(), version: 1, time, type: 'otp.watermark', source: key, upToMs: n, positions: {} };
}

/** A service that takes events exactly once and notes them in `effect`. */
export function taking(pool: Pool): (batch: readonly Delivered[]) => Promise<void> {
  const inbox = new Inbox({ log, metrics: new Metrics() });
  return (batch) =>
    inTransaction(pool, async (tx) => {
      for (const event of await inbox.take(tx, batch)) {
        await tx.query('insert into effect (event_id, key, n) values ($1, $2, $3)', [event.id, ...keyAndNumber(event)]);
      }
    });
}

export function keyAndNumber(event: AnyEvent): readonly [string, number] {
  return event.type === 'otp.watermark' ? [event.source, event.upToMs] : [event.type, 0];
}

/** Everything on the bus, from the beginning, in the order of each partition. */
export async function everything(bus: Bus, wanted: number): Promise<readonly Delivered[]> {
  const got: Delivered[] = [];
  const stopped = new AbortController();
  const running = bus
    .consumer({ group: `all-${randomUUID()}`, topics: [TOPIC, 'otp.dead-letters'] })
    .run(async (batch) => void got.push(...batch), stopped.signal);
  await until(async () => got.length >= wanted, 20_000, `only ${got.length} of ${wanted} came`);
  // Whatever is too many would come now.
  await new Promise((resolve) => setTimeout(resolve, 200));
  stopped.abort();
  await running;
  return got;
}

/** Key → numbers in the order of delivery. */
export function byKey(messages: readonly Delivered[]): Map<string, number[]> {
  const keys = new Map<string, number[]>();
  for (const { key, value } of messages) {
    keys.set(key, [...(keys.get(key) ?? []), (JSON.parse(value) as { upToMs: number }).upToMs]);
  }
  return keys;
}

/** Waits until nothing is left in the outbox. */
export function drained(pool: Pool): Promise<void> {
  return until(async () => (await pool.query('select from outbox limit 1')).rowCount === 0, 30_000, 'rows stay');
}

export async function until(holds: () => Promise<boolean>, ms: number, otherwise: string): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
