import { canonicalJson, equal, keyedHash, lengthPrefixed, open, seal, type Json } from '@otp-notary/crypto';
import type { KeyProvider } from '@otp-notary/keys';
import { AnswerGone, DeliveryFailed, IdempotencyMismatch } from './errors.js';
import type { Caller, IssueStore, RetryMark, SealedAnswer, StoredAnswer } from './ports.js';
import type { IssueAnswer, IssueRequest } from './request.js';

const KEY_LABEL = 'otp-notary/idempotency/v1';
const REQUEST_LABEL = 'otp-notary/request/v1';
const ANSWER_LABEL = 'otp-notary/replay/v1';
/** How often a repeat looks whether the first delivery has ended. */
const LOOK_EVERY_MS = 50;

/** Waits a number of milliseconds. */
export type Pause = (ms: number) => Promise<void>;

/** Makes retries harmless: the first answer of an idempotency key is the only one, for as long as its code lives. */
export class Retries {
  readonly #keys: KeyProvider;
  readonly #store: IssueStore;
  readonly #pause: Pause;
  readonly #patienceMs: number;

  /** @param patienceMs how long a repeat waits for the first delivery; longer than a delivery may take. */
  constructor(parts: { keys: KeyProvider; store: IssueStore; pause: Pause; patienceMs: number }) {
    this.#keys = parts.keys;
    this.#store = parts.store;
    this.#pause = parts.pause;
    this.#patienceMs = parts.patienceMs;
  }

  /** Keys belong to one client of one tenant; keys and requests may name persons, so both are hashed under a key. */
  mark(caller: Caller, idempotencyKey: string, request: IssueRequest): RetryMark {
    const { secret } = this.#keys.current('request');
    return {
      key: keyedHash(secret, KEY_LABEL, caller.tenant, caller.client, idempotencyKey),
      request: keyedHash(secret, REQUEST_LABEL, caller.tenant, canonicalJson(stated(request))),
    };
  }

  seal(caller: Caller, mark: RetryMark, answer: IssueAnswer): SealedAnswer {
    const key = this.#keys.current('replay');
    const sealed = seal(key.secret, Buffer.from(JSON.stringify(answer)), aad(key.kid, caller, mark));
    return { kid: key.kid, sealed };
  }

  /**
   * The answer of the first request, once its delivery has ended. Undefined: nothing is stored under this mark.
   * @throws IdempotencyMismatch, AnswerGone, DeliveryFailed
   */
  async answer(caller: Caller, mark: RetryMark): Promise<IssueAnswer | undefined> {
    for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
      const stored = await this.#store.answerTo(caller.tenant, mark.key);
      if (stored === undefined) return undefined;
      if (!equal(stored.request, mark.request)) throw new IdempotencyMismatch('same key, another request');
      if (stored.answer === null) throw new AnswerGone('the code of that answer is dead');
      if (hasEnded(stored)) return this.#open(caller, mark, stored.answer);
      if (waitedMs >= this.#patienceMs) throw new DeliveryFailed('the first delivery never ended');
      await this.#pause(LOOK_EVERY_MS);
    }
  }

  #open(caller: Caller, mark: RetryMark, answer: SealedAnswer): IssueAnswer {
    const key = this.#keys.byId('replay', answer.kid);
    if (key === undefined) throw new AnswerGone('the key of that answer is gone');
    // The tag binds the bytes to this caller and key: what opens is what we sealed.
    return JSON.parse(open(key.secret, answer.sealed, aad(key.kid, caller, mark)).toString('utf8')) as IssueAnswer;
  }
}

function aad(kid: string, caller: Caller, mark: RetryMark): Buffer {
  return lengthPrefixed(ANSWER_LABEL, kid, caller.tenant, caller.client, mark.key);
}

/** @throws DeliveryFailed */
function hasEnded({ delivery }: StoredAnswer): boolean {
  if (delivery === 'failed' || delivery === 'lapsed') throw new DeliveryFailed('the first delivery failed');
  return delivery === 'answer' || delivery === 'sent';
}

/** The request as JSON, without members that are absent. */
function stated(request: IssueRequest): Json {
  return JSON.parse(JSON.stringify(request)) as Json;
}
