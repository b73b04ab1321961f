import {
  startAnvil,
  startKafka,
  startPostgres,
  type Anvil,
  type KafkaBroker,
  type Postgres,
} from '@otp-notary/testkit';
import type { Closing } from './closing.js';
import type { DataDir } from './data-dir.js';
import type { Lock } from './lock.js';
import type { ClientPlan, SystemOptions } from './options.js';
import type { Narrator } from './narrator.js';
import { Part } from './part.js';
import { ownDirectory, partProgram, withRunner } from './places.js';
import type { PortPlan } from './ports.js';
import type { Secrets } from './secrets.js';

/** What every start needs at hand. */
export interface Setting {
  readonly options: SystemOptions;
  readonly data: DataDir;
  readonly lock: Lock;
  readonly secrets: Secrets;
  readonly ports: PortPlan;
  readonly narrator: Narrator;
  readonly closing: Closing;
  readonly onDeath: (line: string) => void;
}

/** What the services stand on. */
export interface Foundation {
  readonly postgres: Postgres;
  /** Undefined when the chain is the user's own. */
  readonly chain: Anvil | undefined;
  readonly rpcUrl: string;
  /** Undefined with the embedded bus and with the user's own brokers. */
  readonly kafka: KafkaBroker | undefined;
  /** Empty with the embedded bus. */
  readonly brokers: readonly string[];
  readonly tokens: Part;
  readonly mail: Part;
}

export const stateFileOf = (data: DataDir): string => data.at('chain', 'state.json');

const PART_START_MS = 30_000;

/** Starts all of it side by side. What started is noted in `closing` even when something else does not start. */
export async function startFoundation(setting: Setting, clients: readonly ClientPlan[]): Promise<Foundation> {
  const { options, ports, narrator } = setting;
  const results = await Promise.allSettled([
    startDatabase(setting),
    options.rpcUrl === undefined ? startChain(setting) : undefined,
    startBroker(setting),
    startTokens(setting, clients),
    startMail(setting),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const [postgres, chain, kafka, tokens, mail] = results.map((result) =>
    result.status === 'fulfilled' ? result.value : undefined,
  ) as [Postgres, Anvil | undefined, KafkaBroker | undefined, Part, Part];
  if (options.rpcUrl !== undefined) narrator.say(`  (the chain is yours: ${new URL(options.rpcUrl).host})`);
  return {
    postgres,
    chain,
    rpcUrl: chain?.rpcUrl ?? options.rpcUrl ?? `http://127.0.0.1:${ports.chain}`,
    kafka,
    brokers: kafka?.brokers ?? options.kafkaBrokers ?? [],
    tokens,
    mail,
  };
}

function startDatabase({ data, secrets, ports, options, narrator, ...setting }: Setting): Promise<Postgres> {
  const start = async () => {
    const postgres = await startPostgres({
      dataDir: data.at('postgres'),
      port: ports.postgres,
      password: secrets.postgres,
      ...(options.databaseSettings === undefined ? {} : { settings: options.databaseSettings }),
    });
    await watch(setting, 'postgres', 'PostgreSQL', postgres);
    return postgres;
  };
  return narrator.step('PostgreSQL 18', start, () => `127.0.0.1:${ports.postgres}`);
}

function startChain({ data, ports, narrator, ...setting }: Setting): Promise<Anvil> {
  const start = async () => {
    const chain = await startAnvil({
      port: ports.chain,
      stateFile: stateFileOf(data),
      blockTimeSeconds: 1,
      // Longer than between two saves: what the databases hold for final is in the state file after a power cut.
      finalizedAfterBlocks: 4,
    });
    await watch(setting, 'chain', 'the chain (anvil)', chain);
    return chain;
  };
  return narrator.step(
    'Chain',
    start,
    ({ rpcUrl, chainId }) => `${rpcUrl}, chain ${chainId}, a block each second (anvil)`,
  );
}

async function startBroker({ data, ports, options, narrator, ...setting }: Setting): Promise<KafkaBroker | undefined> {
  if (options.bus !== 'kafka' || options.kafkaBrokers !== undefined) return undefined;
  const start = async () => {
    const kafka = await startKafka({ dataDir: data.at('kafka'), port: ports.kafka });
    await watch(setting, 'kafka', 'Kafka', kafka);
    return kafka;
  };
  return narrator.step('Kafka', start, ({ brokers }) => `${brokers.join(', ')} (KRaft, one broker)`);
}

type Watched = Pick<Postgres, 'pid' | 'stop' | 'exited'>;

async function watch(
  { lock, closing, onDeath }: Pick<Setting, 'lock' | 'closing' | 'onDeath'>,
  name: string,
  called: string,
  part: Watched,
): Promise<void> {
  closing.add(called, () => part.stop());
  await lock.note(name, part.pid);
  void part.exited().then(() => onDeath(`${called} ended by itself`));
}

async function startTokens(setting: Setting, clients: readonly ClientPlan[]): Promise<Part> {
  const { data, secrets, ports, narrator } = setting;
  const known = clients.map((client) => ({ ...client, secret: secrets.clients[client.id] }));
  await data.write('secrets/clients.json', JSON.stringify(known));
  const part = programPart(setting, 'tokens', `http://127.0.0.1:${ports.tokens}/jwks`, [
    String(ports.tokens),
    data.at('secrets', 'clients.json'),
    data.at('secrets', 'token-key.json'),
  ]);
  await narrator.step(
    'Token provider',
    () => part.start(),
    () => `http://127.0.0.1:${ports.tokens} (OAuth 2.0 client credentials)`,
  );
  return part;
}

async function startMail(setting: Setting): Promise<Part> {
  const { ports, narrator } = setting;
  const page = `http://127.0.0.1:${ports.mailbox}/`;
  const part = programPart(setting, 'mail', page, [String(ports.smtp), String(ports.mailbox)]);
  await narrator.step(
    'Mail catcher',
    () => part.start(),
    () => `127.0.0.1:${ports.smtp}, what it caught: ${page}`,
  );
  return part;
}

function programPart(setting: Setting, name: 'tokens' | 'mail', url: string, args: readonly string[]): Part {
  const { data, lock, closing, onDeath } = setting;
  const part = new Part(
    {
      name,
      args: ['--import', withRunner, partProgram(name), ...args],
      env: { PATH: process.env['PATH'] ?? '' },
      cwd: ownDirectory,
      logFile: data.at('logs', `${name}.log`),
      check: () => answers(url),
      startMs: PART_START_MS,
    },
    lock,
    onDeath,
  );
  closing.add(name, () => part.stop());
  return part;
}

/** @throws when the URL does not answer with success */
export async function answers(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
}
