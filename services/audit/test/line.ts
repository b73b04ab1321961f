import { createTopics, openBus, type Bus, type BusMessage, type BusPublisher } from '@otp-notary/bus';
import type { AnyEvent } from '@otp-notary/events';
import { generateKey, KeyRing, writeKeystore, type KeyProvider } from '@otp-notary/keys';
import { formatVkey } from '@otp-notary/merkle';
import { outboxRow } from '@otp-notary/outbox';
import { freePort, startIssuerOfTokens, type Child, type IssuerOfTokens } from '@otp-notary/testkit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN } from '../src/domain/events.fixture.js';
import { AuditProcess } from './audit-process.js';
import { startDatabases, type TestDatabase, type TestPostgres } from './postgres.js';
import { silent } from './silent.js';
import { CONTRACT } from './test-log.js';

const PASSPHRASE = 'a passphrase for tests';

/** What an audit process needs around it: PostgreSQL, the bus over it, tokens, keys and a place for the signed state. */
export class Line {
  readonly signedStatePath: string;
  readonly #processes: Child[] = [];

  private constructor(
    readonly postgres: TestPostgres,
    readonly database: TestDatabase,
    readonly bus: Bus,
    readonly publisher: BusPublisher,
    readonly tokens: IssuerOfTokens,
    readonly keys: KeyProvider,
    readonly folder: string,
    private readonly busUrl: string,
  ) {
    this.signedStatePath = join(folder, 'signed.json');
  }

  static async start(): Promise<Line> {
    const postgres = await startDatabases();
    const database = await postgres.database();
    const forBus = await postgres.createDatabase('bus');
    await createTopics({ bus: 'postgres', busUrl: forBus.ownerUrl, client: 'test', roles: ['bus'], log: silent.log });
    const bus = openBus({ bus: 'postgres', busUrl: forBus.url, client: 'test', ...silent });
    const folder = await mkdtemp(join(tmpdir(), 'otp-audit-'));
    const keys = [generateKey('leaf'), generateKey('checkpoint')];
    await writeFile(join(folder, 'keystore.json'), writeKeystore(keys, PASSPHRASE), { mode: 0o600 });
    const publisher = await bus.publisher();
    const tokens = await startIssuerOfTokens();
    return new Line(postgres, database, bus, publisher, tokens, new KeyRing(keys), folder, forBus.url);
  }

  get vkey(): string {
    return formatVkey(ORIGIN, this.keys.current('checkpoint').publicKey);
  }

  /** Starts one audit process and waits until it is ready. @throws PartDidNotStart */
  async audit(settings: Readonly<Record<string, string>> = {}): Promise<AuditProcess> {
    const audit = await this.spawn(settings);
    await audit.ready();
    return audit;
  }

  /** Starts one audit process. */
  async spawn(settings: Readonly<Record<string, string>> = {}): Promise<AuditProcess> {
    const ports = { http: await freePort(), grpc: await freePort(), metrics: await freePort() };
    const audit = await AuditProcess.spawn(ports, {
      OTP_DATABASE_URL: this.database.url,
      OTP_BUS: 'postgres',
      OTP_BUS_URL: this.busUrl,
      OTP_KEYSTORE_PATH: join(this.folder, 'keystore.json'),
      OTP_KEYSTORE_PASSPHRASE: PASSPHRASE,
      OTP_SIGNED_STATE_PATH: this.signedStatePath,
      OTP_ORIGIN: ORIGIN,
      OTP_CHAIN_ID: CONTRACT.chainId,
      OTP_CONTRACT: CONTRACT.contract,
      OTP_JWKS_URL: this.tokens.jwksUrl,
      OTP_ISSUER_URL: this.tokens.issuerUrl,
      OTP_CHECKPOINT_MS: '100',
      OTP_GRACE_MS: '1000',
      OTP_ANCHOR_AGE_MS: '1000',
      ...settings,
    });
    this.#processes.push(audit.child);
    return audit;
  }

  /** As the outbox of the issuer, the verifier or the relay would. */
  async publish(events: readonly AnyEvent[]): Promise<void> {
    await this.publisher.publish(events.map((event) => messageOf(event)));
  }

  /** Ends what is left of the processes, and all around them. */
  async stop(): Promise<void> {
    for (const child of this.#processes) await child.kill();
    await this.tokens.stop();
    await this.bus.close();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function messageOf(event: AnyEvent): BusMessage {
  const { topic, key, payload } = outboxRow(event, {});
  return { topic, key, value: payload, headers: {} };
}
