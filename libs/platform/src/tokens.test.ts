import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { TokenProvider, type SignOptions } from '../test/token-provider.js';
import { KeysUnavailable, TokenInvalid } from './access-errors.js';
import { createLogger } from './log.js';
import { Metrics } from './metrics.js';
import { TokenVerifier } from './tokens.js';

let provider: TokenProvider;
let now: number;
let verifier: TokenVerifier;

const newVerifier = (jwksUrl = provider.jwksUrl): TokenVerifier =>
  new TokenVerifier({
    jwksUrl,
    issuer: provider.issuer,
    audience: provider.audience,
    clock: { now: () => now },
    log: createLogger('test', 'silent'),
    metrics: new Metrics(),
  });

before(async () => {
  provider = await TokenProvider.start();
  await provider.addKey('rsa', 'PS256');
  await provider.addKey('weak', 'RS256');
  await provider.addKey('ed', 'EdDSA');
});
after(async () => await provider.stop());
beforeEach(() => {
  now = Date.now();
  provider.isDown = false;
  provider.fetches = 0;
  verifier = newVerifier();
});

const seconds = (): number => Math.floor(Date.now() / 1000);

test('a token of the provider tells tenant, client and scopes', async () => {
  const principal = await verifier.verify(await provider.sign({ claims: { scope: 'otp:issue  otp:verify' } }));
  assert.deepEqual(principal, { tenant: 'acme', client: 'client-1', scopes: new Set(['otp:issue', 'otp:verify']) });
  await verifier.verify(await provider.sign({ kid: 'rsa' }));
  await verifier.verify(await provider.sign({ claims: { aud: ['other', 'otp-notary'] } }));
  await verifier.verify(await provider.sign({ typ: 'application/at+jwt' }));
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of exactly these parts. */
async function forged(header: object, sign: (input: string) => string = () => ''): Promise<string> {
  const [, payload] = (await provider.sign()).split('.');
  const input = `${encode(header)}.${payload}`;
  return `${input}.${sign(input)}`;
}

const refused: [string, () => Promise<string>][] = [
  ['that is unsigned (alg none)', async () => await forged({ alg: 'none', kid: 'k1', typ: 'at+jwt' })],
  ['that is unsigned (alg None)', async () => await forged({ alg: 'None', kid: 'k1', typ: 'at+jwt' })],
  ['whose signature was cut off', async () => await forged({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })],
  [
    'that uses the public key as an HMAC secret',
    async () =>
      await forged({ alg: 'HS256', kid: 'k1', typ: 'at+jwt' }, (input) =>
        createHmac('sha256', JSON.stringify(provider.published[0])).update(input).digest('base64url'),
      ),
  ],
  ['of an RSA key with PKCS #1 v1.5', async () => await provider.sign({ kid: 'weak' })],
  ['of an Ed25519 key (passport-jwt cannot check it)', async () => await provider.sign({ kid: 'ed' })],
  [
    'that brings its own key',
    async () => {
      const pair = await generateKeyPair('ES256');
      const jwk = await exportJWK(pair.publicKey);
      return await new SignJWT({ tenant: 'acme', client_id: 'c', scope: 'otp:verify' })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt', jwk })
        .setIssuer(provider.issuer)
        .setAudience(provider.audience)
        .setExpirationTime('1m')
        .sign(pair.privateKey);
    },
  ],
  ['that names no key', async () => await forged({ alg: 'ES256', typ: 'at+jwt' }, () => 'AAAA')],
  ['that is not a JWT', async () => 'opaque'],
  ['that is not JSON', async () => '!!.??.--'],
  ['that is too long', async () => await provider.sign({ claims: { padding: 'x'.repeat(9_000) } })],
];
const refusedClaims: [string, SignOptions][] = [
  ['for another audience', { claims: { aud: 'other' } }],
  ['without audience', { without: ['aud'] }],
  ['of another issuer', { claims: { iss: 'https://tokens.example/' } }],
  ['without issuer', { without: ['iss'] }],
  ['that expired longer ago than clocks differ', { expiresIn: -31 }],
  ['without expiry', { without: ['exp'] }],
  ['whose expiry is not a number', { claims: { exp: '9999999999' as unknown as number } }],
  ['that holds only later than clocks differ', { claims: { nbf: seconds() + 90 } }],
  ['that is an ID token', { typ: 'JWT' }],
  ['without tenant', { without: ['tenant'] }],
  ['with an empty tenant', { claims: { tenant: '' } }],
  ['whose tenant is a list', { claims: { tenant: ['acme', 'other'] } }],
  ['without client', { without: ['client_id'] }],
  ['whose scopes are a list', { claims: { scope: ['otp:verify'] } }],
];
for (const [what, options] of refusedClaims) refused.push([what, async () => await provider.sign(options)]);

for (const [what, token] of refused) {
  test(`a token ${what} is refused, and nothing says why`, async () => {
    const refusal = await verifier.verify(await token()).then(
      () => assert.fail('accepted'),
      (error: unknown) => error,
    );
    assert.ok(refusal instanceof TokenInvalid);
    assert.equal(refusal.detail, undefined);
    assert.equal(verifier.remembered(await token()), undefined);
  });
}

test('a token holds while clocks may differ, but is not remembered beyond its expiry', async () => {
  const late = await provider.sign({ expiresIn: -20 });
  await verifier.verify(late);
  assert.equal(verifier.remembered(late), undefined);
  await verifier.verify(await provider.sign({ claims: { nbf: seconds() + 20 } }));
});

test('a verified token is remembered for a minute and never beyond its expiry', async () => {
  const [short, long] = [await provider.sign({ expiresIn: 10 }), await provider.sign({ expiresIn: 3_600 })];
  await verifier.verify(short);
  await verifier.verify(long);
  now = seconds() * 1000 + 5_000;
  assert.ok(verifier.remembered(short) && verifier.remembered(long));
  now = seconds() * 1000 + 11_000;
  assert.equal(verifier.remembered(short), undefined);
  assert.ok(verifier.remembered(long));
  now = Date.now() + 61_000;
  assert.equal(verifier.remembered(long), undefined);
});

test('a remembered token is this token: one other letter is another one', async () => {
  const token = await provider.sign();
  await verifier.verify(token);
  assert.equal(verifier.remembered(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`), undefined);
  assert.equal(verifier.remembered(`${token}=`), undefined);
});

test('a flood of unknown keys makes one fetch each ten seconds, and known keys go on being accepted', async () => {
  await verifier.verify(await provider.sign());
  const flood = Array.from({ length: 300 }, (_, index) => ({ alg: 'ES256', kid: `unknown-${index}`, typ: 'at+jwt' }));
  const outcomes = await Promise.allSettled(
    flood.map(async (header) => await verifier.verify(await forged(header, () => 'AA'))),
  );
  assert.ok(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof TokenInvalid));
  assert.equal(provider.fetches, 1);
  now += 10_000;
  await Promise.allSettled(flood.map(async (header) => await verifier.verify(await forged(header, () => 'AA'))));
  assert.equal(provider.fetches, 2);
  await verifier.verify(await provider.sign({ claims: { jti: 'another' } }));
  assert.equal(provider.fetches, 2);
});

test('tokens that come together while no key is known share one fetch', async () => {
  const tokens = await Promise.all(
    Array.from({ length: 20 }, async (_, jti) => await provider.sign({ claims: { jti: `${jti}` } })),
  );
  await Promise.all(tokens.map(async (token) => await verifier.verify(token)));
  assert.equal(provider.fetches, 1);
});

test('a new key of the provider is accepted, and a withdrawn one refused within five minutes', async () => {
  await provider.addKey('old');
  const old = await provider.sign({ kid: 'old', expiresIn: 3_600 });
  await verifier.verify(old);
  provider.removeKey('old');
  await provider.addKey('new');
  const fresh = await provider.sign({ kid: 'new', expiresIn: 3_600 });
  await assert.rejects(verifier.verify(fresh), TokenInvalid, 'within the cooldown');
  now += 10_000;
  await verifier.verify(fresh);
  now += 5 * 60_000;
  await assert.rejects(verifier.verify(old), TokenInvalid);
});

test('while the provider is down its last keys hold for an hour, then the answer is "unavailable", not "refused"', async () => {
  const token = await provider.sign({ expiresIn: 3_600 });
  await verifier.verify(token);
  provider.isDown = true;
  now += 30 * 60_000;
  await verifier.verify(token);
  now += 31 * 60_000;
  await assert.rejects(
    verifier.verify(token),
    (error: unknown) => error instanceof KeysUnavailable && error.retryAfterSeconds === 10,
  );
  await assert.rejects(newVerifier('http://127.0.0.1:9/jwks').verify(token), KeysUnavailable);
});

test('a key is used only for the algorithm that the provider publishes it for', async () => {
  const other = await TokenProvider.start();
  try {
    await other.addKey('shared', 'PS256');
    const token = await other.sign({ kid: 'shared' });
    await newVerifier(other.jwksUrl).verify(token);
    Object.assign(other.published.at(-1) ?? {}, { alg: 'RS256' });
    await assert.rejects(newVerifier(other.jwksUrl).verify(token), TokenInvalid);
    Object.assign(other.published.at(-1) ?? {}, { alg: 'PS256', use: 'enc' });
    await assert.rejects(newVerifier(other.jwksUrl).verify(token), TokenInvalid);
  } finally {
    await other.stop();
  }
});
