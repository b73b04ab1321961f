import type { Topic } from '@otp-notary/events';
import { jittered, sleep, type Logger, type Metrics } from '@otp-notary/platform';
import { once } from 'node:events';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { BatchHandler, BusConsumer, ConsumerOptions, Delivered } from './bus.js';
import { BACKOFF } from './backoff.js';
import { Delivery } from './deliver.js';
import { within } from './within.js';

/** The least that brokers accept by default: a dead member's partitions are read on after this time. */
const SESSION_MS = 6_000;
const HEARTBEAT_MS = 1_000;
const REBALANCE_MS = 15_000;
const LEAVE_MS = 10_000;

export class KafkaConsumer implements BusConsumer {
  readonly #lag;
  /** Of each partition that this member reads. */
  readonly #lags = new Map<string, number>();

  constructor(
    private readonly kafka: Kafka,
    private readonly options: ConsumerOptions,
    private readonly telemetry: { readonly log: Logger; readonly metrics: Metrics },
  ) {
    this.#lag = telemetry.metrics.gauge('otp_bus_lag', 'Messages not read yet', ['group']);
  }

  async run(handler: BatchHandler, signal: AbortSignal): Promise<void> {
    const { group } = this.options;
    const { log, metrics } = this.telemetry;
    const delivery = new Delivery(group, handler, log, metrics);
    for (let failures = 0; !signal.aborted;) {
      const startedAt = performance.now();
      try {
        await this.#session(delivery, signal);
      } catch (error) {
        // A session that lasted was a good one.
        failures = performance.now() - startedAt > 2 * SESSION_MS ? 1 : failures + 1;
        if (failures === 1) log.warn({ err: error, group }, 'the consumer lost Kafka and connects again');
        await sleep(jittered(failures, BACKOFF), signal);
      }
    }
  }

  /** One membership of the group, until `signal` aborts or kafkajs gives up. Its own restarts are off: they hide failures. */
  async #session(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const consumer = this.kafka.consumer({
      groupId: this.options.group,
      sessionTimeout: SESSION_MS,
      rebalanceTimeout: REBALANCE_MS,
      heartbeatInterval: HEARTBEAT_MS,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 250,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4, restartOnFailure: async () => false },
    });
    // What was another member's share before is unknown, what is another's now does not count here.
    consumer.on(consumer.events.GROUP_JOIN, () => this.#lags.clear());
    const crashed = crashOf(consumer);
    crashed.catch(() => undefined);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => this.#partition(payload, delivery, signal),
      });
      if (!signal.aborted) await Promise.race([crashed, once(signal, 'abort')]);
    } finally {
      await within(LEAVE_MS, 'no answer', consumer.disconnect()).catch(() => undefined);
    }
  }

  /** What one fetch brought of one partition, in slices of `maxBatch`. */
  async #partition(payload: EachBatchPayload, delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { batch } = payload;
    const topic = batch.topic as Topic;
    const size = this.options.maxBatch ?? 500;
    for (let from = 0; from < batch.messages.length; from += size) {
      if (!payload.isRunning() || payload.isStale() || signal.aborted) return;
      const slice = batch.messages
        .slice(from, from + size)
        .map((message) => delivered(topic, batch.partition, message));
      if (!(await this.#slice(slice, payload, delivery, signal))) return;
    }
    this.#lags.set(`${topic}/${batch.partition}`, Number(batch.offsetLag()));
    const sum = [...this.#lags.values()].reduce((total, lag) => total + lag, 0);
    this.#lag.set({ group: this.options.group }, sum);
  }

  async #slice(
    slice: readonly Delivered[],
    payload: EachBatchPayload,
    delivery: Delivery,
    signal: AbortSignal,
  ): Promise<boolean> {
    const mayGoOn = async (): Promise<boolean> => payload.isRunning() && !payload.isStale();
    const handled = await keepingAlive(payload, () => delivery.handle(slice, mayGoOn, signal));
    const last = slice.at(-1);
    if (!handled || last === undefined) return false;
    payload.resolveOffset(last.offset.toString());
    const partitions = [{ partition: last.partition, offset: (last.offset + 1n).toString() }];
    await payload.commitOffsetsIfNecessary({ topics: [{ topic: last.topic, partitions }] });
    return true;
  }
}

/** Heartbeats while `work` runs; a rebalance that they learn of is thrown once `work` has ended, so that kafkajs joins again. */
async function keepingAlive<T>(payload: EachBatchPayload, work: () => Promise<T>): Promise<T> {
  let failure: Error | undefined;
  const beat = (): void => void payload.heartbeat().catch((error: Error) => (failure ??= error));
  const timer = setInterval(beat, HEARTBEAT_MS);
  try {
    const result = await work();
    if (failure !== undefined) throw failure;
    return result;
  } finally {
    clearInterval(timer);
  }
}

async function crashOf(consumer: Consumer): Promise<never> {
  return new Promise((_, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  });
}

function delivered(topic: Topic, partition: number, { offset, key, value, headers }: KafkaMessage): Delivered {
  const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)] as const);
  return {
    topic,
    partition,
    offset: BigInt(offset),
    key: key?.toString('utf8') ?? '',
    value: value?.toString('utf8') ?? '',
    headers: Object.fromEntries(texts),
  };
}
