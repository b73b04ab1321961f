import { createHash, type KeyObject } from 'node:crypto';
import { callbackify } from 'node:util';
import type { Clock } from '@otp-notary/crypto';
import { LRUCache } from 'lru-cache';
import passport from 'passport';
import { Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { z } from 'zod';
import { KeysUnavailable, TokenInvalid } from './access-errors.js';
import { JwksSource } from './jwks.js';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';
import type { Principal } from './principal.js';

/** Signatures that are accepted: asymmetric ones only, and never the one that a token merely names. */
const ALGORITHMS: ('ES256' | 'PS256')[] = ['ES256', 'PS256'];
/** Clocks of the provider and of ours may differ by this, in seconds. */
const SKEW_SECONDS = 30;
/** A verified token is believed this long without another look, in milliseconds; never beyond its `exp`. */
const MAX_BELIEF_MS = 60_000;
const MAX_REMEMBERED = 10_000;
/** Longer tokens are refused unread. */
const MAX_TOKEN_LENGTH = 8_192;

const named = z.object({ kid: z.string().min(1), alg: z.enum(ALGORITHMS) });

const verified = z.object({
  // RFC 9068 §4: an ID token or any other JWT of the same provider is not an access token.
  header: z.object({ typ: z.string().regex(/^(application\/)?at\+jwt$/i) }),
  payload: z.object({
    exp: z.number(),
    scope: z.string().default(''),
    tenant: z.string().min(1).max(128),
    client_id: z.string().min(1).max(256),
  }),
});

interface Believed {
  readonly principal: Principal;
  /** Epoch ms. */
  readonly until: number;
}

export interface TokenRules {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Tells who presents an access token (RFC 9068): a JWT of the provider, for us, within its time. */
export class TokenVerifier {
  readonly #believed = new LRUCache<string, Believed>({ max: MAX_REMEMBERED });
  readonly #passport = new passport.Authenticator();
  readonly #clock: Clock;

  constructor(rules: TokenRules) {
    this.#clock = rules.clock;
    this.#passport.use('access-token', strategy(rules));
  }

  /** The principal of a token that was verified less than a minute ago and has not expired; spares the signature check. */
  remembered(token: string): Principal | undefined {
    const known = this.#believed.get(fingerprint(token));
    return known !== undefined && this.#clock.now() < known.until ? known.principal : undefined;
  }

  /** @throws TokenInvalid, KeysUnavailable */
  async verify(token: string): Promise<Principal> {
    if (token.length > MAX_TOKEN_LENGTH) throw new TokenInvalid('The token is too long');
    const { payload } = readClaims(await this.#authenticate(token));
    const principal: Principal = {
      tenant: payload.tenant,
      client: payload.client_id,
      scopes: new Set(payload.scope.split(' ').filter((scope) => scope !== '')),
    };
    const until = Math.min(payload.exp * 1000, this.#clock.now() + MAX_BELIEF_MS);
    this.#believed.set(fingerprint(token), { principal, until });
    return principal;
  }

  async #authenticate(token: string): Promise<unknown> {
    return await new Promise((resolve, reject) => {
      const done = (error: unknown, user: unknown, info: unknown) => {
        if (error !== null && error !== undefined) reject(error);
        else if (user === false || user === undefined || user === null) reject(refusal(info));
        else resolve(user);
      };
      const authenticate = this.#passport.authenticate('access-token', { session: false }, done) as Authenticate;
      authenticate({ headers: {}, token }, {}, reject);
    });
  }
}

type Authenticate = (request: object, response: object, next: (error?: unknown) => void) => void;

/** passport-jwt over the provider's published keys. */
function strategy(rules: TokenRules): Strategy {
  const source = new JwksSource({ ...rules, url: rules.jwksUrl });
  const options: StrategyOptionsWithoutRequest = {
    jwtFromRequest: (request: unknown) => (request as { token: string }).token,
    secretOrKeyProvider: (_request, token: string, done: (error: unknown, key?: never) => void) => {
      keyFor(token, source, done as (error: unknown, key?: KeyObject) => void);
    },
    algorithms: ALGORITHMS,
    issuer: rules.issuer,
    audience: rules.audience,
    jsonWebTokenOptions: { complete: true, clockTolerance: SKEW_SECONDS },
  };
  return new Strategy(options, (token: object, done: (error: null, user: object) => void) => done(null, token));
}

/** The key that a token names; a token that names none, or an algorithm that is not accepted, costs no look at the keys. */
const keyFor = callbackify(async (token: string, source: JwksSource): Promise<KeyObject> => {
  const header = named.safeParse(headerOf(token));
  const key = header.success ? await source.keyOf(header.data.kid, header.data.alg) : undefined;
  if (key === undefined) throw new TokenInvalid('The token names no key of the provider');
  return key;
});

function headerOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}

function readClaims(token: unknown): z.infer<typeof verified> {
  const claims = verified.safeParse(token);
  if (!claims.success) throw new TokenInvalid('The token is not an access token of ours');
  return claims.data;
}

function refusal(info: unknown): Error {
  if (info instanceof KeysUnavailable) return info;
  return new TokenInvalid('The token does not hold', { cause: info });
}

/** A memory of whole tokens would be a memory of credentials. */
function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
