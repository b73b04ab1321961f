import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { CallFailed, verifierClient, type VerifierClient } from '@otp-notary/proto';
import type { RunningService } from '../src/index.js';
import { ask, type Answered } from './http.js';
import { LEAK, startSample } from './sample-service.js';
import { TokenProvider } from './token-provider.js';

let provider: TokenProvider;
let service: RunningService;
let rpc: VerifierClient;
let token: string;

before(async () => {
  provider = await TokenProvider.start();
  service = await startSample({ config: { jwksUrl: provider.jwksUrl, issuerUrl: provider.issuer } });
  rpc = verifierClient(service.grpcUrl ?? '');
  token = await provider.sign();
});
after(async () => {
  rpc.close();
  await service.stop();
  await provider.stop();
});

function assertProblem(answer: Answered, expected: number, code: string): void {
  assert.equal(answer.status, expected, answer.text);
  assert.match(answer.type ?? '', /^application\/problem\+json/);
  assert.equal(answer.body['code'], code);
  assert.equal(answer.body['status'], expected);
  assert.equal(answer.body['type'], `urn:otp-notary:problem:${code.toLowerCase().replaceAll('_', '-')}`);
  assert.equal(typeof answer.body['title'], 'string');
  const known = new Set(['type', 'title', 'status', 'detail', 'code', 'trace_id']);
  assert.ok(
    Object.keys(answer.body).every((name) => known.has(name)),
    answer.text,
  );
}

const post = async (body: string, headers: Record<string, string> = {}): Promise<Answered> =>
  await ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body, headers, token });

const malformed: [string, string, Record<string, string>, number, string][] = [
  ['broken JSON', '{"code":', {}, 400, 'OTP_REQUEST_INVALID'],
  ['an empty JSON body', '', {}, 400, 'OTP_REQUEST_INVALID'],
  ['a poisoned prototype', '{"__proto__":{"a":1}}', {}, 400, 'OTP_REQUEST_INVALID'],
  ['a body that is not an object', '"text"', {}, 400, 'OTP_REQUEST_INVALID'],
  ['an unknown member', '{"code":"123456","purpose":"x","admin":true}', {}, 400, 'OTP_REQUEST_INVALID'],
  ['a body above 64 KiB', JSON.stringify({ a: 'x'.repeat(65_536) }), {}, 413, 'OTP_BODY_TOO_LARGE'],
  ['plain text', 'code=1', { 'content-type': 'text/plain' }, 415, 'OTP_MEDIA_TYPE_UNSUPPORTED'],
  ['a form', 'code=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'OTP_MEDIA_TYPE_UNSUPPORTED'],
  [
    'a multipart form',
    '--x--',
    { 'content-type': 'multipart/form-data; boundary=x' },
    415,
    'OTP_MEDIA_TYPE_UNSUPPORTED',
  ],
];
for (const [what, body, headers, expected, code] of malformed) {
  test(`${what} is a ${expected} problem`, async () => assertProblem(await post(body, headers), expected, code));
}

test('a body of just 64 KiB is read', async () => {
  const frame = JSON.stringify({ code: '', purpose: '' }).length;
  assertProblem(
    await post(JSON.stringify({ code: '', purpose: 'x'.repeat(65_536 - frame) })),
    400,
    'OTP_REQUEST_INVALID',
  );
});

test('an unknown route, an unknown method and a path that cannot be decoded are problems', async () => {
  assertProblem(await ask(`${service.httpUrl}/v1/unknown`, { token }), 404, 'OTP_ROUTE_UNKNOWN');
  assertProblem(await ask(`${service.httpUrl}/v1/samples`, { token }), 404, 'OTP_ROUTE_UNKNOWN');
  assertProblem(await ask(`${service.httpUrl}/v1/samples`, { method: 'DELETE', token }), 404, 'OTP_ROUTE_UNKNOWN');
  assertProblem(await ask(`${service.httpUrl}/v1/%E0%A4%A`, { token }), 400, 'OTP_REQUEST_INVALID');
});

test('what is not HTTP gets a problem too, and the service goes on', async () => {
  for (const bytes of ['NOT HTTP AT ALL\r\n\r\n', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`]) {
    const socket = connect(Number(new URL(service.httpUrl).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.write(bytes);
    await once(socket, 'close');
    assert.match(text, /^HTTP\/1\.1 (400|431) /);
    assert.match(text, /application\/problem\+json/);
  }
  assert.equal((await ask(`${service.httpUrl}/livez`)).status, 200);
});

test('an error that nobody foresaw shows nothing of itself (REST and gRPC)', async () => {
  const answer = await ask(`${service.httpUrl}/v1/broken`, { token });
  assertProblem(answer, 500, 'OTP_INTERNAL');
  assert.equal(answer.body['detail'], undefined);
  assert.ok(!answer.text.includes('hunter2') && !answer.text.includes('stack'));
  const failure = await rejection('broken');
  assert.equal(failure.code, status.INTERNAL);
  assert.equal(failure.details, 'Internal error');
  assert.ok(!JSON.stringify([failure, failure.message, failure.metadata.getMap()]).includes(LEAK));
});

test('an error of ours keeps its status, its code and its wait (REST and gRPC)', async () => {
  const answer = await ask(`${service.httpUrl}/v1/busy`, { token });
  assertProblem(answer, 429, 'OTP_BUSY');
  assert.equal(answer.headers.get('retry-after'), '1');
  assert.equal(answer.body['detail'], 'Try later.');
  assert.ok(!answer.text.includes('acme'));
  const failure = await rejection('busy');
  assert.equal(failure.code, status.RESOURCE_EXHAUSTED);
  assert.equal(failure.details, 'Too many requests');
  assert.deepEqual(failure.metadata.get('otp-code'), ['OTP_BUSY']);
  assert.deepEqual(failure.metadata.get('retry-after'), ['7']);
});

test('an RPC names the fields that are wrong in its metadata', async () => {
  const failure = await rejection('invalid');
  assert.equal(failure.code, status.INVALID_ARGUMENT);
  assert.match(decodeURIComponent(String(failure.metadata.get('otp-detail')[0])), /^code: /);
});

test('an RPC message above 64 KiB is refused', async () => {
  await assert.rejects(
    rpc.verify({ challenge_id: 'x'.repeat(70_000), code: '1', purpose: 'x' }, { token }),
    (error: unknown) => error instanceof CallFailed && error.status === status.RESOURCE_EXHAUSTED,
  );
});

test('every answer carries the security headers, and no origin is invited', async () => {
  for (const path of ['/livez', '/v1/unknown', '/v1/broken', '/v1/samples']) {
    const { headers } = await ask(`${service.httpUrl}${path}`, { token, headers: { origin: 'https://evil.example' } });
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('strict-transport-security') ?? '', /^max-age=63072000; includeSubDomains$/);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('x-powered-by'), null);
  }
});

test('a browser that asks whether a page of another origin may call is told nothing that allows it', async () => {
  const { status, headers } = await ask(`${service.httpUrl}/v1/samples`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  assert.equal(status, 404);
  for (const name of ['origin', 'methods', 'headers', 'credentials']) {
    assert.equal(headers.get(`access-control-allow-${name}`), null);
  }
});

async function rejection(purpose: string): Promise<ServiceError> {
  try {
    await rpc.verify({ challenge_id: 'x', code: '1', purpose }, { token });
  } catch (error) {
    assert.ok(error instanceof CallFailed);
    const cause = error.cause as ServiceError;
    assert.ok(cause.metadata instanceof Metadata);
    return cause;
  }
  return assert.fail('The call did not fail');
}
