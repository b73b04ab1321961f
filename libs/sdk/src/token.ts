import { z } from 'zod';
import { ServiceUnreachable, TokenRefused } from './errors.js';
import { call, jsonOf, type Patience } from './http.js';

/** Client credentials of a service (RFC 6749 §4.4). */
export interface Credentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes to ask for, e.g. `otp:issue`. */
  readonly scopes: readonly string[];
}

/** A token is replaced this long before it ends, so that it does not end on its way. */
const MARGIN_MS = 30_000;

const answer = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
});
/** RFC 6749 §5.2. */
const refused = z.object({ error: z.string().max(64) });

/** Access tokens, each used until shortly before its end. Parallel calls share one request. */
export class Tokens {
  #held: { readonly token: string; readonly until: number } | undefined;
  #pending: Promise<string> | undefined;

  constructor(
    private readonly credentials: Credentials,
    private readonly patience: Patience,
  ) {}

  /** @throws TokenRefused, ServiceUnreachable */
  async current(): Promise<string> {
    if (this.#held !== undefined && Date.now() < this.#held.until) return this.#held.token;
    this.#pending ??= this.#fetch().finally(() => (this.#pending = undefined));
    return this.#pending;
  }

  /** Forgets a token that a service did not take, so that the next one is new. */
  drop(token: string): void {
    if (this.#held?.token === token) this.#held = undefined;
  }

  async #fetch(): Promise<string> {
    const { tokenUrl, clientId, clientSecret, scopes } = this.credentials;
    // RFC 6749 §2.3.1: both are form-encoded before they are joined.
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const bytes = await call(
      {
        method: 'POST',
        url: new URL(tokenUrl),
        headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }).toString(),
        isRepeatable: true,
        refusal: (status, body) => {
          const told = refused.safeParse(body);
          const title = 'No access token';
          return told.success
            ? new TokenRefused({ status, code: 'OTP_TOKEN_REFUSED', title, detail: told.data.error })
            : null;
        },
      },
      this.patience,
    );
    const parsed = answer.safeParse(jsonOf(bytes));
    if (!parsed.success) throw new ServiceUnreachable('the token endpoint gave no bearer token');
    const { access_token: token, expires_in: seconds = 60 } = parsed.data;
    this.#held = { token, until: Date.now() + seconds * 1000 - Math.min(MARGIN_MS, seconds * 500) };
    return token;
  }
}
