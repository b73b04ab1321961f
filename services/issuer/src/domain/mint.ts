import {
  alphabets,
  commitment,
  contextHash,
  sealHandle,
  subjectHash,
  type Hash32,
  type TransactionContext,
} from '@otp-notary/challenge';
import { b64u, drawCode, type Clock, type RandomBytes } from '@otp-notary/crypto';
import type { EventOf } from '@otp-notary/events';
import type { KeyProvider } from '@otp-notary/keys';
import type { Caller, Place } from './ports.js';
import type { IssueAnswer, IssuePlan } from './request.js';

/** A code that was drawn. It lives in this value and nowhere else until it is delivered. */
export interface Minted {
  readonly code: string;
  readonly issued: EventOf<'otp.issued'>;
  readonly answer: IssueAnswer;
}

/** Draws codes and makes what travels in their stead: a keyed hash, a sealed handle, an event. */
export class Mint {
  readonly #origin: string;
  readonly #keys: KeyProvider;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #newId: () => string;

  constructor(parts: { origin: string; keys: KeyProvider; clock: Clock; random: RandomBytes; newId: () => string }) {
    this.#origin = parts.origin;
    this.#keys = parts.keys;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#newId = parts.newId;
  }

  /** A new code at a place, alive from now on. */
  draw(caller: Caller, plan: IssuePlan, place: Place): Minted {
    const { tenant } = caller;
    const { purpose, channel } = plan.request;
    const { batch, position } = place;
    const code = drawCode(alphabets[plan.shape.alphabet], plan.shape.length, this.#random);
    const challenge = this.#newId();
    const subject = subjectHash(this.#keys.current('subject'), tenant, plan.request.subject);
    const context = this.#contextHash(tenant, plan.request.context);
    const pepper = this.#keys.current('pepper');
    const committed = b64u(commitment(pepper, { tenant, challenge, purpose, context }, code)) as Hash32;
    const issuedAtMs = this.#clock.now();
    const expiresAtMs = issuedAtMs + plan.lifeMs;
    const issuedAt = new Date(issuedAtMs).toISOString();
    const told = { origin: this.#origin, batch, position, tenant, subject, purpose, context, commitment: committed };
    const handle = sealHandle(this.#keys, {
      ...told,
      id: challenge,
      pepper: pepper.kid,
      channel,
      issuedAtMs,
      expiresAtMs,
      maxAttempts: plan.attempts,
      ...plan.shape,
    });
    return {
      code,
      issued: {
        id: this.#newId(),
        version: 1,
        time: issuedAt,
        type: 'otp.issued',
        ...told,
        challenge,
        channel,
        issuedAtMs,
        expiresAtMs,
      },
      answer: {
        challenge_id: handle,
        proof_id: challenge,
        issued_at: issuedAt,
        expires_at: new Date(expiresAtMs).toISOString(),
        channel,
        ...(plan.hint === undefined ? {} : { destination_hint: plan.hint }),
        resend_after_seconds: plan.resendAfterSeconds,
        ...(plan.delivery.inAnswer ? { code } : {}),
      },
    };
  }

  /** What became of the delivery of a code, as an event. */
  delivery(issued: EventOf<'otp.issued'>, outcome: EventOf<'otp.delivery'>['outcome']): EventOf<'otp.delivery'> {
    const { origin, batch, position, challenge, tenant, subject, purpose, channel } = issued;
    const told = { origin, batch, position, challenge, tenant, subject, purpose, channel };
    const time = new Date(this.#clock.now()).toISOString();
    return { id: this.#newId(), version: 1, time, type: 'otp.delivery', ...told, outcome };
  }

  #contextHash(tenant: string, context: TransactionContext | undefined): Hash32 {
    return contextHash(this.#keys.current('context'), tenant, context);
  }
}
