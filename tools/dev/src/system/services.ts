import type { DatabaseUrls, Postgres } from '@otp-notary/testkit';
import { createTopics } from '@otp-notary/bus';
import { createLogger } from '@otp-notary/platform';
import type { LogRecord } from './data-dir.js';
import { environmentOf, type ServiceSettings } from './environment.js';
import { answers, type Foundation, type Setting } from './foundation.js';
import { keystorePath } from './keystores.js';
import { serviceNames, type Cadence, type ServiceName } from './options.js';
import { Part } from './part.js';
import { serviceDirectory, withRunner } from './places.js';
import type { Instance } from './ports.js';

/** URLs of each service's database. */
export type Databases = Readonly<Record<ServiceName, DatabaseUrls>>;

/** PostgreSQL's names have no dashes by habit. */
const databaseOf: Readonly<Record<ServiceName, string>> = {
  issuer: 'issuer',
  verifier: 'verifier',
  audit: 'audit',
  'chain-relay': 'chain_relay',
};

/** The client with which the relay gets what the contract needs. */
export const RELAY_CLIENT = { id: 'chain-relay', tenant: 'system', scopes: ['audit:anchor'] } as const;

/** A service on a busy machine of two cores is up in a few seconds; migrations of a first start come on top. */
const SERVICE_START_MS = 90_000;
/**
 * Half-size of V8's young space in MiB. After bursts of load a service is about 100 MiB smaller than with the default; with
 * 1 or 2 what is still in flight is promoted, and the old space grows instead.
 */
const YOUNG_SPACE = '--max-semi-space-size=4';
const BUS_DATABASE = 'bus';
const ANVIL_BLOCK_SECONDS = 1;
/** Ethereum's slot, for a chain of the user's own. */
const SLOT_SECONDS = 12;

/** Makes each service's database with its two roles. */
export async function createDatabases(postgres: Postgres): Promise<Databases> {
  const made: Partial<Record<ServiceName, DatabaseUrls>> = {};
  for (const service of serviceNames) made[service] = await postgres.createDatabase(databaseOf[service]);
  return made as Databases;
}

/** Makes the topics, and the database of the embedded bus. Gives each service's way in. */
export async function createBus(
  { postgres, brokers }: Foundation,
  databases: Databases,
  kind: 'postgres' | 'kafka',
): Promise<(service: ServiceName) => ServiceSettings['bus']> {
  const log = createLogger('dev', 'silent');
  if (kind === 'kafka') {
    await createTopics({ bus: kind, kafkaBrokers: brokers, client: 'dev', log });
    return () => ({ kind, brokers });
  }
  const { ownerUrl } = await postgres.createDatabase(BUS_DATABASE);
  await createTopics({ bus: kind, busUrl: ownerUrl, roles: Object.values(databaseOf), client: 'dev', log });
  return (service) => {
    // Each service comes to the bus under its own name.
    const url = new URL(databases[service].url);
    url.pathname = `/${BUS_DATABASE}`;
    return { kind, url: url.href };
  };
}

export interface ServicePlan {
  readonly record: LogRecord;
  readonly databases: Databases;
  readonly busOf: (service: ServiceName) => ServiceSettings['bus'];
  readonly cadence: Cadence;
  readonly rpcUrl: string;
}

/** The process of one instance, not yet started. */
export function servicePart(setting: Setting, plan: ServicePlan, { name, service }: Instance): Part {
  const { data, secrets, ports, options, lock, onDeath } = setting;
  const own = ports.instances[name];
  if (own === undefined) throw new RangeError(`no ports for ${name}`);
  const tokens = `http://127.0.0.1:${ports.tokens}`;
  const { chain, origin } = plan.record;
  const settings: ServiceSettings = {
    ports: own,
    jwksUrl: `${tokens}/jwks`,
    issuerUrl: tokens,
    databaseUrl: plan.databases[service].url,
    migrationUrl: plan.databases[service].ownerUrl,
    bus: plan.busOf(service),
    keystorePath: keystorePath(data, service),
    passphrase: secrets.keystores[service],
    origin,
    cadence: plan.cadence,
    policiesPath: data.at('policies.json'),
    smtpPort: ports.smtp,
    signedStatePath: data.at('audit', 'signed-state.json'),
    auditGrpcPort: ports.instances['audit']?.grpc ?? 0,
    chain: {
      rpcUrl: plan.rpcUrl,
      chainId: chain.chainId,
      contract: chain.contract,
      codeHash: chain.codeHash,
      blockSeconds: chain.own ? SLOT_SECONDS : ANVIL_BLOCK_SECONDS,
    },
    relayClient: { tokenUrl: `${tokens}/token`, id: RELAY_CLIENT.id, secret: secrets.clients[RELAY_CLIENT.id] ?? '' },
  };
  return new Part(
    {
      name,
      args: [YOUNG_SPACE, '--import', '@otp-notary/platform/otel', '--import', withRunner, 'dist/src/main.js'],
      env: environmentOf(service, settings, options.environment?.[service]),
      cwd: serviceDirectory(service),
      logFile: data.at('logs', `${name}.log`),
      check: () => answers(`http://127.0.0.1:${own.http}/readyz`),
      startMs: SERVICE_START_MS,
    },
    lock,
    onDeath,
  );
}
