import type { RejectReason } from '@otp-notary/events';
import type { QueryConfig } from 'pg';
import type { Use } from '../domain/answer.js';
import type { Limits } from '../domain/limits.js';
import type { Taken } from '../domain/ports.js';

/** What `take_answers_v2` answers for each. */
export interface TakenRow {
  readonly outcome: RejectReason | 'verified' | 'refused' | 'stored' | 'clock_skewed';
  readonly locked: readonly string[] | null;
  readonly answer: Use | null;
  readonly request: Buffer | null;
}

/** One answer and the headers of its events. */
export interface Weighed {
  readonly taken: Taken;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TakeRules {
  readonly limits: Limits;
  /** How long a retry with the same idempotency key finds the outcome, ms. */
  readonly retryMs: number;
}

/** As many as the function takes; `migrations/0004_take_answers.sql` says what each is. */
const PARAMETERS = Array.from({ length: 25 }, (_, index) => `$${index + 1}`).join(', ');

/** Prepared once a connection, by name. */
const TAKE = {
  name: 'take-answers',
  text: `
    select outcome, locked, answer, request
    from take_answers_v2(${PARAMETERS})`,
};

/** In the order that the database asks for, so that no two groups wait for each other. */
export function bySubject(one: Weighed, other: Weighed): number {
  const [a, b] = [one.taken.challenge.subject, other.taken.challenge.subject];
  return a < b ? -1 : Number(a > b);
}

/** The call that takes answers of one tenant, sorted by subject. */
export function takeAnswers(weighed: readonly Weighed[], { limits, retryMs }: TakeRules): QueryConfig {
  const all = weighed.map(({ taken }) => taken);
  const challenges = all.map(({ challenge }) => challenge);
  const marks = all
    .flatMap(({ mark, use }, index) => (mark === null ? [] : [{ ...mark, use, place: index + 1 }]))
    .toSorted((one, other) => Buffer.compare(one.key, other.key));
  return {
    ...TAKE,
    values: [
      all[0]?.caller.tenant,
      all.map(({ nowMs }) => nowMs),
      all.map(({ mode }) => mode),
      all.map(({ verdict }) => verdict),
      challenges.map(({ id }) => id),
      challenges.map(({ issuedAtMs }) => issuedAtMs),
      challenges.map(({ expiresAtMs }) => expiresAtMs),
      challenges.map(({ batch }) => batch),
      challenges.map(({ position }) => position),
      challenges.map(({ subject }) => subject),
      challenges.map(({ purpose }) => purpose),
      challenges.map(({ maxAttempts }) => maxAttempts),
      all.map(eventOf),
      challenges.map(({ context }) => context),
      weighed.map(({ headers }) => JSON.stringify(headers)),
      marks.map(({ place }) => place),
      marks.map(({ key }) => key),
      marks.map(({ request }) => request),
      marks.map(({ use }) => JSON.stringify(use)),
      retryMs,
      limits.failures,
      limits.windowMs,
      limits.firstBlockMs,
      limits.longestBlockMs,
      limits.hardStop,
    ],
  };
}

/** What every event of the challenge has, without its opening brace: the database puts in front what it decides. */
function eventOf({ challenge, nowMs }: Taken): string {
  const { id, origin, batch, position, tenant, subject, purpose } = challenge;
  const time = new Date(nowMs).toISOString();
  return JSON.stringify({ version: 1, time, origin, batch, position, challenge: id, tenant, subject, purpose }).slice(
    1,
  );
}
