import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Clock } from '@otp-notary/crypto';
import { z } from 'zod';
import { KeysUnavailable } from './access-errors.js';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';

/** Known keys are believed this long in milliseconds; a withdrawn one is refused after that. */
const FRESH_MS = 5 * 60_000;
/** Least time between two fetches in milliseconds, whatever tokens come: unknown `kid`s cannot make us flood the provider. */
const COOLDOWN_MS = 10_000;
/** When the provider does not answer, its last keys hold this long. Longer would keep a withdrawn key alive. */
const MAX_STALE_MS = 60 * 60_000;
const FETCH_TIMEOUT_MS = 3_000;
/** A key set is a few KiB; more is not read. */
const MAX_BYTES = 256 * 1024;

const keySet = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.string(),
        kid: z.string().optional(),
        use: z.string().optional(),
        alg: z.string().optional(),
      }),
    )
    .min(1),
});

interface PublishedKey {
  readonly key: KeyObject;
  /** The one algorithm that the key is for, when the provider says so. */
  readonly alg?: string;
}

/** The published keys of the token provider (RFC 7517): fetched on demand, one fetch at a time, at most one each 10 s. */
export class JwksSource {
  #kept: { readonly keys: ReadonlyMap<string, PublishedKey>; readonly at: number } | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;

  constructor(private readonly deps: { url: string; clock: Clock; log: Logger; metrics: Metrics }) {}

  /**
   * The key with this id, if it is for this algorithm.
   * @throws KeysUnavailable when no keys are known, or only ones older than an hour
   */
  async keyOf(kid: string, alg: string): Promise<KeyObject | undefined> {
    const now = this.deps.clock.now();
    const isKnown = this.#kept?.keys.has(kid) === true && now - this.#kept.at < FRESH_MS;
    if (!isKnown) await this.#refreshed(now);
    if (this.#kept === undefined || now - this.#kept.at > MAX_STALE_MS) {
      throw new KeysUnavailable('No keys to verify tokens with', { retryAfterSeconds: COOLDOWN_MS / 1000 });
    }
    const known = this.#kept.keys.get(kid);
    return known?.alg === undefined || known.alg === alg ? known?.key : undefined;
  }

  /** Never rejects: what is kept stays when the provider does not answer. */
  async #refreshed(now: number): Promise<void> {
    if (this.#refreshing === undefined && now - this.#triedAt >= COOLDOWN_MS) {
      this.#triedAt = now;
      this.#refreshing = this.#refresh();
    }
    await this.#refreshing;
  }

  async #refresh(): Promise<void> {
    const fetches = this.deps.metrics.counter('otp_jwks_fetches_total', 'Fetches of the token keys', ['outcome']);
    try {
      this.#kept = { keys: await fetchKeys(this.deps.url), at: this.deps.clock.now() };
      fetches.inc({ outcome: 'ok' });
    } catch (error) {
      this.deps.log.warn({ err: error }, 'the keys of the token provider could not be fetched');
      fetches.inc({ outcome: 'failed' });
    } finally {
      this.#refreshing = undefined;
    }
  }
}

async function fetchKeys(url: string): Promise<ReadonlyMap<string, PublishedKey>> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`The token provider answered ${answer.status}`);
  const { keys } = keySet.parse(JSON.parse(await boundedText(answer)));
  const usable = new Map<string, PublishedKey>();
  for (const { kid, use, alg, ...jwk } of keys) {
    if (kid === undefined || (use !== undefined && use !== 'sig') || !['EC', 'RSA'].includes(jwk.kty)) continue;
    const key = publicKeyOf(jwk);
    if (key !== undefined) usable.set(kid, { key, ...(alg === undefined ? {} : { alg }) });
  }
  return usable;
}

/** One key that cannot be read must not shut out those who use the others. */
function publicKeyOf(jwk: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
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
