import { jittered, sleep } from '@otp-notary/platform';
import { checkIdentity, type ChainPins } from './chain-identity.js';
import type { RpcCall, RpcEndpoint } from './rpc-endpoint.js';
import { RpcRefused, RpcUnanswered, WrongChain } from './rpc-errors.js';
import { isWithin } from '../domain/elapsed.js';
import { meaningOf } from '../domain/node-answers.js';

/** A provider with another chain is asked again after this time: it may have been set right. */
const WRONG_CHAIN_REST_MS = 60_000;
/** A single lost call is not worth another provider. */
const ATTEMPTS = 3;
const FIRST_REST_MS = 100;
const MAX_REST_MS = 30_000;
const MAX_PAUSE_MS = 1_000;
const RATE_LIMIT_REST_MS = 1_000;

export type ProviderFault = 'wrong-chain' | 'rate-limited' | 'unanswered';

/** One provider with its standing: it is used once it has shown the pinned chain, and rests after a failure. */
export class Provider {
  #isVerified = false;
  #rest = { sinceMs: 0, ms: 0 };
  #failures = 0;
  #lastFault = 'not asked yet';
  #isWrong = false;

  constructor(
    private readonly endpoint: RpcEndpoint,
    private readonly pins: ChainPins,
    private readonly now: () => number,
  ) {}

  get name(): string {
    return this.endpoint.name;
  }

  /** Showed another chain when it was asked last. */
  get isWrong(): boolean {
    return this.#isWrong;
  }

  get isResting(): boolean {
    return isWithin(this.#rest.sinceMs, this.#rest.ms, this.now());
  }

  /** Why it was put aside last, by name. */
  get fault(): string {
    return `${this.name}: ${this.#lastFault}`;
  }

  /** Runs work on this provider, after it has shown the pinned chain since its last failure. */
  async use<T>(work: (call: RpcCall) => Promise<T>): Promise<T> {
    // One that failed gets one chance only: the others wait behind it.
    if (!this.#isVerified) await checkIdentity((method, params) => this.endpoint.call(method, params), this.pins);
    this.#isVerified = true;
    this.#isWrong = false;
    const result = await work((method, params) => this.#call(method, params));
    this.#failures = 0;
    return result;
  }

  /** Every call may be repeated: reads change nothing, and the same signed bytes are the same transaction. */
  async #call(method: string, params: readonly unknown[]): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.endpoint.call(method, params);
      } catch (error) {
        if (!(error instanceof RpcUnanswered) || error.isRateLimit || attempt >= ATTEMPTS) throw error;
        await sleep(jittered(attempt, { firstDelayMs: FIRST_REST_MS, maxDelayMs: MAX_PAUSE_MS }));
      }
    }
  }

  /** Puts the provider aside for what it did. */
  putAside(error: unknown): ProviderFault {
    this.#lastFault = error instanceof Error ? error.message : 'unknown failure';
    if (error instanceof WrongChain) {
      this.#isWrong = true;
      return this.#restFor('wrong-chain', WRONG_CHAIN_REST_MS);
    }
    if (isRateLimit(error)) {
      const seconds = error.retryAfterSeconds;
      return this.#restFor('rate-limited', seconds === undefined ? RATE_LIMIT_REST_MS : seconds * 1000);
    }
    // It may come back as another node: it has to show its chain again.
    this.#isVerified = false;
    this.#failures += 1;
    const pause = jittered(this.#failures, { firstDelayMs: FIRST_REST_MS, maxDelayMs: MAX_REST_MS });
    return this.#restFor('unanswered', pause);
  }

  #restFor(fault: ProviderFault, ms: number): ProviderFault {
    this.#rest = { sinceMs: this.now(), ms };
    return fault;
  }
}

function isRateLimit(error: unknown): error is RpcRefused | RpcUnanswered {
  if (error instanceof RpcUnanswered) return error.isRateLimit;
  return error instanceof RpcRefused && meaningOf({ code: error.rpcCode, message: error.message }) === 'rate-limited';
}
