import { createTopics, openBus } from '@otp-notary/bus';
import { decodeEvent, type AnyEvent, type EventOf, type EventType } from '@otp-notary/events';
import { generateKey, KeyRing, writeKeystore, type KeyProvider } from '@otp-notary/keys';
import { createLogger, Metrics } from '@otp-notary/platform';
import {
  Child,
  freePort,
  startIssuerOfTokens,
  startMailCatcher,
  startPostgres,
  type DatabaseUrls,
  type IssuerOfTokens,
  type MailCatcher,
  type Postgres,
} from '@otp-notary/testkit';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { IssuerProcess } from './issuer-process.js';

export const ORIGIN = 'log.example/issuer-test';
const PASSPHRASE = 'correct horse battery staple';
const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const log = createLogger('test', 'silent');

/** Everything that an issuer needs, on this machine, for one test file. */
export class Stage {
  readonly events: AnyEvent[] = [];
  readonly #listening = new AbortController();
  #listener: Promise<void> | undefined;
  readonly #processes: IssuerProcess[] = [];

  private constructor(
    readonly postgres: Postgres,
    /** The bus has a server of its own: it can be down while the issuer's database is up. */
    readonly busPostgres: Postgres,
    readonly database: DatabaseUrls,
    readonly busDatabase: DatabaseUrls,
    readonly tokens: IssuerOfTokens,
    readonly mail: MailCatcher,
    readonly keys: KeyProvider,
    readonly directory: string,
    /** As the owner: sees every table. */
    readonly pool: Pool,
  ) {}

  static async set(policies: object = {}, options: { busApart?: boolean } = {}): Promise<Stage> {
    const postgres = await startPostgres();
    const busPostgres = options.busApart === true ? await startPostgres() : postgres;
    const database = await postgres.createDatabase('issuer');
    const busDatabase = await busPostgres.createDatabase('bus');
    const directory = await mkdtemp(join(tmpdir(), 'otp-notary-issuer-'));
    const purposes = ['subject', 'context', 'pepper', 'seal', 'replay', 'request'] as const;
    const keys = purposes.map((purpose) => generateKey(purpose));
    await writeFile(join(directory, 'keystore.json'), writeKeystore(keys, PASSPHRASE));
    await writeFile(join(directory, 'policies.json'), JSON.stringify(policies));
    await createTopics({ bus: 'postgres', busUrl: busDatabase.ownerUrl, client: 'test', log, roles: ['bus'] });
    const pool = new Pool({ connectionString: database.ownerUrl, max: 4 });
    pool.on('error', () => undefined);
    const stage = new Stage(
      postgres,
      busPostgres,
      database,
      busDatabase,
      await startIssuerOfTokens(),
      await startMailCatcher(),
      new KeyRing(keys),
      directory,
      pool,
    );
    stage.#listen();
    return stage;
  }

  /** Starts one more issuer, its own process. */
  async start(extra: Readonly<Record<string, string>> = {}): Promise<IssuerProcess> {
    const [http, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
    const logFile = join(this.directory, `issuer-${this.#processes.length}.log`);
    const env = {
      PATH: process.env['PATH'] ?? '',
      OTP_HTTP_PORT: String(http),
      OTP_GRPC_PORT: String(grpc),
      OTP_METRICS_PORT: String(metrics),
      OTP_JWKS_URL: this.tokens.jwksUrl,
      OTP_ISSUER_URL: this.tokens.issuerUrl,
      OTP_DATABASE_URL: this.database.url,
      OTP_MIGRATION_URL: this.database.ownerUrl,
      OTP_BUS_URL: this.busDatabase.url,
      OTP_ORIGIN: ORIGIN,
      OTP_KEYSTORE_PATH: join(this.directory, 'keystore.json'),
      OTP_KEYSTORE_PASSPHRASE: PASSPHRASE,
      OTP_POLICIES_PATH: join(this.directory, 'policies.json'),
      OTP_SMTP_HOST: '127.0.0.1',
      OTP_SMTP_PORT: String(this.mail.port),
      OTP_SMTP_TLS: 'offered',
      OTP_SMTP_FROM: 'codes@notary.example',
      OTP_LEASE_MS: '1000',
      OTP_LOG_LEVEL: 'debug',
      ...extra,
    };
    const child = await Child.start({ name: 'issuer', command: process.execPath, args: [MAIN], env, logFile });
    const issuer = new IssuerProcess(child, `http://127.0.0.1:${http}`, `127.0.0.1:${grpc}`, `http://127.0.0.1:${metrics}/metrics`, logFile); // prettier-ignore
    this.#processes.push(issuer);
    await issuer.isReady();
    return issuer;
  }

  /** What the bus has told so far, of one type. */
  told<T extends EventType>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  /** Everything that the processes have logged. */
  async logs(): Promise<string> {
    return (await Promise.all(this.#processes.map(({ logFile }) => readFile(logFile, 'utf8')))).join('\n');
  }

  /** Every row of every table of a database, as text. */
  async tables(database: DatabaseUrls): Promise<string> {
    const pool = new Pool({ connectionString: database.ownerUrl, max: 1 });
    try {
      const { rows } = await pool.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      const found: string[] = [];
      for (const { name } of rows) {
        // bytea as raw text too, so that bytes which spell a secret are seen.
        const content = await pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
        found.push(name, ...content.rows.map(({ row }) => `${row} ${hexAsText(row)}`));
      }
      return found.join('\n');
    } finally {
      await pool.end();
    }
  }

  async strike(): Promise<void> {
    await Promise.all(this.#processes.map((issuer) => issuer.end()));
    this.#listening.abort();
    await this.#listener;
    await this.pool.end();
    await this.tokens.stop();
    await this.mail.stop();
    await this.postgres.stop();
    if (this.busPostgres !== this.postgres) await this.busPostgres.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  #listen(): void {
    const bus = openBus({ bus: 'postgres', busUrl: this.busDatabase.url, client: 'test', log, metrics: new Metrics() });
    const consumer = bus.consumer({ group: 'test', topics: ['otp.issues'] });
    const take = consumer.run((batch) => {
      this.events.push(...batch.map(({ value }) => decodeEvent(value)));
      return Promise.resolve();
    }, this.#listening.signal);
    this.#listener = take.then(() => bus.close());
  }
}

function hexAsText(row: string): string {
  return [...row.matchAll(/\\\\x([0-9a-f]+)/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join(' ');
}

/** Waits until something holds. Fails with the last reason when it does not within the time. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, withinMs = 15_000): Promise<void> {
  const limit = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
