import { Groups, type Waiting } from '@otp-notary/persistence';
import { DatabaseError, type Pool } from 'pg';
import { ClockSkewed, StoreUnavailable } from '../domain/errors.js';
import type { ConsumptionStore, Outcome, Taken, Turn } from '../domain/ports.js';
import { bySubject, takeAnswers, type TakenRow, type TakeRules, type Weighed } from './take-answers.js';

/** One commit at a time gives the largest groups; more of them only past a slow one, or when a full group waits. */
const LIMITS = { lanes: 3, size: 64, waiting: 2_000 };

/** An answer that waits for its turn. */
interface Asked {
  readonly turn: Turn;
  readonly weigh: () => Taken;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers over PostgreSQL: one call and one commit for those that come together. */
export class PgConsumptionStore implements ConsumptionStore {
  readonly #groups;

  constructor(
    private readonly pool: Pool,
    private readonly options: TakeRules & {
      /** Headers of the events, e.g. of the active trace. */
      readonly headers: () => Readonly<Record<string, string>>;
    },
  ) {
    this.#groups = new Groups<Asked, Outcome>(LIMITS, (group) => this.#takeGroup(group), {
      kindOf: ({ turn }) => turn.tenant,
      claimsOf: ({ turn }) => turn.claims,
    });
  }

  async take(turn: Turn, weigh: () => Taken): Promise<Outcome> {
    return await this.#groups.add({ turn, weigh, headers: this.options.headers() });
  }

  /** What cannot be taken together is taken one by one: then each has the outcome that is its own. */
  async #takeGroup(group: readonly Waiting<Asked, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.#takeTogether(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new StoreUnavailable(new Error('no row')));
        else resolve(outcome);
      }
    } catch (error) {
      if (group.length > 1 && error instanceof Refused) {
        for (const waiting of group) await this.#takeGroup([waiting]);
      } else {
        const shown = error instanceof Refused ? new StoreUnavailable(error.cause) : error;
        for (const { reject } of group) reject(shown);
      }
    }
  }

  /** @throws ClockSkewed, StoreUnavailable, Refused */
  async #takeTogether(asked: readonly Asked[]): Promise<readonly Outcome[]> {
    const client = await this.pool.connect().catch(unanswered);
    let broken: Error | undefined;
    const onError = (error: Error): void => void (broken = error);
    // The statement in flight fails too; without a listener the error would end the process.
    client.on('error', onError);
    try {
      const weighed = asked.map(({ weigh, headers }) => ({ taken: weigh(), headers }));
      const sorted = weighed.toSorted(bySubject);
      const { rows } = await client.query<TakenRow>(takeAnswers(sorted, this.options)).catch(unanswered);
      const outcomes = new Map(sorted.map((each, index) => [each, rows[index]] as const));
      return weighed.map((each) => outcomeOf(each, outcomes.get(each)));
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

/** @throws ClockSkewed, StoreUnavailable */
function outcomeOf({ taken }: Weighed, row: TakenRow | undefined): Outcome {
  if (row === undefined) return unanswered(new Error('no row'));
  if (row.outcome === 'clock_skewed') throw new ClockSkewed();
  if (row.outcome === 'stored') return { kind: 'stored', request: row.request ?? Buffer.alloc(0), use: row.answer };
  if (row.outcome === 'verified') return { kind: 'verified', use: taken.use };
  return { kind: 'refused', reason: row.outcome === 'refused' ? null : row.outcome, locked: row.locked ?? [] };
}

/** The database refused the call and took back all of it. */
class Refused extends Error {}

/** @throws StoreUnavailable, or Refused when nothing was done */
function unanswered(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw new StoreUnavailable(error);
  // PostgreSQL quotes values in `detail` and `where`; they have no place in a log.
  const told = new Error(`database refused the statement (${error.code ?? 'no code'})`);
  const cause = Object.assign(told, { code: error.code });
  // A session that is ended (FATAL) may have committed before it said so; an ERROR has rolled back.
  throw error.severity === 'ERROR' ? new Refused(told.message, { cause }) : new StoreUnavailable(cause);
}
