import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.js';

/** What `npm start` was asked to do. */
export interface RunArguments {
  readonly help: boolean;
  readonly dataDir: string;
  readonly bus: 'postgres' | 'kafka';
  /** Brokers of the user's own; empty: ours. */
  readonly kafkaBrokers: readonly string[];
  /** A chain of the user's own; undefined: ours. */
  readonly rpcUrl: string | undefined;
  /** Added to every port. */
  readonly portOffset: number;
  /** End after the demonstration. */
  readonly once: boolean;
}

export const usage = `npm start [-- OPTIONS]

  Starts OTP Notary on this machine, proves one code and stays up until Ctrl-C.

  --bus postgres|kafka   what carries the events (default: postgres; kafka is fetched, needs java and mvn)
  --kafka HOST:PORT,…    Kafka brokers of your own (implies --bus kafka)
  --rpc URL              a chain of your own; on the first start OTP_RELAY_KEY holds the private key (0x…)
                         of a funded account, which deploys the contract and pays for anchors
  --data DIR             where the state lives (default: .data)
  --port-offset N        added to every port
  --once                 end after the demonstration
  --help                 this text`;

/** Reads the command line. @throws CannotStart that names what is wrong */
export function parseArguments(argv: readonly string[]): RunArguments {
  const values = read(argv);
  const kafkaBrokers = (values.kafka ?? '').split(',').filter((broker) => broker !== '');
  for (const broker of kafkaBrokers) {
    if (!/^[^\s:]+:\d{1,5}$/.test(broker)) throw wrong(`--kafka ${broker} is not HOST:PORT`);
  }
  if (values.kafka !== undefined && kafkaBrokers.length === 0) throw wrong('--kafka needs at least one HOST:PORT');
  const bus = values.bus ?? (kafkaBrokers.length > 0 ? 'kafka' : 'postgres');
  if (bus !== 'postgres' && bus !== 'kafka') throw wrong(`--bus ${bus} is neither postgres nor kafka`);
  if (bus === 'postgres' && kafkaBrokers.length > 0) throw wrong('--kafka and --bus postgres exclude each other');
  return {
    help: values.help ?? false,
    dataDir: values.data ?? '.data',
    bus,
    kafkaBrokers,
    rpcUrl: values.rpc === undefined ? undefined : webUrl(values.rpc),
    portOffset: offset(values['port-offset'] ?? '0'),
    once: values.once ?? false,
  };
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        help: { type: 'boolean' },
        data: { type: 'string' },
        bus: { type: 'string' },
        kafka: { type: 'string' },
        rpc: { type: 'string' },
        'port-offset': { type: 'string' },
        once: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'the options are not understood');
  }
}

function webUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw wrong(`--rpc is not an http(s) URL`);
  return text;
}

function offset(text: string): number {
  const value = Number(text);
  // The highest port that we use is 54329.
  if (!/^\d+$/.test(text) || value > 11_000) throw wrong('--port-offset is not a number from 0 to 11000');
  return value;
}

function wrong(what: string): CannotStart {
  return new CannotStart(`${what}: see npm start -- --help`);
}
