import {
  commitment,
  contextHash,
  HandleInvalid,
  hasShape,
  alphabets,
  MAX_LENGTH,
  MIN_LENGTH,
  openHandle,
  signReceipt,
  type Challenge,
} from '@otp-notary/challenge';
import { canonicalJson, equal, keyedHash, type Clock } from '@otp-notary/crypto';
import type { KeyProvider } from '@otp-notary/keys';
import type { Answer, Caller, Use, Verified } from './answer.js';
import { decoyChallenge } from './decoy.js';
import { CodeMalformed, IdempotencyMismatch, NotVerified } from './errors.js';
import { bearing, judge, type Presented } from './judge.js';
import { turnOf, type ConsumptionStore, type Observer, type Outcome, type Pace, type RetryMark, type Taken } from './ports.js'; // prettier-ignore

/** Some code of some policy: asked of a code whose own policy the caller may not learn. */
const ANY_CODE = new RegExp(`^[${alphabets.crockford}]{${MIN_LENGTH},${MAX_LENGTH}}$`);

/** Takes answers: the one way to a verification, whatever the call came by. */
export class Verification {
  constructor(
    private readonly parts: {
      readonly keys: KeyProvider;
      readonly store: ConsumptionStore;
      readonly observer: Observer;
      readonly pace: Pace;
      readonly clock: Clock;
      /** How long after a use the log must hold it, ms: what receipts promise. */
      readonly promiseMs: number;
    },
  ) {}

  /**
   * Takes one answer. When it resolves the code is consumed, on disk, with the event that says so.
   * @throws CodeMalformed when the code is not written as codes of the challenge are: nothing was taken.
   * @throws NotVerified for every refusal, the same and no sooner whatever the reason is.
   * @throws IdempotencyMismatch, ClockSkewed, StoreUnavailable
   */
  async verify(caller: Caller, answer: Answer): Promise<Verified> {
    const { store, observer, pace } = this.parts;
    const pause = pace.begin();
    const challenge = this.#open(answer.handle);
    requireShape(answer.code, challenge?.tenant === caller.tenant ? challenge : null);
    const mark = this.#mark(caller, answer);
    const turn = turnOf(caller, challenge, mark);
    const outcome = await store.take(turn, () => ({ ...this.#weigh(caller, answer, challenge), mark }));
    observer.outcome(outcome, caller);
    const use = useOf(outcome, mark);
    if (use !== null) return this.#answer(use);
    await pause.held();
    throw new NotVerified();
  }

  /** Null for what we did not seal, and for codes whose pepper is no longer held. */
  #open(handle: string): Challenge | null {
    try {
      const challenge = openHandle(this.parts.keys, handle);
      return this.parts.keys.byId('pepper', challenge.pepper) === undefined ? null : challenge;
    } catch (error) {
      if (error instanceof HandleInvalid) return null;
      throw error;
    }
  }

  /** Judges the answer from its handle; the same work for a handle that does not open. */
  #weigh(caller: Caller, answer: Answer, opened: Challenge | null): Omit<Taken, 'mark'> {
    const nowMs = this.parts.clock.now();
    const challenge = opened ?? decoyChallenge;
    const verdict = judge(challenge, this.#present(caller, answer, challenge), nowMs);
    const { id: proofId, origin, batch, position, context: contextHash } = challenge;
    const logByMs = nowMs + this.parts.promiseMs;
    return {
      caller,
      challenge,
      mode: opened === null ? 'decoy' : bearing(verdict),
      verdict,
      nowMs,
      use: { proofId, origin, batch, position, contextHash, verifiedAtMs: nowMs, logByMs },
    };
  }

  #present({ tenant }: Caller, { code, purpose, context }: Answer, challenge: Challenge): Presented {
    const { keys } = this.parts;
    const pepper = keys.byId('pepper', challenge.pepper) ?? keys.current('pepper');
    return {
      tenant,
      purpose,
      contexts: keys.held('context').map((key) => Buffer.from(contextHash(key, tenant, context), 'base64url')),
      commitment: commitment(pepper, { ...challenge, challenge: challenge.id }, code),
    };
  }

  /** Keys belong to one client of one tenant; keys and requests may name persons, so both are hashed under a key. */
  #mark({ tenant, client }: Caller, { idempotencyKey, ...request }: Answer): RetryMark | null {
    if (idempotencyKey === undefined) return null;
    const { secret } = this.parts.keys.current('request');
    const { handle, code, purpose, context = {} } = request;
    return {
      key: keyedHash(secret, 'otp-notary/idempotency/v1', tenant, client, idempotencyKey),
      request: keyedHash(secret, 'otp-notary/request/v1', tenant, canonicalJson({ handle, code, purpose, context })),
    };
  }

  #answer(use: Use): Verified {
    const { proofId, origin, batch, position, contextHash, verifiedAtMs, logByMs } = use;
    const verifiedAt = new Date(verifiedAtMs).toISOString();
    const receipt = signReceipt(this.parts.keys.current('receipt'), {
      origin,
      batch,
      position,
      challenge: proofId,
      verified_at: verifiedAt,
      log_by: new Date(logByMs).toISOString(),
    });
    return { proofId, verifiedAt, authTime: Math.floor(verifiedAtMs / 1000), amr: ['otp'], contextHash, receipt };
  }
}

/**
 * Syntax, before anything is spent. The policy stands in the handle; a caller who may not know it is asked for a code of
 * any policy, so that the answer does not tell whether the handle opened. @throws CodeMalformed
 */
function requireShape(code: string, own: Challenge | null): void {
  if (!(own === null ? ANY_CODE.test(code) : hasShape(code, own))) throw new CodeMalformed();
}

/** @throws IdempotencyMismatch */
function useOf(outcome: Outcome, mark: RetryMark | null): Use | null {
  if (outcome.kind === 'refused') return null;
  if (outcome.kind === 'stored' && (mark === null || !equal(outcome.request, mark.request))) {
    throw new IdempotencyMismatch();
  }
  return outcome.use;
}
