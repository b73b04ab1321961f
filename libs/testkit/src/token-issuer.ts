import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { freePort } from './ports.js';

/** Claims of an access token (RFC 9068). Whatever is given replaces the good default, `undefined` leaves it out. */
export interface TokenClaims {
  readonly tenant?: string | undefined;
  /** Separated by spaces. */
  readonly scope?: string | undefined;
  readonly client_id?: string | undefined;
  readonly [claim: string]: unknown;
}

/** What a test of a service uses to make good and bad tokens. */
export interface IssuerOfTokens {
  readonly issuerUrl: string;
  readonly jwksUrl: string;
  readonly audience: string;
  /** A token that is good unless a claim makes it bad: ES256, `at+jwt`, audience `otp-notary`, good for 10 minutes. */
  sign(claims?: TokenClaims): Promise<string>;
  /** The same token signed by a key that is not in the JWKS, under the kid of the one that is. */
  forge(claims?: TokenClaims): Promise<string>;
  /** Replaces the signing key: the JWKS then shows the new one only. */
  rotate(): Promise<void>;
  stop(): Promise<void>;
}

const AUDIENCE = 'otp-notary';
const LIFE_SECONDS = 600;

/** A JWKS endpoint on loopback and the key behind it. */
export async function startIssuerOfTokens(): Promise<IssuerOfTokens> {
  const port = await freePort();
  const issuerUrl = `http://127.0.0.1:${port}`;
  let key = await newKey();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/jwk-set+json');
    response.end(JSON.stringify({ keys: [key.jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  function signWith(privateKey: CryptoKey, claims: TokenClaims): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload: JWTPayload = {
      iss: issuerUrl,
      aud: AUDIENCE,
      sub: 'test-client',
      client_id: 'test-client',
      tenant: 'test',
      scope: '',
      iat: now,
      exp: now + LIFE_SECONDS,
      jti: randomUUID(),
      ...claims,
    };
    return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid }).sign(privateKey);
  }

  return {
    issuerUrl,
    jwksUrl: `${issuerUrl}/jwks`,
    audience: AUDIENCE,
    sign: (claims = {}) => signWith(key.privateKey, claims),
    forge: async (claims = {}) => signWith((await newKey()).privateKey, claims),
    rotate: async () => {
      key = await newKey();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const kid = randomUUID();
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
