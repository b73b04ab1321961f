import type { BusPublisher } from '@otp-notary/bus';
import type { EventOf } from '@otp-notary/events';
import { emit } from '@otp-notary/outbox';
import { oldestTransactionStart } from '@otp-notary/persistence';
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';

/** Name of this service in watermarks. */
const SOURCE = 'verifier';
const TOPIC = 'otp.verifications';
/** How far a watermark stays behind the database's clock, ms. */
const BEHIND_MS = 1_000;
/** An answer is decided at most this long before or after the database's clock: `take_answers_v2` refuses the rest. */
const SKEW_MS = 500;
const EVERY_MS = 1_000;

const NOW = `select floor(extract(epoch from clock_timestamp()) * 1000) as now_ms`;
// `created_at` is when the transaction of a row began.
const LEFT = `select exists (select from outbox where created_at <= to_timestamp($1::float8 / 1000)) as left`;

type Client = Pick<ClientBase, 'query'>;

/**
 * Tells the log how far it may believe what it has read: everything this service decided up to T is on the bus, below the
 * positions given.
 *
 * Why that is true: an answer decided at d begins, by the database's clock, before d + 500 ms, or is refused. T lies a
 * second behind that clock, so every answer decided up to T has begun. When no transaction of this service is older than
 * T + 500 ms, it has also ended; when the outbox then holds no row that old, its events are on the bus. The database is
 * asked in that order, so it does not matter which process asks, nor whether it still leads.
 */
export class Watermarks {
  #lastMs = 0;

  constructor(private readonly publisher: () => Promise<BusPublisher>) {}

  /** To be called after a pass of the outbox: writes a watermark into it when one is due and true, one a second at most. */
  async emitDue(client: Client): Promise<void> {
    const { rows } = await client.query<{ now_ms: string }>(NOW);
    const upToMs = Number(rows[0]?.now_ms) - BEHIND_MS;
    if (upToMs < this.#lastMs + EVERY_MS) return;
    const oldest = await oldestTransactionStart(client);
    if (oldest !== null && oldest.getTime() <= upToMs + SKEW_MS) return;
    if (await isLeft(client, upToMs + SKEW_MS)) return;
    const positions = await (await this.publisher()).ends([TOPIC]);
    await emit(client, [watermark(upToMs, positions)]);
    this.#lastMs = upToMs;
  }
}

async function isLeft(client: Client, begunUpToMs: number): Promise<boolean> {
  const { rows } = await client.query<{ left: boolean }>(LEFT, [begunUpToMs]);
  return rows[0]?.left !== false;
}

function watermark(upToMs: number, positions: EventOf<'otp.watermark'>['positions']): EventOf<'otp.watermark'> {
  const time = new Date(upToMs).toISOString();
  return { id: randomUUID(), version: 1, time, type: 'otp.watermark', source: SOURCE, upToMs, positions };
}
