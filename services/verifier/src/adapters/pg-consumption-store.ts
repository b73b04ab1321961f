import type { RejectReason } from '@otp-notary/events';
import { DatabaseError, type Pool } from 'pg';
import type { Use } from '../domain/answer.js';
import { ClockSkewed, StoreUnavailable } from '../domain/errors.js';
import type { Limits } from '../domain/limits.js';
import type { ConsumptionStore, Outcome, Taken } from '../domain/ports.js';

/** What `take_answer_v1` answers. */
interface Row {
  readonly outcome: RejectReason | 'verified' | 'refused' | 'stored' | 'clock_skewed';
  readonly locked: readonly string[] | null;
  readonly answer: Use | null;
  readonly request: Buffer | null;
}

/** Prepared once a connection, by name. migrations/0003_take_answer.sql says what it does. */
const TAKE = {
  name: 'take-answer',
  text: `
    select outcome, locked, answer, request from take_answer_v1(
      $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
};

/** Answers over PostgreSQL: one statement, one commit. */
export class PgConsumptionStore implements ConsumptionStore {
  constructor(
    private readonly pool: Pool,
    private readonly options: {
      readonly limits: Limits;
      /** How long a retry with the same idempotency key finds the outcome, ms. */
      readonly retryMs: number;
      /** Headers of the events, e.g. of the active trace. */
      readonly headers: () => Readonly<Record<string, string>>;
    },
  ) {}

  async take(weigh: () => Taken): Promise<Outcome> {
    const { taken, row } = await this.#run(weigh);
    if (row.outcome === 'clock_skewed') throw new ClockSkewed();
    if (row.outcome === 'stored') return { kind: 'stored', request: row.request ?? Buffer.alloc(0), use: row.answer };
    if (row.outcome === 'verified') return { kind: 'verified', use: taken.use };
    return { kind: 'refused', reason: row.outcome === 'refused' ? null : row.outcome, locked: row.locked ?? [] };
  }

  async #run(weigh: () => Taken): Promise<{ readonly taken: Taken; readonly row: Row }> {
    const client = await this.pool.connect().catch(unanswered);
    let broken: Error | undefined;
    const onError = (error: Error): void => void (broken = error);
    // The statement in flight fails too; without a listener the error would end the process.
    client.on('error', onError);
    try {
      const taken = weigh();
      const { rows } = await client.query<Row>({ ...TAKE, values: this.#values(taken) }).catch(unanswered);
      const [row] = rows;
      return row === undefined ? unanswered(new Error('no row')) : { taken, row };
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  #values({ caller, challenge, mode, verdict, nowMs, use, mark }: Taken): unknown[] {
    const { limits, retryMs, headers } = this.options;
    const { id, origin, batch, position, tenant, subject, purpose } = challenge;
    const time = new Date(nowMs).toISOString();
    const event = { version: 1, time, origin, batch, position, challenge: id, tenant, subject, purpose };
    return [
      nowMs,
      mode,
      verdict,
      caller.tenant,
      mark?.key ?? null,
      retryMs,
      mark?.request ?? null,
      mark === null ? null : JSON.stringify(use),
      id,
      challenge.issuedAtMs,
      challenge.expiresAtMs,
      batch,
      position,
      subject,
      purpose,
      challenge.maxAttempts,
      // Without its brace: the statement puts the members that it decides in front.
      JSON.stringify(event).slice(1),
      challenge.context,
      JSON.stringify(headers()),
      limits.failures,
      limits.windowMs,
      limits.firstBlockMs,
      limits.longestBlockMs,
      limits.hardStop,
    ];
  }
}

/** @throws StoreUnavailable, always */
function unanswered(error: unknown): never {
  throw new StoreUnavailable(withoutParameters(error));
}

/** PostgreSQL quotes values in `detail` and `where`; they have no place in a log. */
function withoutParameters(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  return Object.assign(new Error(`database refused the statement (${error.code ?? 'no code'})`), { code: error.code });
}
