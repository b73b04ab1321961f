import { createTopics, openBus, type Bus, type BusMessage } from '@otp-notary/bus';
import type { Clock } from '@otp-notary/crypto';
import { decodeEvent, encodeEvent, type AnyEvent, type EventOf, type EventType } from '@otp-notary/events';
import { writeKeystore } from '@otp-notary/keys';
import { outboxMigrations } from '@otp-notary/outbox';
import { migrate, persistenceMigrations } from '@otp-notary/persistence';
import { createLogger, Metrics, sleep, type RunningService } from '@otp-notary/platform';
import { startIssuerOfTokens, startPostgres, type IssuerOfTokens, type Postgres } from '@otp-notary/testkit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { verifierMigrations } from '../src/app.module.js';
import { readVerifierConfig } from '../src/config.js';
import { startVerifier } from '../src/start.js';
import { issuedEvent, Mint, type Minted } from './mint.js';

const PASSPHRASE = 'a passphrase of tests';
export const log = createLogger('test', 'silent');

interface Placed<E> {
  readonly event: E;
  readonly partition: number;
  readonly offset: bigint;
}

/** Everything around a verifier, real: PostgreSQL, the bus in a database of its own, an issuer of tokens, a keystore file. */
export class Line {
  readonly mint = new Mint();
  readonly #services: RunningService[] = [];
  readonly #ends: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly postgres: Postgres,
    readonly tokens: IssuerOfTokens,
    /** As the owner, whom no row-level security binds. */
    readonly owner: Pool,
    readonly bus: Bus,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start(): Promise<Line> {
    const [postgres, tokens, folder] = await Promise.all([
      startPostgres(),
      startIssuerOfTokens(),
      mkdtemp(join(tmpdir(), 'otp-verifier-')),
    ]);
    const [database, busDatabase] = await Promise.all([
      postgres.createDatabase('verifier'),
      postgres.createDatabase('bus'),
    ]);
    const role = new URL(database.url).username;
    await migrate(database.ownerUrl, [persistenceMigrations, outboxMigrations, verifierMigrations], { role });
    // The bus is shared by the services: the verifier's role may connect to it too.
    const busUrl = busDatabase.url;
    await createTopics({ bus: 'postgres', busUrl: busDatabase.ownerUrl, client: 'test', log, roles: ['bus'] });
    const owner = new Pool({ connectionString: database.ownerUrl, max: 4 });
    owner.on('error', () => undefined);
    const bus = openBus({ bus: 'postgres', busUrl, client: 'test', log, metrics: new Metrics() });
    const keystore = join(folder, 'keystore.json');
    const line = new Line(postgres, tokens, owner, bus, {
      OTP_DATABASE_URL: database.url,
      OTP_BUS_URL: busUrl,
      OTP_JWKS_URL: tokens.jwksUrl,
      OTP_ISSUER_URL: tokens.issuerUrl,
      OTP_KEYSTORE_PATH: keystore,
      OTP_KEYSTORE_PASSPHRASE: PASSPHRASE,
      OTP_HTTP_PORT: '0',
      OTP_GRPC_PORT: '0',
      OTP_METRICS_PORT: '0',
      OTP_LOG_LEVEL: 'silent',
      OTP_REFUSAL_FLOOR_MS: '0',
    });
    await writeFile(keystore, writeKeystore(line.mint.verifierKeys, PASSPHRASE));
    line.#ends.push(() => rm(folder, { recursive: true, force: true }));
    return line;
  }

  /** The environment of a verifier process. */
  env(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { ...this.environment, ...extra };
  }

  /** One more instance of the service, in this process. */
  async verifier(clock?: Clock, extra: Readonly<Record<string, string>> = {}): Promise<RunningService> {
    const service = await startVerifier(readVerifierConfig(this.env(extra)), clock);
    this.#services.push(service);
    return service;
  }

  /** Everything of one type that stands on the bus, or what concerns one challenge, in the order of its partition. */
  async events<T extends EventType>(type: T, challenge?: string): Promise<EventOf<T>[]> {
    const placed = await this.placed(type);
    return placed
      .map(({ event }) => event)
      .filter((event) => challenge === undefined || ('challenge' in event && event.challenge === challenge));
  }

  /** Events and where they stand. */
  async placed<T extends EventType>(type: T): Promise<Placed<EventOf<T>>[]> {
    const reader = new Client({ connectionString: this.environment['OTP_BUS_URL'] });
    await reader.connect();
    try {
      const { rows } = await reader.query<{ value: string; partition: number; offset: string }>(
        `select m.value, p.partition, m."offset" from bus_message m join bus_partition p on p.id = m.stream
         order by m.stream, m."offset"`,
      );
      return rows
        .map(({ value, partition, offset }) => ({ event: decodeEvent(value), partition, offset: BigInt(offset) }))
        .filter((placed): placed is Placed<EventOf<T>> => placed.event.type === type);
    } finally {
      await reader.end();
    }
  }

  /** Why answers to a challenge were refused, as the log is told. */
  async reasonsOf({ challenge }: Minted): Promise<string[]> {
    await this.drained();
    return (await this.events('otp.rejected', challenge.id)).map(({ reason }) => reason);
  }

  /** Slots of a challenge that were taken. */
  async attemptsOf({ challenge }: Minted): Promise<number> {
    const { rows } = await this.owner.query<{ attempts: number }>(
      'select attempts from challenge where challenge = $1',
      [challenge.id],
    );
    return rows[0]?.attempts ?? 0;
  }

  /** A connection as the service's role. */
  async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.environment['OTP_DATABASE_URL'] });
    await client.connect();
    return client;
  }

  /** Resolves when nothing waits in the outbox. */
  async drained(): Promise<void> {
    await until('the outbox is empty', async () => {
      const { rows } = await this.owner.query<{ waiting: number }>('select count(*)::int as waiting from outbox');
      return rows[0]?.waiting === 0;
    });
  }

  /** Tells the bus that challenges were issued, and waits until the verifier knows. */
  async announce(...minted: readonly Minted[]): Promise<void> {
    await this.publish(minted.map(issuedEvent));
    await until('the feed has arrived', async () => {
      const ids = minted.map(({ challenge }) => challenge.id);
      const { rowCount } = await this.owner.query('select from challenge where challenge = any ($1)', [ids]);
      return rowCount === ids.length;
    });
  }

  async publish(events: readonly AnyEvent[]): Promise<void> {
    const publisher = await this.bus.publisher();
    const messages = events.map((event): BusMessage => ({
      topic: 'otp.issues',
      key: event.id,
      value: encodeEvent(event),
      headers: {},
    }));
    await publisher.publish(messages);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#services.map((service) => service.stop()));
    await this.bus.close();
    await this.owner.end();
    await Promise.all([this.tokens.stop(), this.postgres.stop(), ...this.#ends.map((end) => end())]);
  }
}

export async function until(what: string, holds: () => Promise<boolean> | boolean, limitMs = 30_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not in time: ${what}`);
    await sleep(20);
  }
}
