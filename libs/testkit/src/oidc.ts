import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Provider, type Adapter, type Configuration, type JWKS } from 'oidc-provider';
import { freePort } from './ports.js';

export interface ServiceClient {
  readonly id: string;
  readonly secret: string;
  readonly tenant: string;
  /** What it may ask for; a token holds what it asked for. */
  readonly scopes: readonly string[];
}

export interface OidcOptions {
  /** Free one unless given. */
  readonly port?: number;
  readonly clients: readonly ServiceClient[];
  /** Where the signing key is kept (made on first use, mode 600), so that tokens outlive a restart. */
  readonly keyFile?: string;
  /** 3,600 unless given. */
  readonly tokenLifeSeconds?: number;
}

/** An OAuth 2.0 provider that knows one grant, client credentials (RFC 6749 §4.4), and signs RFC 9068 access tokens. */
export interface Oidc {
  readonly issuerUrl: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
  stop(): Promise<void>;
}

/** The resource indicator behind which all services stand; clients need not name it. */
const RESOURCE = 'urn:otp-notary';
const AUDIENCE = 'otp-notary';
const DEFAULT_LIFE_SECONDS = 3_600;

/** Starts the provider in this process. Tokens: ES256, `typ: at+jwt`, claims tenant, scope and client_id. */
export async function startOidc(options: OidcOptions): Promise<Oidc> {
  const port = options.port ?? (await freePort());
  const issuerUrl = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuerUrl, configuration(options, await signingKeys(options.keyFile)));
  const handle = provider.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    issuerUrl,
    jwksUrl: `${issuerUrl}/jwks`,
    tokenUrl: `${issuerUrl}/token`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(options: OidcOptions, jwks: JWKS): Configuration {
  const lifeSeconds = options.tokenLifeSeconds ?? DEFAULT_LIFE_SECONDS;
  const tenants = new Map(options.clients.map((client) => [client.id, client.tenant]));
  const scopes = [...new Set(options.clients.flatMap((client) => client.scopes))];
  return {
    adapter: Forgetful,
    jwks,
    scopes,
    ttl: { ClientCredentials: lifeSeconds },
    clients: options.clients.map((client) => ({
      client_id: client.id,
      client_secret: client.secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      id_token_signed_response_alg: 'ES256',
      scope: client.scopes.join(' '),
    })),
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: scopes.join(' '),
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifeSeconds,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => ({ tenant: tenants.get(token.clientId ?? '') }),
  };
}

async function signingKeys(keyFile: string | undefined): Promise<JWKS> {
  if (keyFile === undefined) return { keys: [await newKey()] };
  const kept = await readFile(keyFile, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as JWKS;
  const made = { keys: [await newKey()] };
  await writeFile(keyFile, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}

/** The only grant here signs its answer and looks nothing up again, so nothing is stored. */
class Forgetful implements Adapter {
  async upsert(): Promise<void> {}
  async find(): Promise<undefined> {}
  async findByUserCode(): Promise<undefined> {}
  async findByUid(): Promise<undefined> {}
  async consume(): Promise<void> {}
  async destroy(): Promise<void> {}
  async revokeByGrantId(): Promise<void> {}
}
