import { checkReceipt, contextHash } from '@otp-notary/challenge';
import assert from 'node:assert/strict';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { Line } from './line.js';
import { ORIGIN, TENANT, wrong } from './mint.js';
import { refused, right, ways, type Ask, type Way } from './ways.js';

const line = await Line.start();
const service = await line.verifier();
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

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
    assert.deepEqual(await line.reasonsOf(minted), ['used']);
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
    assert.deepEqual(await line.reasonsOf(minted), [
      ...Array.from({ length: 5 }, () => 'wrong_code'),
      'attempts_exhausted',
    ]);
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
    assert.deepEqual(await line.reasonsOf(minted), ['context_mismatch', 'context_mismatch', 'context_mismatch']);
    assert.equal(await line.attemptsOf(minted), 3);
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
    assert.deepEqual(await line.reasonsOf(minted), ['purpose_mismatch']);
  });

  test('otp-17: a challenge of another tenant is refused, spends no attempt of it, and is told to the log', async () => {
    const minted = line.mint.mint();
    for (let round = 0; round < 7; round += 1) {
      refused(await way.verify(right(minted), { tenant: 'other' }));
      refused(await way.verify(right(minted, { code: wrong(minted.code) }), { tenant: 'other' }));
    }
    assert.equal(await line.attemptsOf(minted), 0);
    assert.deepEqual(new Set(await line.reasonsOf(minted)), new Set(['tenant_mismatch']));
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
    assert.equal(await line.attemptsOf(minted), 0);
  });
}

async function metrics(): Promise<string> {
  return await (await fetch(service.metricsUrl)).text();
}
