import { checkReceipt, contextHash } from '@otp-notary/challenge';
import type { RunningService } from '@otp-notary/platform';
import assert from 'node:assert/strict';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { Line } from './line.js';
import { ORIGIN, TENANT, wrong, type Minted } from './mint.js';
import { right, ways, type Ask, type Reply, type Way } from './ways.js';

const line = await Line.start();
/** The tests move or stop it; the database bounds how far. */
let offsetMs = 0;
let frozenMs: number | null = null;
const service: RunningService = await line.verifier({ now: () => frozenMs ?? Date.now() + offsetMs });
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

function refused(reply: Reply): asserts reply is Extract<Reply, { verified: false }> {
  assert.ok(!reply.verified);
  assert.equal(reply.code, 'OTP_NOT_VERIFIED');
}

async function reasonsOf(minted: Minted): Promise<string[]> {
  await line.drained();
  return (await line.events('otp.rejected', minted.challenge.id)).map(({ reason }) => reason);
}

async function attemptsOf({ challenge }: Minted): Promise<number> {
  const { rows } = await line.owner.query<{ attempts: number }>('select attempts from challenge where challenge = $1', [
    challenge.id,
  ]);
  return rows[0]?.attempts ?? 0;
}

async function publishedKey(kid: string): Promise<JsonWebKey> {
  const token = await line.tokens.sign({ tenant: TENANT, scope: 'otp:verify' });
  const response = await fetch(`${service.httpUrl}/v1/receipt-keys`, { headers: { authorization: `Bearer ${token}` } });
  const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] };
  const key = keys.find((listed) => listed.kid === kid);
  assert.ok(key);
  assert.ok(!('d' in key), 'a private key is never published');
  return key;
}

for (const way of entries) {
  describe(way.name, () => cases(way));
}

