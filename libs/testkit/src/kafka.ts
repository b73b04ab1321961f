import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child.js';
import { PartDidNotStart } from './errors.js';
import { assertInstalled, javaEnvironment, kafkaJars } from './kafka-jars.js';
import { assertBrokerUp } from './kafka-probe.js';
import { assertPortFree, freePort } from './ports.js';

export interface KafkaOptions {
  /** Kept when the broker stops; without it a temporary directory that is removed. */
  readonly dataDir?: string;
  /** Free one unless given. The controller takes another free one. */
  readonly port?: number;
}

/** A single Apache Kafka broker that is its own KRaft controller, on loopback. */
export interface KafkaBroker {
  readonly brokers: readonly string[];
  readonly pid: number;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>;
  /** Resolves when the broker has ended, whoever ended it. */
  exited(): Promise<unknown>;
}

const START_LIMIT_MS = 90_000;
/** A lone broker has nobody to hand its partitions to: it ends quickly or never. */
const STOP_LIMIT_MS = 8_000;
/** Small heap, and the quick compiler only: a broker on one machine lives for minutes, not months. */
const JVM = [
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
];

/** Starts a broker; fetches Kafka first when this machine has none. @throws PartDidNotStart */
export async function startKafka(options: KafkaOptions = {}): Promise<KafkaBroker> {
  await assertInstalled('java', 'default-jre-headless');
  const jars = await kafkaJars();
  const temporary = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'otp-notary-kafka-')) : undefined;
  const directory = options.dataDir ?? temporary ?? '';
  const port = options.port ?? (await freePort());
  const broker = new Broker(jars, directory, temporary, port);
  try {
    await broker.format(await freePort());
    await broker.restart();
  } catch (error) {
    await broker.kill();
    await broker.stop();
    throw error;
  }
  return broker;
}

class Broker implements KafkaBroker {
  readonly brokers: readonly string[];
  readonly #settings: string;
  #child: Child | undefined;

  constructor(
    private readonly jars: string,
    private readonly directory: string,
    private readonly temporary: string | undefined,
    private readonly port: number,
  ) {
    this.brokers = [`127.0.0.1:${port}`];
    this.#settings = join(directory, 'server.properties');
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Writes the settings, and lays out the data directory unless it is laid out. */
  async format(controllerPort: number): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const data = join(this.directory, 'data');
    await writeFile(this.#settings, properties(data, this.port, controllerPort));
    if (await exists(join(data, 'meta.properties'))) return;
    const child = await this.#java('kafka.tools.StorageTool', ['format', '-t', clusterId(), '-c', this.#settings]);
    const { code } = await child.exited;
    if (code !== 0) throw new PartDidNotStart(`Kafka cannot lay out ${data}: ${child.tail()}`);
  }

  async restart(): Promise<void> {
    if (this.#child !== undefined && this.#child.ended === undefined) return;
    await assertPortFree(this.port, 'Kafka');
    this.#child = await this.#java('kafka.Kafka', [this.#settings]);
    await this.#child.until(() => assertBrokerUp(this.port), START_LIMIT_MS);
  }

  async stop(): Promise<void> {
    await this.#child?.end('SIGTERM', STOP_LIMIT_MS);
    if (this.temporary !== undefined) await rm(this.temporary, { recursive: true, force: true });
  }

  async kill(): Promise<void> {
    await this.#child?.kill();
  }

  async exited(): Promise<unknown> {
    return this.#child?.exited;
  }

  #java(main: string, args: readonly string[]): Promise<Child> {
    return Child.start({
      name: 'Kafka',
      command: 'java',
      args: [...JVM, '-cp', join(this.jars, '*'), main, ...args],
      cwd: this.directory,
      env: javaEnvironment(),
    });
  }
}

function properties(data: string, port: number, controllerPort: number): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': data,
    'num.partitions': '4',
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '4',
    'group.initial.rebalance.delay.ms': '0',
    'controlled.shutdown.enable': 'false',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Kafka's ids are 128 bits in base64url. */
function clusterId(): string {
  return Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
