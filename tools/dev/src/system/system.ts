import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { Closing } from './closing.js';
import { assertAnchorsStand, assertFunded } from './contract.js';
import { contractOf } from './contract-of-data.js';
import { DataDir, type DataRecord } from './data-dir.js';
import { startFoundation, stateFileOf, type Setting } from './foundation.js';
import { createKeystores, relayAccount } from './keystores.js';
import { Lock } from './lock.js';
import { silent } from './narrator.js';
import { demoCadence, demoClients, demoPolicies, type ServiceName, type SystemOptions } from './options.js';
import { writeProfile } from './profile.js';
import { assertPortsFree, planPorts, wantedPorts, type Instance, type PortPlan } from './ports.js';
import { Running, type Parts, type System } from './running.js';
import { loadSecrets } from './secrets.js';
import { createBus, createDatabases, RELAY_CLIENT, servicePart } from './services.js';

export type { System };

/** Starts the whole line on this machine. When it throws, nothing is left running. @throws CannotStart, PartDidNotStart */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const closing = new Closing();
  let stopping = false;
  const onDeath = (line: string): void => {
    if (!stopping) options.onDeath?.(line);
  };
  try {
    const setting = await prepare(options, closing, onDeath);
    const parts = await Promise.race([startParts(setting), interruption(options.signal)]);
    const running = new Running(setting, parts, async (onFailure) => {
      stopping = true;
      await closing.run(onFailure);
    });
    const [client] = clientsOf(options);
    if (client !== undefined) await writeProfile(running, setting.data, client.id);
    return running;
  } catch (error) {
    stopping = true;
    await closing.run();
    throw error;
  }
}

function interruption(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new CannotStart('interrupted while starting'));
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}

interface Prepared extends Setting {
  readonly kept: DataRecord | undefined;
  readonly instances: readonly Instance[];
}

async function prepare(options: SystemOptions, closing: Closing, onDeath: (line: string) => void): Promise<Prepared> {
  const data = new DataDir(options.dataDir ?? (await mkdtemp(join(tmpdir(), 'otp-notary-'))));
  if (options.dataDir === undefined) closing.add('temporary directory', () => data.remove());
  await data.create();
  const instances = instancesOf(options);
  const ports = await planPorts(instances, options.ports ?? 'free');
  const lock = await Lock.take(data.lockFile, {
    rpcUrl: `http://127.0.0.1:${ports.chain}`,
    stateFile: stateFileOf(data),
  });
  closing.add('lock', () => lock.release());
  const kept = await data.record();
  // What a first start that fails has made is of no use to anybody. Added before all parts, so undone when all have stopped.
  if (kept === undefined) closing.add('unfinished data', () => data.clearUnlessComplete());
  const ownChain = options.rpcUrl !== undefined;
  const ownKafka = options.kafkaBrokers !== undefined;
  const bus = options.bus ?? 'postgres';
  if (kept !== undefined) data.assertFits(kept, { bus, ownKafka, ownChain });
  await assertPortsFree(wantedPorts(ports, { chain: !ownChain, kafka: bus === 'kafka' && !ownKafka }));
  if (kept === undefined && options.rpcUrl !== undefined) await assertRelayFunded(options.rpcUrl, options.relayKey);
  await data.createFolders();
  const secrets = await loadSecrets(data, clientsOf(options));
  if (kept === undefined) await createKeystores(data, secrets, options.relayKey);
  await data.write('policies.json', `${JSON.stringify(options.policies ?? demoPolicies, null, 2)}\n`);
  return {
    options,
    data,
    lock,
    secrets,
    ports,
    narrator: options.narrator ?? silent,
    closing,
    onDeath,
    kept,
    instances,
  };
}

async function assertRelayFunded(rpcUrl: string, relayKey: string | undefined): Promise<void> {
  if (relayKey === undefined) {
    throw new CannotStart(
      'a chain of your own needs a funded account: start again with OTP_RELAY_KEY=0x… (its private key) in the environment',
    );
  }
  await assertFunded(rpcUrl, relayAccount(relayKey).address);
}

async function startParts(setting: Prepared): Promise<Parts> {
  const { options, narrator, closing, kept, data, instances } = setting;
  const bus = options.bus ?? 'postgres';
  const cadence = { ...demoCadence, ...options.cadence };
  const foundation = await startFoundation(setting, clientsOf(options));
  const databases = await createDatabases(foundation.postgres);
  const record = await contractOf(setting, foundation, kept, cadence.lifeSeconds);
  if (kept !== undefined)
    await assertAnchorsStand(foundation.rpcUrl, kept, databases['chain-relay'].ownerUrl, data.path);
  const busOf = await createBus(foundation, databases, bus);
  if (kept === undefined) await data.complete({ bus, ownKafka: options.kafkaBrokers !== undefined, ...record });
  const plan = { record, databases, busOf, cadence, rpcUrl: foundation.rpcUrl };
  const processes = instances.map((instance) => servicePart(setting, plan, instance));
  for (const part of processes) closing.add(part.name, () => part.stop());
  await Promise.all(
    processes.map((part) =>
      narrator.step(
        titleOf(part.name),
        () => part.start(),
        () => whereIs(setting.ports, part.name),
      ),
    ),
  );
  return { foundation, record, databases, processes };
}

/** The log first: the relay reads it. */
function instancesOf({ issuers = 1, verifiers = 1 }: SystemOptions): Instance[] {
  const several = (service: ServiceName, count: number): Instance[] =>
    Array.from({ length: count }, (_, index) => ({ service, name: index === 0 ? service : `${service}-${index + 1}` }));
  return [
    ...several('audit', 1),
    ...several('chain-relay', 1),
    ...several('issuer', issuers),
    ...several('verifier', verifiers),
  ];
}

function clientsOf({ clients = demoClients }: SystemOptions) {
  return [...clients, RELAY_CLIENT];
}

function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace('-', ' ');
}

function whereIs({ instances }: PortPlan, name: string): string {
  return `http://127.0.0.1:${instances[name]?.http}`;
}
