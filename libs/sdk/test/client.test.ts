import { startOidc } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NotVerified, OtpNotaryClient, Refused, ServiceUnreachable, TokenRefused } from '../src/index.js';
import { problem, ScriptedServices, type Act } from './scripted-services.js';

let services: ScriptedServices;
before(async () => {
  services = await ScriptedServices.start();
});
after(() => services.stop());

const REQUEST = { challenge_id: 'v1.k.handle', code: '048213', purpose: 'login' };
const verified: Act = {
  status: 200,
  body: {
    verified: true,
    proof_id: '1',
    verified_at: '2026-01-01T00:00:00.000Z',
    auth_time: 1,
    amr: ['otp'],
    context_hash: 'x',
    receipt: 'a.b.c',
    unheard_of: true,
  },
};

function client(tokenUrl = `${services.url}/token`, clientSecret = 'top-secret'): OtpNotaryClient {
  const { url } = services;
  return new OtpNotaryClient({
    urls: { issuer: url, verifier: url, audit: `${url}/audit/` },
    credentials: { tokenUrl, clientId: 'shop', clientSecret, scopes: ['otp:verify'] },
    patience: { timeoutMs: 300, firstDelayMs: 10, maxDelayMs: 1_500 },
  });
}

test('calls share one token, and one idempotency key goes with all attempts of a call', async () => {
  services.play('cut', problem(503, 'OTP_UNAVAILABLE'), verified);
  const caller = client();
  const answers = await Promise.all([caller.verify(REQUEST), caller.receiptKeys().catch(() => null)]);
  assert.equal(answers[0].proof_id, '1');
  assert.equal(services.grants.length, 1);
  assert.equal(new URLSearchParams(services.grants[0]?.body).get('scope'), 'otp:verify');
  const attempts = services.seen.filter(({ method }) => method === 'POST');
  assert.equal(new Set(attempts.map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert.ok(attempts.every(({ headers }) => headers.authorization === 'Bearer token-1'));
});

test('a key of the caller is used as it is, and another call without one has another', async () => {
  services.play(verified);
  const caller = client();
  await caller.verify(REQUEST, { idempotencyKey: 'order-7' });
  await caller.verify(REQUEST);
  await caller.verify(REQUEST);
  const keys = services.seen.map(({ headers }) => headers['idempotency-key']);
  assert.equal(keys[0], 'order-7');
  assert.equal(new Set(keys).size, 3);
});

test('a token is replaced before it ends and when a service does not take it, once', async () => {
  services.play(problem(401, 'OTP_TOKEN_INVALID'), verified);
  const caller = client();
  await caller.verify(REQUEST);
  assert.deepEqual(
    services.seen.map(({ headers }) => headers.authorization),
    ['Bearer token-1', 'Bearer token-2'],
  );
  services.play(problem(401, 'OTP_TOKEN_INVALID'));
  await assert.rejects(caller.verify(REQUEST), Refused);
  assert.equal(services.seen.length, 2);
  services.tokenLife = 0.1;
  services.play(verified);
  const hasty = client();
  await hasty.verify(REQUEST);
  await new Promise((resolve) => setTimeout(resolve, 120));
  await hasty.verify(REQUEST);
  assert.equal(services.grants.length, 2);
  services.tokenLife = 3_600;
});

test('a refusal is typed, keeps its code and is not asked for again', async () => {
  services.play(problem(422, 'OTP_NOT_VERIFIED'));
  await assert.rejects(client().verify(REQUEST), NotVerified);
  for (const [status, code] of [
    [400, 'OTP_REQUEST_INVALID'],
    [422, 'OTP_IDEMPOTENCY_MISMATCH'],
    [500, 'OTP_INTERNAL'],
    [503, 'OTP_DELIVERY_FAILED'],
  ] as const) {
    services.play(problem(status, code));
    await assert.rejects(client().verify(REQUEST), (error) => {
      assert.ok(error instanceof Refused && !(error instanceof NotVerified));
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(error.traceId, 'abc');
      return true;
    });
    assert.equal(services.seen.length, 1);
  }
});

test('a service that asks for time gets it, and one that asks for too much ends the call', async () => {
  services.play(problem(429, 'OTP_LIMITED', { 'retry-after': '1' }), verified);
  const started = Date.now();
  await client().verify(REQUEST);
  assert.ok(Date.now() - started >= 990);
  services.play(problem(429, 'OTP_LIMITED', { 'retry-after': '60' }));
  await assert.rejects(client().verify(REQUEST), (error) => error instanceof Refused && error.retryAfterSeconds === 60);
  assert.equal(services.seen.length, 1);
});

test('attempts and time are bounded, and no error holds what was sent', async () => {
  for (const act of [
    'cut',
    'silence',
    { status: 502, body: 'bad gateway' },
    { status: 200, body: { verified: false } },
  ] as const) {
    services.play(act);
    await assert.rejects(client().verify(REQUEST), (error) => {
      assert.ok(error instanceof ServiceUnreachable);
      const said = JSON.stringify([error.message, error.detail, String(error.cause)]);
      assert.ok(!/048213|v1\.k\.handle|top-secret|token-1/.test(said), said);
      return true;
    });
    assert.ok(services.seen.length <= 3);
  }
});

test('paths stay below the base URL of their service, and proofs come byte for byte', async () => {
  services.play({ status: 200, body: { b: 1, a: 2 } });
  const bytes = await client().proof('../x', ['challenge', 'tenant']);
  assert.equal(new TextDecoder().decode(bytes), '{"b":1,"a":2}');
  assert.equal(services.seen[0]?.path, '/audit/v1/proofs/..%2Fx?disclose=challenge%2Ctenant');
});

test('a real provider gives a token for the right secret and none for a wrong one', async () => {
  const right = { id: 'shop', secret: 'p%s+word :', tenant: 'demo', scopes: ['otp:verify', 'otp:issue'] };
  const oidc = await startOidc({ clients: [right] });
  try {
    services.play(verified);
    await client(oidc.tokenUrl, right.secret).verify(REQUEST);
    const [, token] = (services.seen[0]?.headers.authorization ?? '').split(' ');
    const claims = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    assert.equal(claims['scope'], 'otp:verify');
    assert.equal(claims['tenant'], 'demo');
    await assert.rejects(client(oidc.tokenUrl, 'guess').verify(REQUEST), (error) => {
      assert.ok(error instanceof TokenRefused);
      assert.equal(error.detail, 'invalid_client');
      return true;
    });
  } finally {
    await oidc.stop();
  }
});
