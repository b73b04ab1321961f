import type { Clock } from '@otp-notary/crypto';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';

/** Least time between two fetches in milliseconds, whatever tokens come: unknown `kid`s cannot make us flood the provider. */
const COOLDOWN_MS = 10_000;
/** When the provider does not answer, its last keys hold this long. Longer would keep a withdrawn key alive. */
const MAX_STALE_MS = 60 * 60_000;
const FETCH_TIMEOUT_MS = 3_000;
/** A key set is a few KiB; more is not read. */
const MAX_BYTES = 256 * 1024;

export interface JwkSet {
  readonly keys: readonly object[];
}

/** The published keys of the token provider: fetched on demand, one fetch at a time, at most one each 10 s. */
export class JwksSource {
  #kept: { readonly set: JwkSet; readonly at: number } | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;

  constructor(private readonly deps: { url: string; clock: Clock; log: Logger; metrics: Metrics }) {}

  /** The newest keys known. @throws Error when there are none, or only ones older than an hour */
  async keys(): Promise<JwkSet> {
    const now = this.deps.clock.now();
    if (this.#refreshing === undefined && now - this.#triedAt >= COOLDOWN_MS) {
      this.#triedAt = now;
      this.#refreshing = this.#refresh();
    }
    await this.#refreshing;
    if (this.#kept === undefined || now - this.#kept.at > MAX_STALE_MS)
      throw new Error('No keys of the token provider');
    return this.#kept.set;
  }

  /** Never rejects: what is kept stays when the provider does not answer. */
  async #refresh(): Promise<void> {
    try {
      this.#kept = { set: await fetchKeys(this.deps.url), at: this.deps.clock.now() };
      this.#count('ok');
    } catch (error) {
      this.deps.log.warn({ err: error }, 'the keys of the token provider could not be fetched');
      this.#count('failed');
    } finally {
      this.#refreshing = undefined;
    }
  }

  #count(outcome: 'ok' | 'failed'): void {
    this.deps.metrics.counter('otp_jwks_fetches_total', 'Fetches of the token keys', ['outcome']).inc({ outcome });
  }
}

async function fetchKeys(url: string): Promise<JwkSet> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`The token provider answered ${answer.status}`);
  const set: unknown = JSON.parse(await boundedText(answer));
  if (!isJwkSet(set)) throw new Error('The token provider answered no key set');
  return set;
}

async function boundedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MAX_BYTES) throw new Error('The key set of the token provider is too large');
  }
  return text;
}

function isJwkSet(value: unknown): value is JwkSet {
  const keys = (value as { keys?: unknown } | null)?.keys;
  return Array.isArray(keys) && keys.length > 0 && keys.every((key) => typeof key === 'object' && key !== null);
}
