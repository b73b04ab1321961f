import type { BusPublisher } from '@otp-notary/bus';
import type { AnyEvent, EventOf } from '@otp-notary/events';
import { oldestTransactionStart } from '@otp-notary/persistence';
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';

/** Name of this service in watermarks. */
const SOURCE = 'verifier';
const TOPIC = 'otp.verifications';
/** How far a watermark stays behind the clock, ms. */
const BEHIND_MS = 1_000;
/** An answer is decided at most this long before or after its statement began: `take_answer_v1` refuses the rest. */
const SKEW_MS = 500;
const EVERY_MS = 1_000;

const NOW = `select floor(extract(epoch from clock_timestamp()) * 1000) as now_ms`;
// Transactions start before they insert: `created_at` is the start.
const LEFT = `select exists (select from outbox where created_at <= to_timestamp($1::float8 / 1000)) as left`;

type Client = Pick<ClientBase, 'query'>;

/**
 * Tells the log how far it may believe what it has read: everything this service decided up to T is on the bus, below the
 * positions given.
 *
 * Why that is true: an answer decided at d is in a statement that runs by the database's clock at d + 500 ms at the
 * latest, or is refused. With T a second behind that clock, every statement of a decision up to T has begun; when no
 * transaction of this service is older than T + 500 ms, it has ended; when the outbox then holds nothing that old, its
 * events are on the bus. Each of the four is asked of the database, in this order, so it does not matter which process asks.
 */
export class Watermarks {
  #lastMs = 0;

  constructor(private readonly publisher: () => Promise<BusPublisher>) {}

  /** A watermark, or null when none is due or none can be given now. */
  async next(client: Client): Promise<EventOf<'otp.watermark'> | null> {
    const { rows } = await client.query<{ now_ms: string }>(NOW);
    const nowMs = Number(rows[0]?.now_ms);
    const upToMs = nowMs - BEHIND_MS;
    if (upToMs < this.#lastMs + EVERY_MS) return null;
    const oldest = await oldestTransactionStart(client);
    if (oldest !== null && oldest.getTime() <= upToMs + SKEW_MS) return null;
    if (await isLeft(client, upToMs + SKEW_MS)) return null;
    const positions = await (await this.publisher()).ends([TOPIC]);
    this.#lastMs = upToMs;
    return {
      id: randomUUID(),
      version: 1,
      time: new Date(nowMs).toISOString(),
      type: 'otp.watermark',
      source: SOURCE,
      upToMs,
      positions,
    } satisfies AnyEvent;
  }
}

async function isLeft(client: Client, startedBeforeMs: number): Promise<boolean> {
  const { rows } = await client.query<{ left: boolean }>(LEFT, [startedBeforeMs]);
  return rows[0]?.left !== false;
}
