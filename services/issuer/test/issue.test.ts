import { commitment, hasShape, openHandle, type Challenge } from '@otp-notary/challenge';
import { b64u } from '@otp-notary/crypto';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Answer, IssueBody, IssuerProcess, Outcome, Way } from './issuer-process.js';
import { ORIGIN, Stage, until } from './stage.js';

const POLICIES = { tenants: { strict: { length: 8, life_seconds: 20, attempts: 3, resend_after_seconds: 25 } } };

let stage: Stage;
let issuer: IssuerProcess;
let token: string;

before(async () => {
  stage = await Stage.set(POLICIES);
  issuer = await stage.start();
  token = await stage.tokens.sign({ scope: 'otp:issue' });
});
after(() => stage.strike());

const body = (more: IssueBody = {}): IssueBody => ({
  subject: 'user-1',
  purpose: 'login',
  channel: 'response',
  ...more,
});

function answered({ answer, raw }: Outcome): Answer {
  if (answer === undefined) throw new assert.AssertionError({ message: `refused: ${raw}` });
  return answer;
}

function opened(answer: Answer): Challenge {
  return openHandle(stage.keys, answer.challenge_id);
}

/** Whether a code is the one that a challenge is committed to. */
function isCodeOf(challenge: Challenge, code: string, bound: Partial<Challenge> = {}): boolean {
  const pepper = stage.keys.byId('pepper', challenge.pepper);
  assert.ok(pepper);
  const { tenant, purpose, context } = { ...challenge, ...bound };
  return b64u(commitment(pepper, { tenant, challenge: challenge.id, purpose, context }, code)) === challenge.commitment;
}

