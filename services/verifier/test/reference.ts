import type { RejectReason } from '@otp-notary/events';
import type { Limits } from '../src/domain/limits.js';
import type { Verdict } from '../src/domain/judge.js';

/** A challenge as the reference knows it. */
export interface RefChallenge {
  readonly subject: string;
  readonly purpose: string;
  readonly issuedAtMs: number;
  readonly position: number;
  readonly maxAttempts: number;
}

interface Life {
  attempts: number;
  usedAtMs: number | null;
}

interface Standing {
  /** Newest first. */
  failures: number[];
  consecutive: number;
  blocks: number;
  blockedUntilMs: number;
  disabled: boolean;
}

/** What the rules say becomes of answers, one after the other: written from the rules, not from the SQL. */
export class Reference {
  readonly #lives = new Map<RefChallenge, Life>();
  readonly #standings = new Map<string, Standing>();

  constructor(private readonly limits: Limits) {}

  learn(challenge: RefChallenge): void {
    if (!this.#lives.has(challenge)) this.#lives.set(challenge, { attempts: 0, usedAtMs: null });
  }

  answer(challenge: RefChallenge, verdict: Verdict, nowMs: number): 'verified' | RejectReason {
    const line = [...this.#lives].filter(
      ([other]) => other.subject === challenge.subject && other.purpose === challenge.purpose,
    );
    const life = this.#lives.get(challenge);
    if (line.some(([other]) => isNewer(other, challenge))) return 'superseded';
    if (life !== undefined && life.usedAtMs !== null) return 'used';
    if ((life?.attempts ?? 0) >= challenge.maxAttempts) return 'attempts_exhausted';
    this.learn(challenge);
    const own = this.#lives.get(challenge) as Life;
    own.attempts += 1;
    const standing = this.standing(challenge.subject);
    if (standing.disabled || nowMs < standing.blockedUntilMs) return 'subject_blocked';
    if (verdict !== 'right') {
      this.#fail(standing, nowMs);
      return verdict;
    }
    if (line.some(([, { usedAtMs }]) => usedAtMs !== null && usedAtMs > challenge.issuedAtMs)) return 'superseded';
    own.usedAtMs = nowMs;
    standing.consecutive = 0;
    standing.blocks = 0;
    return 'verified';
  }

  standing(subject: string): Standing {
    const known = this.#standings.get(subject);
    if (known !== undefined) return known;
    const fresh = { failures: [], consecutive: 0, blocks: 0, blockedUntilMs: 0, disabled: false };
    this.#standings.set(subject, fresh);
    return fresh;
  }

  #fail(standing: Standing, nowMs: number): void {
    const { failures, windowMs, firstBlockMs, longestBlockMs, hardStop } = this.limits;
    standing.failures.unshift(nowMs);
    standing.consecutive += 1;
    const inReach = standing.failures.filter((at) => at > nowMs - windowMs).length;
    if (standing.consecutive >= hardStop) standing.disabled = true;
    else if (inReach >= failures) {
      standing.blockedUntilMs = nowMs + Math.min(longestBlockMs, firstBlockMs * 2 ** standing.blocks);
      standing.blocks += 1;
    }
  }
}

function isNewer(one: RefChallenge, other: RefChallenge): boolean {
  if (one.issuedAtMs !== other.issuedAtMs) return one.issuedAtMs > other.issuedAtMs;
  return one.position > other.position;
}
