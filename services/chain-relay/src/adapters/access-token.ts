import { OtpError } from '@otp-notary/errors';
import type { Clock } from '@otp-notary/crypto';
import type { Secret } from '@otp-notary/platform';
import { z } from 'zod';

/** A token that ends sooner is not used any more: the call has to arrive with it alive. */
const SPARE_MS = 30_000;
const TIMEOUT_MS = 5_000;

const answer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(60) });

/** The identity provider gave no token. */
export class TokenRefused extends OtpError {
  readonly code = 'OTP_TOKEN_REFUSED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

export interface TokenClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly scope: string;
}

/** An access token of this service (OAuth 2.0 client credentials, RFC 6749 §4.4), renewed before it ends. */
export class AccessToken {
  #token: { readonly value: string; readonly untilMs: number } | null = null;

  constructor(
    private readonly client: TokenClient,
    private readonly clock: Clock,
  ) {}

  /** @throws TokenRefused */
  async get(): Promise<string> {
    if (this.#token !== null && this.clock.now() < this.#token.untilMs) return this.#token.value;
    const { access_token: value, expires_in: seconds } = await this.#ask();
    const lifeMs = seconds * 1000;
    this.#token = { value, untilMs: this.clock.now() + Math.max(lifeMs - SPARE_MS, lifeMs / 2) };
    return value;
  }

  /** The token was refused: the next call gets a new one. */
  forget(): void {
    this.#token = null;
  }

  async #ask(): Promise<z.infer<typeof answer>> {
    const { tokenUrl, clientId, clientSecret, scope } = this.client;
    const credentials = [clientId, clientSecret.reveal()].map(encodeURIComponent).join(':');
    try {
      const response = await fetch(tokenUrl, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      if (!response.ok) throw new TokenRefused(`the identity provider answered with HTTP ${response.status}`);
      return answer.parse(await response.json());
    } catch (cause) {
      if (cause instanceof TokenRefused) throw cause;
      throw new TokenRefused('the identity provider gave no token', { cause });
    }
  }
}
