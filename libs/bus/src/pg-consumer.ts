import type { Topic } from '@otp-notary/events';
import { jittered, sleep, type Logger, type Metrics } from '@otp-notary/platform';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { BatchHandler, BusConsumer, ConsumerOptions, Delivered } from './bus.js';
import { BACKOFF } from './backoff.js';
import { Delivery } from './deliver.js';
import { Share, type Held } from './pg-share.js';
import type { Wake } from './pg-wake.js';

/** Without a word from the server an idle consumer looks this often. */
const POLL_MS = 500;
const PRUNE_EVERY_MS = 60_000;
/** What every group has passed is kept this long. */
const RETENTION_HOURS = 72;
const PRUNED_AT_ONCE = 5_000;
const PRUNE_ROUNDS = 40;
const PRUNE = `select bus_prune(make_interval(hours => ${RETENTION_HOURS}), ${PRUNED_AT_ONCE}) as dropped`;

// Streams in turn, so that a full one cannot starve the others; each by its primary key.
const READ = `
  select m.stream, m."offset", m.key, m.value, m.headers
  from unnest($1::int[], $2::bigint[]) with ordinality as s (stream, next, turn)
  cross join lateral (
    select * from bus_message m where m.stream = s.stream and m."offset" >= s.next order by m."offset" limit $3
  ) m
  order by s.turn, m."offset"
  limit $3`;

interface Row {
  readonly stream: number;
  readonly offset: string;
  readonly key: string;
  readonly value: string;
  readonly headers: string;
}

interface Batch {
  readonly messages: readonly Delivered[];
  /** Stream → the offset after its last message. */
  readonly nexts: ReadonlyMap<number, bigint>;
}

export class PgConsumer implements BusConsumer {
  readonly #lag;
  #turn = 0;
  #prunedAt = performance.now();

  constructor(
    private readonly pool: Pool,
    private readonly wake: Wake,
    private readonly options: ConsumerOptions,
    private readonly telemetry: { readonly log: Logger; readonly metrics: Metrics },
  ) {
    this.#lag = telemetry.metrics.gauge('otp_bus_lag', 'Messages not read yet', ['group']);
  }

  async run(handler: BatchHandler, signal: AbortSignal): Promise<void> {
    const { group, topics } = this.options;
    const { log, metrics } = this.telemetry;
    const share = new Share(this.pool, group, randomUUID(), topics);
    const delivery = new Delivery(group, handler, log, metrics);
    for (let failures = 0; !signal.aborted;) {
      try {
        const seen = this.wake.count(topics);
        await share.refresh();
        this.#lag.set({ group }, share.lag);
        const batch = await this.#read(share.held);
        if (batch.messages.length > 0) await this.#deliver(batch, share, delivery, signal);
        else await this.#rest(seen, signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) log.warn({ err: error, group }, 'the bus database does not answer');
        share.drop();
        await sleep(jittered(failures, BACKOFF), signal);
      }
    }
    await share.leave().catch((error: unknown) => log.debug({ err: error, group }, 'left without a word'));
  }

  async #read(held: ReadonlyMap<number, Held>): Promise<Batch> {
    if (held.size === 0) return { messages: [], nexts: new Map() };
    const all = [...held.values()];
    this.#turn = (this.#turn + 1) % all.length;
    const inTurn = [...all.slice(this.#turn), ...all.slice(0, this.#turn)];
    const { rows } = await this.pool.query<Row>({
      name: 'bus-read',
      text: READ,
      values: [
        inTurn.map(({ stream }) => stream),
        inTurn.map(({ next }) => String(next)),
        this.options.maxBatch ?? 500,
      ],
    });
    const nexts = new Map(rows.map(({ stream, offset }) => [stream, BigInt(offset) + 1n]));
    return { messages: rows.flatMap((row) => delivered(row, held.get(row.stream))), nexts };
  }

  async #deliver(batch: Batch, share: Share, delivery: Delivery, signal: AbortSignal): Promise<void> {
    await share.during(async () => {
      const stillOurs = async (): Promise<boolean> => {
        await share.refresh();
        return [...batch.nexts.keys()].every((stream) => share.held.has(stream));
      };
      if (!(await delivery.handle(batch.messages, stillOurs, signal))) return;
      await share.commit(batch.nexts);
      share.lag = Math.max(0, share.lag - batch.messages.length);
    });
  }

  async #rest(seen: number, signal: AbortSignal): Promise<void> {
    if (performance.now() - this.#prunedAt > PRUNE_EVERY_MS) {
      this.#prunedAt = performance.now();
      this.#prune().catch((error: unknown) => this.telemetry.log.warn({ err: error }, 'old messages stay'));
    }
    await this.wake.wait(this.options.topics, seen, POLL_MS, signal);
  }

  async #prune(): Promise<void> {
    for (let round = 0; round < PRUNE_ROUNDS; round += 1) {
      const { rows } = await this.pool.query<{ dropped: string }>(PRUNE);
      if (Number(rows[0]?.dropped) < PRUNED_AT_ONCE) return;
    }
  }
}

function delivered(row: Row, at: Held | undefined): Delivered[] {
  if (at === undefined) return [];
  const headers = JSON.parse(row.headers) as Record<string, string>;
  const topic = at.topic as Topic;
  return [{ topic, partition: at.partition, offset: BigInt(row.offset), key: row.key, value: row.value, headers }];
}