function cases(way: Way): void {
  test('otp-02: a right code is verified once, with time, method, context and a receipt', async () => {
    const minted = line.mint.mint({ context: { payee: 'A' } });
    const reply = await way.verify(right(minted, { context: { payee: 'A' } }));
    assert.ok(reply.verified);
    const { body } = reply;
    assert.equal(body.verified, true);
    assert.equal(body.proof_id, minted.challenge.id);
    assert.deepEqual(body.amr, ['otp']);
    assert.equal(body.context_hash, contextHash(line.mint.keys.current('context'), TENANT, { payee: 'A' }));
    assert.equal(body.auth_time, Math.floor(Date.parse(body.verified_at) / 1000));
    assert.ok(Math.abs(Date.parse(body.verified_at) - Date.now()) < 5_000);

    refused(await way.verify(right(minted, { context: { payee: 'A' } })));
    assert.deepEqual(await reasonsOf(minted), ['used']);
    const [event, ...more] = await line.events('otp.verified', minted.challenge.id);
    assert.deepEqual(more, []);
    assert.equal(event?.verifiedAtMs, Date.parse(body.verified_at));
    assert.equal(event?.attempt, 1);
    assert.equal(event?.context, minted.challenge.context);
  });

  test('otp-02: the receipt names batch and position and checks with the published key', async () => {
    const minted = line.mint.mint();
    const reply = await way.verify(right(minted));
    assert.ok(reply.verified);
    const { kid } = line.mint.keys.current('receipt');
    const key = createPublicKey({ key: await publishedKey(kid), format: 'jwk' });
    assert.deepEqual(checkReceipt(key, reply.body.receipt), {
      origin: ORIGIN,
      batch: minted.challenge.batch,
      position: minted.challenge.position,
      challenge: minted.challenge.id,
      verified_at: reply.body.verified_at,
      log_by: new Date(Date.parse(reply.body.verified_at) + 60_000).toISOString(),
    });
  });

  test('otp-06: five wrong answers spend a challenge, and the right one after them fails too', async () => {
    const minted = line.mint.mint();
    for (let slot = 1; slot <= 5; slot += 1) refused(await way.verify(right(minted, { code: wrong(minted.code) })));
    refused(await way.verify(right(minted)));
    assert.deepEqual(await reasonsOf(minted), [...Array.from({ length: 5 }, () => 'wrong_code'), 'attempts_exhausted']);
    const locks = await line.events('otp.locked', minted.challenge.id);
    assert.deepEqual(
      locks.map(({ reason }) => reason),
      ['attempts_exhausted'],
    );
    assert.deepEqual(await line.events('otp.verified', minted.challenge.id), []);
  });

  test('the right code in the last slot is verified; a challenge with fewer attempts has fewer slots', async () => {
    const five = line.mint.mint();
    for (let slot = 1; slot <= 4; slot += 1) refused(await way.verify(right(five, { code: wrong(five.code) })));
    assert.ok((await way.verify(right(five))).verified);

    const one = line.mint.mint({ maxAttempts: 1 });
    refused(await way.verify(right(one, { code: wrong(one.code) })));
    refused(await way.verify(right(one)));
  });

  test('otp-13: a code for one payment verifies no other, and the attempt counts', async () => {
    const context = { payee: 'A', amount: '100.00', currency: 'EUR' };
    const minted = line.mint.mint({ context });
    const others: object[] = [
      { ...context, payee: 'B' },
      { ...context, amount: '100.01' },
      { ...context, currency: 'USD' },
    ];
    for (const other of others) refused(await way.verify(right(minted, { context: other })));
    assert.deepEqual(await reasonsOf(minted), ['context_mismatch', 'context_mismatch', 'context_mismatch']);
    assert.equal(await attemptsOf(minted), 3);
    const { rows } = await line.owner.query('select consecutive from subject_standing where subject = $1', [
      minted.challenge.subject,
    ]);
    assert.deepEqual(rows, [{ consecutive: 3 }]);
    assert.ok((await way.verify(right(minted, { context }))).verified);
  });

  test('otp-14: the order of names and the Unicode form do not matter, the text of an amount does', async () => {
    const minted = line.mint.mint({ context: { payee: 'Zo\u00eb', amount: '100.0' } });
    refused(await way.verify(right(minted, { context: { payee: 'Zo\u00eb', amount: '100.00' } })));
    assert.ok((await way.verify(right(minted, { context: { amount: '100.0', payee: 'Zoe\u0308' } }))).verified);
  });

  test('otp-15: a code bound to a transaction does not verify without it, nor the other way round', async () => {
    const bound = line.mint.mint({ context: { payee: 'A' } });
    refused(await way.verify(right(bound)));
    refused(await way.verify(right(bound, { context: {} })));
    const free = line.mint.mint();
    refused(await way.verify(right(free, { context: { payee: 'A' } })));
    assert.ok((await way.verify(right(free, { context: {} }))).verified);
  });

  test('otp-16: a code for one purpose verifies for no other', async () => {
    const minted = line.mint.mint({ purpose: 'signup' });
    refused(await way.verify(right(minted, { purpose: 'password_reset' })));
    assert.deepEqual(await reasonsOf(minted), ['purpose_mismatch']);
  });

  test('otp-17: a challenge of another tenant is refused, spends no attempt of it, and is told to the log', async () => {
    const minted = line.mint.mint();
    for (let round = 0; round < 7; round += 1) {
      refused(await way.verify(right(minted), { tenant: 'other' }));
      refused(await way.verify(right(minted, { code: wrong(minted.code) }), { tenant: 'other' }));
    }
    assert.equal(await attemptsOf(minted), 0);
    assert.deepEqual(new Set(await reasonsOf(minted)), new Set(['tenant_mismatch']));
    const { rowCount } = await line.owner.query('select from subject_standing where subject = $1', [
      minted.challenge.subject,
    ]);
    assert.equal(rowCount, 0);
    assert.match(await metrics(), /otp_verifications_total\{outcome="tenant_mismatch"\} [1-9]/);
    assert.ok((await way.verify(right(minted))).verified);
  });

  test('otp-17: a tenant said anywhere but in the token changes nothing', async () => {
    const minted = line.mint.mint();
    const reply = await way.verify(right(minted, { tenant: 'other' }));
    // REST refuses members it does not know; a protobuf message has no such field.
    assert.equal(reply.verified, way.name === 'gRPC');
    assert.equal(reply.verified ? '' : reply.code, way.name === 'gRPC' ? '' : 'OTP_REQUEST_INVALID');
  });

  test('otp-18: two subjects that hold the same code each verify their own', async () => {
    const [one, two] = [line.mint.mint({ code: '777777' }), line.mint.mint({ code: '777777' })];
    assert.ok((await way.verify(right(one))).verified);
    assert.ok((await way.verify(right(two))).verified);
  });

  test('otp-21: a code lives up to its expiry and not at it', async () => {
    const ages = [59_900, 60_000, 60_100, 3_600_000];
    const outcomes: boolean[] = [];
    for (const age of ages) {
      const frozen = Date.now();
      const minted = line.mint.mint({ issuedAtMs: frozen - age });
      const reply = await frozenAt(frozen, () => way.verify(right(minted)));
      outcomes.push(reply.verified);
      if (!reply.verified) {
        refused(reply);
        assert.deepEqual(await reasonsOf(minted), ['expired']);
        assert.equal(await attemptsOf(minted), 0);
      }
    }
    assert.deepEqual(outcomes, [true, false, false, false]);
  });

  test('otp-21: a challenge is not alive before it was issued', async () => {
    const minted = line.mint.mint({ issuedAtMs: Date.now() + 5_000 });
    refused(await way.verify(right(minted)));
    assert.deepEqual(await reasonsOf(minted), ['not_yet_valid']);
  });

  test('otp-22: a verifier whose clock is off decides nothing and is not ready', async () => {
    for (const skewMs of [2_000, -2_000]) {
      const minted = line.mint.mint({ issuedAtMs: Date.now() - 59_000 });
      offsetMs = skewMs;
      try {
        const reply = await way.verify(right(minted));
        assert.ok(!reply.verified);
        // Two seconds ahead the code looks dead, two seconds behind it looks alive: neither is believed.
        assert.equal(reply.code, 'OTP_CLOCK_SKEWED');
        const ready = await readiness();
        assert.equal(ready, 503);
      } finally {
        offsetMs = 0;
      }
      assert.equal(await attemptsOf(minted), 0);
      assert.deepEqual(await reasonsOf(minted), []);
      assert.equal(await readiness(), 200);
    }
  });

  test('otp-35: a code that is not exactly written as codes are is refused without an attempt', async () => {
    const minted = line.mint.mint({ code: '123456' });
    const spellings: Record<string, unknown> = {
      'a space before': ' 123456',
      'a line end after': '123456\n',
      'a carriage return': '123456\r',
      'full-width digits': '１２３４５６',
      'Arabic-Indic digits': '١٢٣٤٥٦',
      'five digits': '12345',
      'seven digits': '1234567',
      'an empty text': '',
      'a letter': '12345A',
      'a lower-case letter': '12345a',
      'a sign': '+12345',
      'a decimal': '1234.6',
      hexadecimal: '0x1234',
      'a NUL': '12345\0',
      'a NUL after': '123456\0',
      'an emoji': '12345😀',
      'a combining mark': '123456\u0301',
      'a zero-width space': '123\u200b456',
      'one megabyte': '1'.repeat(1_000_000),
      'sixty kilobytes': '1'.repeat(60_000),
    };
    for (const [what, code] of Object.entries(spellings)) {
      const reply = await way.verify(right(minted, { code }));
      assert.ok(!reply.verified, what);
      assert.match(reply.code, /^(OTP_REQUEST_INVALID|OTP_BODY_TOO_LARGE|GRPC_RESOURCE_EXHAUSTED)$/, what);
    }
    assert.equal(await attemptsOf(minted), 0);
    assert.deepEqual(await reasonsOf(minted), []);
    assert.ok((await way.verify(right(minted))).verified);
  });

  test('otp-36: leading zeros are part of a code', async () => {
    assert.ok((await way.verify(right(line.mint.mint({ code: '000042' })))).verified);
    const minted = line.mint.mint({ code: '012345' });
    const reply = await way.verify(right(minted, { code: '12345' }));
    assert.ok(!reply.verified);
    assert.equal(reply.code, 'OTP_REQUEST_INVALID');
  });

  test('codes of the other alphabet and of every length verify; lower case and look-alikes do not', async () => {
    for (const code of ['0AZ9XY', '7HJKMNP', 'QRSTVWXY', 'ABCDEFGH0', '0123456789']) {
      const minted = line.mint.mint({ code, alphabet: 'crockford' });
      if (code !== code.toLowerCase()) {
        const reply = await way.verify(right(minted, { code: code.toLowerCase() }));
        assert.equal(reply.verified || reply.code, 'OTP_REQUEST_INVALID');
      }
      assert.ok((await way.verify(right(minted))).verified, code);
    }
  });

  test('every refusal looks the same', async () => {
    const bound = line.mint.mint({ context: { payee: 'A' } });
    const used = line.mint.mint();
    await way.verify(right(used));
    const spent = line.mint.mint();
    for (let slot = 1; slot <= 5; slot += 1) await way.verify(right(spent, { code: wrong(spent.code) }));
    const older = line.mint.mint({ subject: `twice over ${way.name}`, issuedAtMs: Date.now() - 1_000 });
    await line.announce(line.mint.mint({ subject: `twice over ${way.name}` }));
    const foreign = line.mint.mint({ tenant: 'other' });
    const asks: Record<string, Ask> = {
      'a wrong code': right(bound, { code: wrong(bound.code), context: { payee: 'A' } }),
      'another context': right(bound, { context: { payee: 'B' } }),
      'no context': right(bound),
      'another purpose': right(bound, { purpose: 'other', context: { payee: 'A' } }),
      'a used code': right(used),
      'a spent challenge': right(spent),
      'an expired challenge': right(line.mint.mint({ issuedAtMs: Date.now() - 61_000 })),
      'a superseded challenge': right(older),
      'a challenge of another tenant': right(foreign),
      'a code of another length for another tenant': right(foreign, { code: '12345678' }),
      'a handle that does not open': right(used, { challenge_id: `${used.handle.slice(0, -4)}AAAA` }),
      'a handle of nobody': right(used, { challenge_id: 'nothing' }),
    };
    const seen = new Map<string, string>();
    for (const [what, ask] of Object.entries(asks)) {
      const reply = await way.verify(ask);
      refused(reply);
      seen.set(what, reply.seen);
    }
    assert.equal(new Set(seen.values()).size, 1, JSON.stringify([...seen], null, 1));
  });

  test('a token without the scope verifies nothing', async () => {
    const minted = line.mint.mint();
    for (const scope of ['', 'otp:issue', 'audit:read']) {
      const reply = await way.verify(right(minted), { scope });
      assert.equal(reply.verified || reply.code, 'OTP_ACCESS_DENIED');
    }
    assert.equal(await attemptsOf(minted), 0);
  });
}