for (const name of ['rest', 'grpc'] as const) {
  const way = (): Way => issuer[name];
  const ok = name === 'rest' ? 201 : 0;

  describe(`over ${name}`, () => {
    test('otp-01: a code that is sent leaves no trace in the answer: handle, 60 s, masked address, resend time', async () => {
      const destination = `anna.${name}@example.com`;
      const outcome = await way().issue(body({ channel: 'smtp', destination }), { token });
      const answer = answered(outcome);
      const mail = await stage.mail.next(destination, 5_000);
      const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? '';
      assert.equal(outcome.status, ok);
      assert.ok(isCodeOf(opened(answer), code), 'the mail holds the code');
      assert.ok(!outcome.raw.includes(code), 'the answer does not');
      assert.ok(!mail.subject.includes(code), 'nor does the subject');
      assert.equal(Date.parse(answer.expires_at) - Date.parse(answer.issued_at), 60_000);
      assert.equal(answer.destination_hint, 'a***@e***.com');
      assert.equal(answer.resend_after_seconds, 30);
      assert.deepEqual([mail.from, mail.to], ['codes@notary.example', [destination]]);
      await until(() => stage.told('otp.delivery').some((event) => event.challenge === answer.proof_id && event.outcome === 'sent'), 'event'); // prettier-ignore
      const logs = await stage.logs();
      assert.ok(logs.length > 0 && !logs.includes(code) && !logs.includes(destination), 'the log does not');
    });

    test('the answer of channel response holds a code of the policy, bound to tenant, purpose and context', async () => {
      const answer = answered(await way().issue(body({ context: { amount: '100.00', payee: 'ACME' } }), { token }));
      const challenge = opened(answer);
      const code = answer.code ?? '';
      assert.ok(hasShape(code, { alphabet: 'digits', length: 6 }));
      assert.ok(isCodeOf(challenge, code));
      assert.ok(!isCodeOf(challenge, code, { purpose: 'password_reset' }), 'otp-16: for no other purpose');
      assert.ok(!isCodeOf(challenge, code, { tenant: 'other' }), 'otp-17: for no other tenant');
      const bare = opened(answered(await way().issue(body(), { token })));
      assert.ok(!isCodeOf(challenge, code, { context: bare.context }), 'otp-15: not without its context');
      assert.deepEqual(
        [challenge.origin, challenge.tenant, challenge.purpose, challenge.channel, challenge.maxAttempts],
        [ORIGIN, 'test', 'login', 'response', 5],
      );
      assert.equal(challenge.id, answer.proof_id);
      assert.equal(answer.destination_hint, undefined);
    });

    test('the event on the bus says what the handle says', async () => {
      const answer = answered(await way().issue(body(), { token }));
      await until(() => stage.told('otp.issued').some((event) => event.challenge === answer.proof_id), 'event');
      const event = stage.told('otp.issued').find(({ challenge }) => challenge === answer.proof_id);
      const { id, pepper: _, maxAttempts: __, alphabet: ___, length: ____, ...challenge } = opened(answer);
      const { id: _____, version, type: ______, time, challenge: told, ...rest } = event ?? assert.fail();
      assert.deepEqual({ ...rest }, challenge);
      assert.deepEqual([told, version, time], [id, 1, answer.issued_at]);
    });

    test('otp-17: the tenant is the one of the token, whatever the request says', async () => {
      const other = await stage.tokens.sign({ scope: 'otp:issue', tenant: 'other' });
      assert.equal(opened(answered(await way().issue(body(), { token: other }))).tenant, 'other');
      assert.notEqual(
        opened(answered(await way().issue(body(), { token: other }))).subject,
        opened(answered(await way().issue(body(), { token }))).subject,
        'and one subject is two in two tenants',
      );
    });

    test('otp-19: a handle with any one character changed does not open', async () => {
      const { challenge_id: handle } = answered(await way().issue(body(), { token }));
      for (let at = 0; at < handle.length; at += 7) {
        const changed = handle.slice(0, at) + (handle[at] === 'A' ? 'B' : 'A') + handle.slice(at + 1);
        assert.throws(() => openHandle(stage.keys, changed), { code: 'OTP_HANDLE_INVALID' }, `character ${at}`);
      }
    });

    test('otp-18 and otp-36: codes are text, leading zeros stand, and equal codes of two subjects are two commitments', async () => {
      const byCode = new Map<string, Challenge[]>();
      const codes: string[] = [];
      while (!codes.some((code) => code.startsWith('0')) || codes.length < 60) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, i) => way().issue(body({ subject: `s-${codes.length}-${i}` }), { token })),
        );
        for (const outcome of answers) {
          const { code = '', ...answer } = answered(outcome);
          assert.match(code, /^\d{6}$/);
          const challenge = opened(answer);
          assert.ok(isCodeOf(challenge, code));
          byCode.set(code, [...(byCode.get(code) ?? []), challenge]);
          codes.push(code);
        }
        assert.ok(codes.length < 1000, 'no code with a leading zero among a thousand');
      }
      const commitments = [...byCode.values()].flat().map((challenge) => challenge.commitment);
      assert.equal(new Set(commitments).size, commitments.length);
    });

    test("a tenant's policy decides; a caller may ask for a harder code and a shorter life", async () => {
      const strict = await stage.tokens.sign({ scope: 'otp:issue', tenant: 'strict' });
      const plain = answered(await way().issue(body(), { token: strict }));
      assert.match(plain.code ?? '', /^\d{8}$/);
      assert.equal(Date.parse(plain.expires_at) - Date.parse(plain.issued_at), 20_000);
      assert.equal(opened(plain).maxAttempts, 3);
      assert.equal(plain.resend_after_seconds, 20, 'a new code is offered at the end of life at the latest');
      const harder = answered(await way().issue(body({ code: { alphabet: 'crockford', length: 10 }, life_seconds: 5 }), { token: strict })); // prettier-ignore
      assert.match(harder.code ?? '', /^[0-9A-HJKMNP-TV-Z]{10}$/);
      assert.equal(Date.parse(harder.expires_at) - Date.parse(harder.issued_at), 5_000);
      for (const more of [{ life_seconds: 21 }, { code: { length: 7 } }, { code: { length: 6 } }]) {
        assert.equal((await way().issue(body(more), { token: strict })).refusal, 'OTP_REQUEST_INVALID');
      }
    });

    test('otp-50: two issues at once for one subject and purpose have one order', async () => {
      const places = new Set<string>();
      const answers = await Promise.all(Array.from({ length: 30 }, () => way().issue(body({ subject: 'twin' }), { token }))); // prettier-ignore
      for (const outcome of answers) {
        const { issuedAtMs, batch, position } = opened(answered(outcome));
        places.add(`${batch}/${position}`);
        assert.ok(issuedAtMs > 0);
      }
      assert.equal(places.size, 30, 'no two of them are equal in (issuedAtMs, batch, position)');
      const subjects = new Set(answers.map((outcome) => opened(answered(outcome)).subject));
      assert.equal(subjects.size, 1);
    });

    test('who has no token, no scope or no proper tenant is let in nowhere', async () => {
      const unscoped = await stage.tokens.sign({ scope: 'otp:verify audit:read' });
      const forged = await stage.tokens.forge({ scope: 'otp:issue' });
      const badTenant = await stage.tokens.sign({ scope: 'otp:issue', tenant: 'Not A Tenant' });
      assert.equal((await way().issue(body(), {})).refusal, 'OTP_TOKEN_INVALID');
      assert.equal((await way().issue(body(), { token: forged })).refusal, 'OTP_TOKEN_INVALID');
      assert.equal((await way().issue(body(), { token: unscoped })).refusal, 'OTP_ACCESS_DENIED');
      assert.equal((await way().issue(body(), { token: badTenant })).refusal, 'OTP_ACCESS_DENIED');
    });

    const long = 'x'.repeat(257);
    const refused: Record<string, IssueBody> = {
      'no subject': { subject: '' },
      'a subject of 257 characters': { subject: long },
      'a subject with a line break': { subject: 'a\nb' },
      'a subject with NUL': { subject: 'a\0b' },
      'no purpose': { purpose: '' },
      'a purpose in capitals': { purpose: 'Login' },
      'a purpose with a space': { purpose: 'log in' },
      'a purpose of 65 characters': { purpose: 'x'.repeat(65) },
      'an unknown channel': { channel: 'pigeon' },
      'a destination that the channel has not': { destination: 'anna@example.com' },
      'no destination for a channel that needs one': { channel: 'smtp' },
      'a destination that is no address': { channel: 'smtp', destination: 'anna' },
      'two destinations': { channel: 'smtp', destination: 'anna@example.com,bob@example.com' },
      'a destination with a display name': { channel: 'smtp', destination: 'Bob <bob@example.com>' },
      'a destination that adds a header': { channel: 'smtp', destination: 'anna@example.com\r\nBcc: bob@example.com' },
      '17 details': { context: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`n${i}`, 'v'])) },
      'a detail without a name': { context: { '': 'v' } },
      'a detail without a value': { context: { name: '' } },
      'a detail with a long name': { context: { ['n'.repeat(65)]: 'v' } },
      'a detail with a long value': { context: { name: long } },
      'a detail with a line break': { context: { payee: 'ACME\nCode: 123456' } },
      'a detail that turns the reading direction': { context: { payee: 'ACME \u202e 001' } },
      'one name in two spellings': { context: { 'caf\u00e9': '1', 'cafe\u0301': '2' } },
      'an unknown alphabet': { code: { alphabet: 'emoji' } },
      'a code of five characters': { code: { length: 5 } },
      'a code of eleven characters': { code: { length: 11 } },
      'a life above 60 s': { life_seconds: 61 },
    };
    for (const [what, more] of Object.entries(refused)) {
      test(`refused: ${what}`, async () => {
        const outcome = await way().issue(body(more), { token });
        assert.equal(outcome.refusal, 'OTP_REQUEST_INVALID', outcome.raw);
        assert.equal(outcome.status, name === 'rest' ? 400 : 3);
        const value = Object.values(more).find((member) => typeof member === 'string' && member.length > 3);
        if (typeof value === 'string') assert.ok(!outcome.raw.includes(value), 'values are not repeated');
      });
    }
  });
}

