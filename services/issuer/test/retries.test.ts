import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { IssueBody, IssuerProcess, Way } from './issuer-process.js';
import { Stage, until } from './stage.js';

let stage: Stage;
let issuers: readonly [IssuerProcess, IssuerProcess];
let token: string;

before(async () => {
  stage = await Stage.set();
  issuers = [await stage.start(), await stage.start()];
  token = await stage.tokens.sign({ scope: 'otp:issue' });
});
after(() => stage.strike());

const body = (more: IssueBody = {}): IssueBody => ({
  subject: 'user-1',
  purpose: 'login',
  channel: 'response',
  ...more,
});

/** Rows of `issued` that no unmarked issue made. */
async function marked(key: 'answer' | 'all' = 'all'): Promise<number> {
  const { rows } = await stage.pool.query<{ n: number }>(
    `select count(*)::int as n from idempotency ${key === 'answer' ? 'where answer is not null' : ''}`,
  );
  return rows[0]?.n ?? 0;
}

for (const name of ['rest', 'grpc'] as const) {
  describe(`over ${name}`, () => {
    const mismatch = name === 'rest' ? 422 : 9;
    const gone = name === 'rest' ? 410 : 9;

    test('otp-27: twenty equal requests at once over two processes are one code, one message, one answer', async () => {
      const key = randomUUID();
      const destination = `${key}@example.com`;
      const before = await marked();
      const request = body({ channel: 'smtp', destination });
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => issuers[i % 2 === 0 ? 0 : 1][name].issue(request, { token, key })),
      );
      const bodies = new Set(outcomes.map(({ answer, raw }) => (answer ? JSON.stringify(answer) : raw)));
      assert.equal(bodies.size, 1, [...bodies].join('\n'));
      assert.ok(outcomes[0]?.answer);
      assert.equal(await marked(), before + 1);
      assert.equal(stage.mail.messages().filter(({ to }) => to.includes(destination)).length, 1);
      const id = outcomes[0]?.answer?.proof_id;
      await until(() => stage.told('otp.issued').some(({ challenge }) => challenge === id), 'event');
      assert.equal(stage.told('otp.issued').filter(({ challenge }) => challenge === id).length, 1);
    });

    test('a retry gets the same code, over either API', async () => {
      const key = randomUUID();
      const first = await issuers[0][name].issue(body(), { token, key });
      const again = await issuers[1].rest.issue(body(), { token, key });
      const third = await issuers[1].grpc.issue(body(), { token, key });
      assert.ok(first.answer?.code);
      assert.deepEqual(again.answer, first.answer);
      assert.deepEqual(third.answer, first.answer);
    });

    test('the same key with another request is refused and changes nothing', async () => {
      const key = randomUUID();
      const first = await issuers[0][name].issue(body(), { token, key });
      for (const other of [
        { subject: 'user-2' },
        { purpose: 'payment' },
        { life_seconds: 30 },
        { context: { a: 'b' } },
      ]) {
        const { refusal, status } = await issuers[0][name].issue(body(other), { token, key });
        assert.deepEqual([refusal, status], ['OTP_IDEMPOTENCY_MISMATCH', mismatch]);
      }
      assert.deepEqual((await issuers[0][name].issue(body(), { token, key })).answer, first.answer);
    });

    test('the same key of another client or another tenant is another key', async () => {
      const key = randomUUID();
      const first = await issuers[0][name].issue(body(), { token, key });
      const client = await stage.tokens.sign({ scope: 'otp:issue', client_id: 'another-client' });
      const tenant = await stage.tokens.sign({ scope: 'otp:issue', tenant: 'another' });
      const ids = [first.answer?.proof_id];
      for (const other of [client, tenant]) ids.push((await issuers[0][name].issue(body(), { token: other, key })).answer?.proof_id); // prettier-ignore
      assert.equal(new Set(ids).size, 3);
      assert.ok(!ids.includes(undefined));
    });

    test('after the death of the code its answer is wiped, and a retry is told so', async () => {
      const key = randomUUID();
      const request = body({ life_seconds: 1 });
      assert.ok((await issuers[0][name].issue(request, { token, key })).answer);
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      const { refusal, status } = await issuers[0][name].issue(request, { token, key });
      assert.deepEqual([refusal, status], ['OTP_IDEMPOTENCY_EXPIRED', gone]);
      await until(async () => {
        const { rows } = await stage.pool.query<{ n: number }>(
          `select count(*)::int as n from idempotency where answer is not null and expires_at < now() - interval '2 seconds'`,
        );
        return rows[0]?.n === 0;
      }, 'wiped');
      assert.equal((await issuers[0][name].issue(request, { token, key })).refusal, 'OTP_IDEMPOTENCY_EXPIRED');
    });

    test('keys are 1 to 255 visible ASCII characters', async () => {
      const way: Way = issuers[0][name];
      assert.equal((await way.issue(body(), { token, key: 'k'.repeat(256) })).refusal, 'OTP_REQUEST_INVALID');
      assert.equal((await way.issue(body(), { token, key: 'two words' })).refusal, 'OTP_REQUEST_INVALID');
      assert.ok((await way.issue(body(), { token, key: `~!${'k'.repeat(250)}${name === 'rest' ? 'r' : 'g'}` })).answer);
    });

    test('a delivery that failed stays failed for its key, and a new key is free', async () => {
      const key = randomUUID();
      const request = body({ channel: 'smtp', destination: `${key}@example.com` });
      stage.mail.failNext(2);
      const first = await issuers[0][name].issue(request, { token, key });
      const again = await issuers[1][name].issue(request, { token, key });
      for (const { refusal, retryAfter } of [first, again]) {
        assert.deepEqual([refusal, retryAfter], ['OTP_DELIVERY_FAILED', 1]);
      }
      assert.ok((await issuers[1][name].issue(request, { token, key: randomUUID() })).answer);
      assert.equal(stage.mail.messages().filter(({ to }) => to.includes(`${key}@example.com`)).length, 1);
    });
  });
}

test('neither keys nor requests nor answers can be read in the database', async () => {
  const key = 'key-of-anna@example.com';
  const { answer } = await issuers[0].rest.issue(body({ subject: 'anna@example.com' }), { token, key });
  const tables = await stage.tables(stage.database);
  assert.ok(tables.includes('idempotency') && answer !== undefined);
  for (const secret of [key, 'anna@example.com', answer.challenge_id, `"code":"${answer.code}"`]) {
    assert.ok(!tables.includes(secret), secret);
  }
});
