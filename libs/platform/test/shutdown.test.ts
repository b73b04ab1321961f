import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { verifierClient } from '@otp-notary/proto';
import { sleep, type ServiceContext } from '../src/index.js';
import { ask } from './http.js';
import { SampleProcess } from './processes.js';
import { startSample } from './sample-service.js';
import { TokenProvider } from './token-provider.js';

let provider: TokenProvider;
let token: string;

before(async () => {
  provider = await TokenProvider.start();
  token = await provider.sign();
});
after(async () => await provider.stop());

const config = () => ({ jwksUrl: provider.jwksUrl, issuerUrl: provider.issuer });
const env = () => ({ OTP_JWKS_URL: provider.jwksUrl, OTP_ISSUER_URL: provider.issuer });
const slowBody = (ms: number) => JSON.stringify({ code: '123456', purpose: 'slow', wait_ms: ms });

test('requests of REST and gRPC that are under way are answered, then hooks run last added first', async () => {
  const order: string[] = [];
  let context: ServiceContext | undefined;
  const service = await startSample({
    config: config(),
    onContext: (given) => {
      context = given;
      for (const name of ['one', 'two', 'three']) given.onShutdown(name, async () => void order.push(name));
    },
  });
  const client = verifierClient(service.grpcUrl ?? '');
  const rest = ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body: slowBody(300), token });
  const call = client.verify({ challenge_id: 'x', code: '1', purpose: 'wait300' }, { token });
  const answered = Promise.all([rest, call]).then(([answer, { verified }]) =>
    order.push(`${answer.status} ${verified}`),
  );
  await sleep(100);
  assert.equal(context?.signal.aborted, false);
  context?.signal.addEventListener('abort', () => order.push('background'));
  await Promise.all([service.stop(), service.stop(), answered]);
  assert.deepEqual(order, ['200 true', 'background', 'three', 'two', 'one']);
  client.close();
  await assert.rejects(ask(`${service.httpUrl}/livez`), 'nothing listens any more');
  await assert.rejects(ask(service.metricsUrl), 'nothing listens any more');
});

test('during the drain the service is alive, not ready, and still answers; then open connections are closed', async () => {
  const service = await startSample({ config: { ...config(), drainMs: 300 } });
  assert.equal((await ask(`${service.httpUrl}/readyz`)).status, 200);
  const stopped = service.stop();
  const ready = await ask(`${service.httpUrl}/readyz`);
  assert.deepEqual([ready.status, ready.body], [503, { ready: false, failed: ['stopping'] }]);
  assert.equal((await ask(`${service.httpUrl}/livez`)).status, 200);
  assert.equal((await ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body: slowBody(0), token })).status, 200);
  await stopped;
});

test('idle connections do not hold up the shutdown, whether they were used or not', async () => {
  const service = await startSample({ config: config() });
  const unused = connect(Number(new URL(service.httpUrl).port), '127.0.0.1');
  await once(unused, 'connect');
  const agent = new Agent({ keepAlive: true });
  const request = httpRequest(`${service.httpUrl}/livez`, { agent }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  await response.resume().toArray();
  const start = performance.now();
  await service.stop();
  assert.ok(performance.now() - start < 2_000);
  agent.destroy();
  unused.destroy();
});

test('work that never ends is given up at the limit, and the other hooks still run', async () => {
  const order: string[] = [];
  const service = await startSample({
    config: { ...config(), shutdownMs: 200 },
    onContext: (context) => {
      context.onShutdown('last', async () => void order.push('last'));
      context.onShutdown('failing', async () => await Promise.reject(new Error('failed')));
      context.onShutdown('hanging', async () => await new Promise(() => {}));
    },
  });
  const hanging = ask(`${service.httpUrl}/v1/samples`, { method: 'POST', body: slowBody(2_000), token });
  hanging.catch(() => {});
  await sleep(50);
  await service.stop();
  assert.deepEqual(order, ['last']);
  await Promise.allSettled([hanging]);
});

test('a check that fails or hangs makes the service not ready, and it is named', async () => {
  let broken = true;
  const service = await startSample({
    config: config(),
    onContext: ({ readiness }) => {
      readiness.add('database', async () => {
        if (broken) throw new Error('secret reason');
      });
      readiness.add('bus', () => {});
      readiness.add('chain', async () => {
        if (broken) await new Promise(() => {});
      });
    },
  });
  const answer = await ask(`${service.httpUrl}/readyz`);
  assert.deepEqual([answer.status, answer.body], [503, { ready: false, failed: ['database', 'chain'] }]);
  assert.ok(!answer.text.includes('secret reason'));
  assert.equal((await ask(`${service.httpUrl}/livez`)).status, 200);
  broken = false;
  await sleep(600);
  assert.equal((await ask(`${service.httpUrl}/readyz`)).status, 200);
  await service.stop();
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} answers what is under way, runs the hooks in order and exits 0`, async () => {
    const sample = new SampleProcess(env());
    const { http } = await sample.ready();
    const answer = ask(`${http}/v1/samples`, { method: 'POST', body: slowBody(300), token });
    await sleep(100);
    sample.child.kill(signal);
    assert.equal((await answer).status, 200);
    assert.equal(await sample.exit(), 0, sample.stderr);
    assert.match(sample.stdout, /background aborted\nhook slow\nhook first\n/);
  });
}

test('a start that fails runs the hooks of what was started, says one line and exits 1', async () => {
  const taken = await startSample({ config: config() });
  const port = new URL(taken.httpUrl).port;
  const sample = new SampleProcess({ ...env(), OTP_HTTP_PORT: port });
  assert.equal(await sample.exit(), 1);
  assert.equal(sample.stderr, `Cannot start: 127.0.0.1:${port} is in use by another process\n`);
  assert.match(sample.stdout, /hook slow\nhook first\n/);
  await taken.stop();
});

test('a config that is not valid says one line without values and exits 1', async () => {
  const sample = new SampleProcess({ OTP_JWKS_URL: 'nonsense-Hunter2', OTP_MISSPELT: 'Hunter2' });
  assert.equal(await sample.exit(), 1);
  assert.match(
    sample.stderr,
    /^Cannot start: Configuration: OTP_MISSPELT is not known; .*OTP_ISSUER_URL is missing.*\n$/,
  );
  assert.ok(!sample.stderr.includes('Hunter2') && !sample.stdout.includes('Hunter2'));
});

test('an error outside any request is logged redacted and ends the process with 1', async () => {
  const sample = new SampleProcess({ ...env(), OTP_CRASH: 'Hunter2' });
  assert.equal(await sample.exit(), 1);
  assert.match(sample.stdout, /"level":"fatal".*lost postgres:\/\/\[redacted\]@db/);
  assert.ok(!sample.stdout.includes('Hunter2') && !sample.stderr.includes('Hunter2'));
});

test('the config is printed at start, its secrets redacted', async () => {
  const sample = new SampleProcess({ ...env(), OTP_API_KEY: 'Hunter2', OTP_LOG_LEVEL: 'info' });
  await sample.ready();
  sample.child.kill('SIGTERM');
  assert.equal(await sample.exit(), 0);
  assert.match(sample.stdout, /"config":\{.*"apiKey":"\[redacted\]"/);
  assert.ok(!sample.stdout.includes('Hunter2'));
});