const restOnly: Record<string, IssueBody> = {
  'an unknown member': { tenant: 'other' },
  'an unknown member of code': { code: { size: 6 } as object },
  'a number as subject': { subject: 1 },
  'a number as a detail': { context: { amount: 100 } },
  'a life of 0 s': { life_seconds: 0 },
  'half a life': { life_seconds: 1.5 },
  'a life as text': { life_seconds: '60' },
  'a half of a surrogate pair': { subject: 'a\ud800' },
};
for (const [what, more] of Object.entries(restOnly)) {
  test(`refused over REST, not expressible over gRPC: ${what}`, async () => {
    const { refusal, status } = await issuer.rest.issue(body(more), { token });
    assert.deepEqual([refusal, status], ['OTP_REQUEST_INVALID', 400]);
  });
}

test('otp-38: no GET, HEAD or OPTIONS issues anything', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
    const response = await fetch(`${issuer.httpUrl}/v1/challenges`, { method, headers: { authorization: `Bearer ${token}` } }); // prettier-ignore
    assert.ok(response.status >= 400, `${method}: ${response.status}`);
  }
});

test('metrics tell issues by channel, deliveries by outcome and the age of the batch', async () => {
  const metrics = await issuer.metrics();
  assert.match(metrics, /otp_issued_total\{channel="response"\} [1-9]/);
  assert.match(metrics, /otp_deliveries_total\{channel="smtp",outcome="sent"\} [1-9]/);
  assert.match(metrics, /otp_issue_duration_seconds_count\{channel="response",outcome="issued"\} [1-9]/);
  assert.match(metrics, /otp_issue_batch_age_seconds \d/);
});

test('otp-39: no code, subject, destination or detail is in any table, event, log line or metric', async () => {
  const secrets: string[] = [];
  for (const way of [issuer.rest, issuer.grpc]) {
    for (let n = 0; n < 10; n++) {
      const [subject, payee] = [`subject-of-${way.name}-${n}@person.example`, `payee of ${way.name} ${n}`];
      const destination = `dest.${way.name}.${n}@person.example`;
      const asked = { token, key: `retry-${way.name}-${n}` };
      // Long codes of a large alphabet: none of them stands anywhere by chance.
      const more = { subject, context: { payee }, code: { alphabet: 'crockford', length: 10 } };
      const { code } = answered(await way.issue(body(more), asked));
      answered(await way.issue(body({ ...more, channel: 'smtp', destination }), { token }));
      const mailed = /^ {4}([0-9A-Z]{10})$/m.exec((await stage.mail.next(destination, 5_000)).text)?.[1];
      assert.ok(code !== undefined && mailed !== undefined);
      secrets.push(subject, payee, destination, asked.key, code, mailed);
    }
  }
  secrets.push(token);
  await until(() => stage.told('otp.delivery').length >= 20, 'events');
  const places = {
    'tables of the issuer': await stage.tables(stage.database),
    'tables of the bus': await stage.tables(stage.busDatabase),
    'the logs': await stage.logs(),
    'the metrics': await issuer.metrics(),
    'the events': JSON.stringify(stage.events),
  };
  for (const [place, text] of Object.entries(places)) {
    assert.ok(text.length > 1_000, `${place} were read`);
    for (const secret of secrets) assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), `${place}: ${secret}`);
  }
});
