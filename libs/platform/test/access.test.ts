import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import { auditClient, CallFailed, verifierClient, type VerifierClient } from '@otp-notary/proto';
import type { RunningService } from '../src/index.js';
import { ask } from './http.js';
import { SampleProcess } from './processes.js';
import { startSample } from './sample-service.js';
import { TokenProvider } from './token-provider.js';

let provider: TokenProvider;
let service: RunningService;
let rpc: VerifierClient;

before(async () => {
  provider = await TokenProvider.start();
  service = await startSample({ config: { jwksUrl: provider.jwksUrl, issuerUrl: provider.issuer } });
  rpc = verifierClient(service.grpcUrl ?? '');
});
after(async () => {
  rpc.close();
  await service.stop();
  await provider.stop();
});

const body = JSON.stringify({ code: '123456', purpose: 'login' });
const request = { challenge_id: 'x', code: '1', purpose: 'login' };

const refusedWith = (code: string, grpc: status) => (error: unknown) =>
  error instanceof CallFailed && error.code === code && error.status === grpc && error.cause instanceof Error;

test('a caller with the scope is let in, and the handler learns its tenant from the token (REST and gRPC)', async () => {
  const token = await provider.sign({ claims: { tenant: 'globex' } });
  const rest = await ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body, token });
  assert.deepEqual([rest.status, rest.body['tenant']], [200, 'globex']);
  assert.equal((await rpc.verify(request, { token })).proof_id, 'globex');
});

test('two callers whose tokens are remembered never get each other’s tenant', async () => {
  const tenants = ['a', 'b', 'c', 'd'];
  const tokens = await Promise.all(tenants.map(async (tenant) => await provider.sign({ claims: { tenant } })));
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(
      tokens.flatMap((token) => [
        ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body, token }).then((answer) => answer.body['tenant']),
        rpc.verify(request, { token }).then((answer) => answer.proof_id),
      ]),
    );
    assert.deepEqual(
      answers,
      tenants.flatMap((tenant) => [tenant, tenant]),
    );
  }
});

test('no token, a wrong scheme and a token that does not hold are refused alike (REST and gRPC)', async () => {
  const expired = await provider.sign({ expiresIn: -60 });
  const bodies = new Set<string>();
  for (const authorization of ['', `Basic ${expired}`, 'Bearer', 'Bearer a b', `Bearer ${expired}`, 'Bearer opaque']) {
    const answer = await ask(`${service.httpUrl}/v1/samples`, {
      method: 'POST',
      body,
      headers: authorization === '' ? {} : { authorization },
    });
    assert.equal(answer.status, 401, authorization);
    assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/);
    bodies.add(answer.text);
    const metadata: Record<string, string> = authorization === '' ? {} : { authorization };
    await assert.rejects(rpc.verify(request, { metadata }), refusedWith('OTP_TOKEN_INVALID', status.UNAUTHENTICATED));
  }
  assert.equal(bodies.size, 1);
});

test('a token without the scope, or with only one of two, is denied (REST and gRPC)', async () => {
  const token = await provider.sign({ claims: { scope: 'otp:issue otp:verify-not OTP:VERIFY' } });
  const answer = await ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body, token });
  assert.deepEqual([answer.status, answer.body['code']], [403, 'OTP_ACCESS_DENIED']);
  await assert.rejects(rpc.verify(request, { token }), refusedWith('OTP_ACCESS_DENIED', status.PERMISSION_DENIED));
  const half = await ask(`${service.httpUrl}/v1/admin`, { token: await provider.sign() });
  assert.equal(half.status, 403);
  const both = await provider.sign({ claims: { scope: 'admin:all otp:verify' } });
  assert.equal((await ask(`${service.httpUrl}/v1/admin`, { token: both })).status, 200);
});

test('a route that does not say who may call it is closed to everybody', async () => {
  const token = await provider.sign({ claims: { scope: 'otp:verify admin:all' } });
  for (const request of [{}, { token }]) {
    const answer = await ask(`${service.httpUrl}/v1/undeclared`, request);
    assert.deepEqual([answer.status, answer.body['code']], [403, 'OTP_ACCESS_DENIED']);
  }
});