describe('REST alone', () => {
  test('otp-35: what is no text is no code', async () => {
    const minted = line.mint.mint({ code: '012345' });
    for (const code of [12_345, null, true, ['012345'], { code: '012345' }, undefined]) {
      const reply = await entries[0].verify(right(minted, { code }));
      assert.equal(reply.verified || reply.code, 'OTP_REQUEST_INVALID');
    }
    assert.equal(await attemptsOf(minted), 0);
  });

  test('otp-38: nothing but POST reaches a code', async () => {
    const minted = line.mint.mint();
    const token = await line.tokens.sign({ tenant: TENANT, scope: 'otp:verify' });
    const query = new URLSearchParams({ challenge_id: minted.handle, code: minted.code, purpose: minted.purpose });
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of [
        '/v1/verifications',
        `/v1/verifications/${minted.handle}`,
        `/v1/verifications?${query.toString()}`,
      ]) {
        const response = await fetch(service.httpUrl + path, { method, headers: { authorization: `Bearer ${token}` } });
        assert.ok([404, 405, 414].includes(response.status), `${method} ${path}: ${response.status}`);
      }
    }
    assert.equal(await attemptsOf(minted), 0);
    assert.ok((await entries[0].verify(right(minted))).verified);
  });

  test('a request without a token, or with a forged one, is refused', async () => {
    const body = JSON.stringify(right(line.mint.mint()));
    const forged = await line.tokens.forge({ tenant: TENANT, scope: 'otp:verify' });
    for (const headers of [{}, { authorization: `Bearer ${forged}` }]) {
      const response = await fetch(`${service.httpUrl}/v1/verifications`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      assert.equal(response.status, 401);
    }
  });

  test('the OpenAPI document names the routes and the members of a request', () => {
    const { paths } = service.openapi as { paths: Record<string, Record<string, object>> };
    assert.ok(paths['/v1/verifications']?.['post']);
    assert.ok(paths['/v1/receipt-keys']?.['get']);
    assert.match(JSON.stringify(service.openapi), /challenge_id/);
  });
});

async function metrics(): Promise<string> {
  return await (await fetch(service.metricsUrl)).text();
}

async function readiness(): Promise<number> {
  // An answer of the probe holds for half a second.
  await new Promise((resolve) => setTimeout(resolve, 550));
  return (await fetch(`${service.httpUrl}/readyz`)).status;
}

/** Runs work while the service's clock stands still. */
async function frozenAt<T>(nowMs: number, work: () => Promise<T>): Promise<T> {
  frozenMs = nowMs;
  try {
    return await work();
  } finally {
    frozenMs = null;
  }
}
