import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Metadata, Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { OtpError } from '@otp-notary/errors';
import {
  auditClient,
  CallFailed,
  issuerClient,
  loaderOptions,
  PROTO_PACKAGE,
  protoPath,
  verifierClient,
  type AuditClient,
  type GetInclusionRequest,
  type IssuerClient,
  type ServiceName,
  type VerifierClient,
} from '../src/index.js';

type Handler = (call: ServerUnaryCall<object, object>, answer: sendUnaryData<object>) => void;

const handlers = new Map<string, Handler>();
const server = new Server();
let issuer: IssuerClient;
let verifier: VerifierClient;
let audit: AuditClient;

before(async () => {
  for (const name of ['issuer', 'verifier', 'audit'] satisfies ServiceName[]) {
    const service = `${PROTO_PACKAGE}.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const methods = loadSync(protoPath(name), loaderOptions)[service];
    assert.ok(methods !== undefined && !('format' in methods));
    const handle =
      (method: string): Handler =>
      (call, answer) =>
        handlers.get(method)?.(call, answer);
    server.addService(methods, Object.fromEntries(Object.keys(methods).map((method) => [method, handle(method)])));
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  issuer = issuerClient(`127.0.0.1:${port}`);
  verifier = verifierClient(`127.0.0.1:${port}`);
  audit = auditClient(`127.0.0.1:${port}`);
});
after(() => {
  for (const client of [issuer, verifier, audit]) client.close();
  server.forceShutdown();
});
beforeEach(() => handlers.clear());

const verification = { challenge_id: 'v1.k.x', code: '012345', purpose: 'login' };

test('a server reads the names of the .proto file, and defaults for what was not sent', async () => {
  let seen: object | undefined;
  handlers.set('Issue', (call, answer) => {
    seen = call.request;
    answer(null, { challenge_id: 'v1.k.x' });
  });
  const response = await issuer.issue({
    subject: 's',
    purpose: 'login',
    channel: 'response',
    context: { amount: '10.00' },
  });
  assert.deepEqual(seen, {
    subject: 's',
    purpose: 'login',
    channel: 'response',
    destination: '',
    context: { amount: '10.00' },
    alphabet: '',
    length: 0,
    life_seconds: 0,
  });
  assert.deepEqual(response, {
    challenge_id: 'v1.k.x',
    proof_id: '',
    issued_at: '',
    expires_at: '',
    channel: '',
    destination_hint: '',
    resend_after_seconds: 0,
    code: '',
  });
});

test('64-bit integers are numbers, bytes are Buffers, lists are never absent', async () => {
  handlers.set('Verify', (_call, answer) => answer(null, { verified: true, auth_time: 1_900_000_000_123 }));
  const verified = await verifier.verify(verification);
  assert.deepEqual([verified.auth_time, verified.amr], [1_900_000_000_123, []]);

  handlers.set('GetConsistency', (_call, answer) =>
    answer(null, { from: 2 ** 40, proof: [Buffer.from('ab'), Buffer.from('cd')] }),
  );
  const consistency = await audit.getConsistency({ from: 1 });
  assert.deepEqual(consistency, { from: 2 ** 40, to: 0, proof: [Buffer.from('ab'), Buffer.from('cd')] });
  assert.ok(consistency.proof.every((hash) => Buffer.isBuffer(hash)));
});

test('a server sees which of two alternatives was sent, an index of 0 included', async () => {
  const seen: GetInclusionRequest[] = [];
  handlers.set('GetInclusion', (call, answer) => {
    seen.push(call.request as GetInclusionRequest);
    answer(null, {});
  });
  await audit.getInclusion({ index: 0, size: 7 });
  await audit.getInclusion({ hash: Buffer.alloc(2, 1) });
  assert.deepEqual(seen, [
    { index: 0, leaf: 'index', size: 7 },
    { hash: Buffer.alloc(2, 1), leaf: 'hash', size: 0 },
  ]);
});

test('token, idempotency key and other metadata are sent', async () => {
  let seen: Metadata | undefined;
  handlers.set('Verify', (call, answer) => {
    seen = call.metadata;
    answer(null, {});
  });
  await verifier.verify(verification, { token: 't', idempotencyKey: 'key-1', metadata: { traceparent: '00-ab' } });
  assert.deepEqual(
    ['authorization', 'idempotency-key', 'traceparent'].map((name) => seen?.get(name)),
    [['Bearer t'], ['key-1'], ['00-ab']],
  );
});

const failing =
  (code: status, names: Record<string, string> = {}): Handler =>
  (_call, answer) => {
    const metadata = new Metadata();
    for (const [name, value] of Object.entries(names)) metadata.set(name, value);
    answer({ code, details: 'Not verified', metadata }, null);
  };

test('a refusal is an error with the code, status and wait of the service, and hides nothing in its text', async () => {
  handlers.set('Verify', failing(status.FAILED_PRECONDITION, { 'otp-code': 'OTP_NOT_VERIFIED', 'retry-after': '7' }));
  await assert.rejects(verifier.verify(verification, { token: 'secret-token' }), (error: unknown) => {
    assert.ok(error instanceof CallFailed && error instanceof OtpError);
    assert.equal(error.code, 'OTP_NOT_VERIFIED');
    assert.equal(error.status, status.FAILED_PRECONDITION);
    assert.equal(error.retryAfterSeconds, 7);
    assert.equal(error.isTransient, false);
    assert.ok(!error.message.includes('012345') && !error.message.includes('secret-token'));
    return true;
  });
});

test('an answer that does not come ends the call at its deadline, as a failure that may be repeated', async () => {
  handlers.set('Verify', () => {});
  const start = performance.now();
  await assert.rejects(
    verifier.verify(verification, { timeoutMs: 100 }),
    (error: unknown) => error instanceof CallFailed && error.code === 'GRPC_DEADLINE_EXCEEDED' && error.isTransient,
  );
  assert.ok(performance.now() - start < 4_000);
});

test('an abort cancels the call, also one that has not begun', async () => {
  const cancelled = new Promise<void>((resolve) => {
    handlers.set('Verify', (call) => call.on('cancelled', resolve));
  });
  const stop = new AbortController();
  const running = verifier.verify(verification, { signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await assert.rejects(running, (error: unknown) => error instanceof CallFailed && error.status === status.CANCELLED);
  await cancelled;
  await assert.rejects(verifier.verify(verification, { signal: AbortSignal.abort() }), CallFailed);
});

test('a service that is not there is a failure that may be repeated', async () => {
  const nobody = verifierClient('127.0.0.1:9');
  await assert.rejects(
    nobody.verify(verification, { timeoutMs: 2_000 }),
    (error: unknown) => error instanceof CallFailed && error.isTransient,
  );
  nobody.close();
});