test('an RPC that does not say who may call it is closed to everybody', async () => {
  const other = await startSample({ config: { jwksUrl: provider.jwksUrl, issuerUrl: provider.issuer }, grpc: 'audit' });
  const audit = auditClient(other.grpcUrl ?? '');
  try {
    const token = await provider.sign({ claims: { scope: 'audit:read admin:all' } });
    for (const options of [{}, { token }]) {
      await assert.rejects(
        audit.getCheckpoint({}, options),
        refusedWith('OTP_ACCESS_DENIED', status.PERMISSION_DENIED),
      );
    }
  } finally {
    audit.close();
    await other.stop();
  }
});

test('every attempt to get in is counted by its outcome, over REST and gRPC, and probes are none', async () => {
  const other = await startSample({ config: { jwksUrl: provider.jwksUrl, issuerUrl: provider.issuer } });
  const client = verifierClient(other.grpcUrl ?? '');
  try {
    const token = await provider.sign();
    const narrow = await provider.sign({ claims: { scope: 'otp:issue' } });
    const samples = `${other.httpUrl}/v1/samples`;
    for (const given of [token, token, narrow, 'forged']) await ask(samples, { method: 'POST', body, token: given });
    await ask(`${other.httpUrl}/v1/undeclared`, { token });
    await ask(`${other.httpUrl}/v1/open`);
    await assert.rejects(client.verify(request, { token: 'forged' }));
    const { text } = await ask(other.metricsUrl);
    const counted = [...text.matchAll(/^otp_access_decisions_total\{outcome="(\w+)"\} (\d+)$/gm)];
    assert.deepEqual(Object.fromEntries(counted.map(([, outcome, count]) => [outcome, count])), {
      granted: '2',
      OTP_ACCESS_DENIED: '2',
      OTP_TOKEN_INVALID: '2',
    });
  } finally {
    client.close();
    await other.stop();
  }
});

test('a refused attempt is a structured line that names what was asked for, and nothing of what was presented', async () => {
  const sample = new SampleProcess({
    OTP_JWKS_URL: provider.jwksUrl,
    OTP_ISSUER_URL: provider.issuer,
    OTP_LOG_LEVEL: 'info',
  });
  const { http, grpc } = await sample.ready();
  const client = verifierClient(grpc);
  await ask(`${http}/v1/samples?hidden`, { method: 'POST', body, token: 'forged-token' });
  await assert.rejects(client.verify(request, { token: 'forged-token' }));
  client.close();
  sample.child.kill('SIGTERM');
  assert.equal(await sample.exit(), 0);
  const lines = sample.stdout.split('\n').filter((line) => line.includes('access refused'));
  assert.deepEqual(
    lines.map((line) => {
      const { level, errorCode, handler, via } = JSON.parse(line) as Record<string, unknown>;
      return { level, errorCode, handler, via };
    }),
    [
      { level: 'info', errorCode: 'OTP_TOKEN_INVALID', handler: 'SampleController.sample', via: 'http' },
      { level: 'info', errorCode: 'OTP_TOKEN_INVALID', handler: 'SampleRpc.verify', via: 'rpc' },
    ],
  );
  assert.ok(!sample.stdout.includes('forged-token') && !sample.stdout.includes('hidden'));
});

test('probes, description and documentation need no token; a public route of a guarded class does not either', async () => {
  for (const path of ['/livez', '/readyz', '/openapi.json', '/docs', '/v1/open']) {
    assert.equal((await ask(`${service.httpUrl}${path}`)).status, 200, path);
  }
});

test('while the keys of the provider cannot be fetched, callers are told to come again', async () => {
  const other = await startSample({ config: { jwksUrl: 'http://127.0.0.1:9/jwks', issuerUrl: provider.issuer } });
  const client = verifierClient(other.grpcUrl ?? '');
  try {
    const token = await provider.sign();
    const answer = await ask(`${other.httpUrl}/v1/samples`, { method: 'POST', body, token });
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '10']);
    await assert.rejects(client.verify(request, { token }), (error: unknown) => {
      return error instanceof CallFailed && error.status === status.UNAVAILABLE && error.retryAfterSeconds === 10;
    });
  } finally {
    client.close();
    await other.stop();
  }
});
