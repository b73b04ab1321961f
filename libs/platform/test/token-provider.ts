import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

const ISSUER = 'https://tokens.example';
const AUDIENCE = 'otp-notary';

export interface SignOptions {
  readonly kid?: string;
  readonly typ?: string;
  readonly claims?: JWTPayload;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly without?: readonly string[];
}

/** A token provider with real keys and a real JWKS endpoint that counts what it is asked. */
export class TokenProvider {
  readonly issuer = ISSUER;
  readonly audience = AUDIENCE;
  fetches = 0;
  isDown = false;
  #keys = new Map<string, CryptoKey>();
  #published: JWK[] = [];
  #server: Server | undefined;

  static async start(): Promise<TokenProvider> {
    const provider = new TokenProvider();
    await provider.addKey('k1');
    provider.#server = createServer((_request, response) => {
      provider.fetches += 1;
      if (provider.isDown) response.writeHead(500).end();
      else response.writeHead(200).end(JSON.stringify({ keys: provider.#published }));
    }).listen(0, '127.0.0.1');
    await once(provider.#server, 'listening');
    return provider;
  }

  get jwksUrl(): string {
    if (this.#server === undefined) throw new Error('Not started');
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/jwks`;
  }

  /** The public key as published, for attacks that use it as a secret. */
  get published(): readonly JWK[] {
    return this.#published;
  }

  async addKey(kid: string, alg = 'ES256'): Promise<void> {
    const pair = await generateKeyPair(alg);
    this.#keys.set(kid, pair.privateKey);
    this.#published.push({ ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' });
  }

  removeKey(kid: string): void {
    this.#published = this.#published.filter((key) => key.kid !== kid);
  }

  async sign({
    kid = 'k1',
    typ = 'at+jwt',
    claims = {},
    expiresIn = 60,
    without = [],
  }: SignOptions = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const all: JWTPayload = {
      iss: ISSUER,
      aud: AUDIENCE,
      exp: now + expiresIn,
      iat: now,
      sub: 'client-1',
      client_id: 'client-1',
      tenant: 'acme',
      scope: 'otp:verify',
      ...claims,
    };
    const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
    const key = this.#keys.get(kid);
    if (key === undefined) throw new Error(`No key ${kid}`);
    const alg = this.#published.find((one) => one.kid === kid)?.alg ?? 'ES256';
    return await new SignJWT(kept).setProtectedHeader({ alg, kid, typ }).sign(key);
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}
