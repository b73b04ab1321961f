import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage, until } from './stage.js';
import { allClosed, assertPlaces } from './places.js';

let stage: Stage;

before(async () => {
  stage = await Stage.set({}, { busApart: true });
});
after(() => stage.strike());

test('otp-42: with the bus down issuing goes on; afterwards everything is told, each once, in the order of each batch', async () => {
  const issuer = await stage.start({ OTP_BATCH_AGE_MS: '1000', OTP_BATCH_CODES: '50' });
  const token = await stage.tokens.sign({ scope: 'otp:issue' });
  const answered: string[] = [];
  const issue = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n++) {
      const way = n % 2 === 0 ? issuer.rest : issuer.grpc;
      const { answer, raw } = await way.issue({ subject: `s-${n}`, purpose: 'login', channel: 'response' }, { token });
      assert.ok(answer, raw);
      answered.push(answer.proof_id);
    }
  };
  await issue(20);
  await stage.busPostgres.crash();
  const down = performance.now();
  while (performance.now() - down < 3_000) await issue(20);
  assert.equal((await fetch(`${issuer.httpUrl}/readyz`)).status, 200, 'ready all the while');
  const heard = stage.told('otp.issued').length;
  assert.ok(heard <= 20 && answered.length > 60);
  await stage.busPostgres.restart();
  await until(() => stage.told('otp.issued').length >= answered.length, 'the backlog drains', 30_000);
  await allClosed(stage);
  const { issued } = assertPlaces(stage, answered);
  assert.equal(issued.length, answered.length);
});

test('a database that is down is told as such at once, and readiness with it', async () => {
  const issuer = await stage.start({ OTP_BATCH_AGE_MS: '500' });
  const token = await stage.tokens.sign({ scope: 'otp:issue' });
  const body = { subject: 's', purpose: 'login', channel: 'response' };
  assert.ok((await issuer.rest.issue(body, { token })).answer);
  await stage.postgres.crash();
  // The second round finds no batch open: nothing could be leased either.
  for (const way of [issuer.rest, issuer.grpc, issuer.rest, issuer.grpc]) {
    const { refusal, raw, retryAfter } = await way.issue(body, { token });
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.match(refusal ?? '', /^OTP_(STORE_UNAVAILABLE|OUTCOME_UNKNOWN)$/, raw);
    assert.equal(retryAfter, 1);
  }
  await until(async () => (await fetch(`${issuer.httpUrl}/readyz`)).status === 503, 'not ready');
  await stage.postgres.restart();
  await until(async () => (await issuer.rest.issue(body, { token })).answer !== undefined, 'issues again');
});
