import type { Topic } from '@otp-notary/events';
import { createLogger, Metrics } from '@otp-notary/platform';
import assert from 'node:assert/strict';
import { openBus, type Bus, type BusMessage, type BusOptions, type Delivered } from '../src/index.js';

export const TOPIC: Topic = 'otp.issues';

/** What a process needs to open the bus. */
export type Address = Pick<BusOptions, 'bus' | 'busUrl' | 'kafkaBrokers'>;

/** A running bus and the power to break it. */
export interface BusUnderTest {
  readonly address: Address;
  /** Kills the server without a word. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function open(address: Address): Bus {
  const level = process.env['OTP_TEST_LOG'] ?? 'silent';
  return openBus({ ...address, client: 'test', log: createLogger('test', level), metrics: new Metrics() });
}

/** Messages `from` to `to` - 1 of a run, dealt over `keys` keys. */
export function messages(run: string, from: number, to: number, keys = 8, writer = ''): BusMessage[] {
  return Array.from({ length: to - from }, (_, n) => ({
    topic: TOPIC,
    key: `${writer}${run}:${(from + n) % keys}`,
    value: JSON.stringify({ run, n: from + n }),
    headers: { run },
  }));
}

export function numberOf(message: Delivered): number {
  return (JSON.parse(message.value) as { n: number }).n;
}

/** A consumer that keeps what one run published; the log holds what other tests published too. */
export class Reader {
  readonly got: Delivered[] = [];
  readonly batches: (readonly Delivered[])[] = [];
  readonly #ended = new AbortController();
  readonly #running: Promise<void>;
  #failures = 0;

  constructor(
    bus: Bus,
    group: string,
    private readonly runOf: string,
    maxBatch = 500,
    topics: readonly Topic[] = [TOPIC],
  ) {
    this.#running = bus.consumer({ group, topics, maxBatch }).run((batch) => this.#take(batch), this.#ended.signal);
  }

  async #take(batch: readonly Delivered[]): Promise<void> {
    const ours = batch.filter(({ headers }) => headers['run'] === this.runOf);
    if (ours.length > 0 && this.#failures > 0) {
      this.#failures -= 1;
      this.batches.push(ours);
      throw new Error('the handler of a test fails');
    }
    this.batches.push(ours);
    this.got.push(...ours);
  }

  failNext(times: number): this {
    this.#failures = times;
    return this;
  }

  get numbers(): number[] {
    return this.got.map(numberOf);
  }

  /** Waits until that many different messages came. */
  async count(wanted: number, ms = 30_000): Promise<void> {
    await until(
      () => new Set(this.numbers).size >= wanted,
      ms,
      () => `${new Set(this.numbers).size} of ${wanted} came`,
    );
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#running;
  }
}

export async function until(holds: () => boolean, ms: number, otherwise: () => string): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) assert.fail(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** 0, 1, … `count` - 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

/** The messages of each key, in the order given. */
export function byKey(delivered: readonly Delivered[]): Map<string, number[]> {
  const keys = new Map<string, number[]>();
  for (const message of delivered) keys.set(message.key, [...(keys.get(message.key) ?? []), numberOf(message)]);
  return keys;
}

export function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}
