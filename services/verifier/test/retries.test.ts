import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { Line } from './line.js';
import { wrong } from './mint.js';
import { right, said, ways, type Reply, type Way } from './ways.js';

const line = await Line.start();
const service = await line.verifier();
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

const codeOf = (reply: Reply): string => (reply.verified ? 'verified' : reply.code);

for (const way of entries) describe(way.name, () => cases(way));

function cases(way: Way): void {
  test('otp-04: a retry after a lost answer gets the stored outcome, without a second use', async () => {
    const minted = line.mint.mint({ context: { payee: 'A' } });
    const idempotencyKey = randomUUID();
    const ask = right(minted, { context: { payee: 'A' } });
    const replies: Reply[] = [];
    for (let round = 0; round < 3; round += 1) replies.push(await way.verify(ask, { idempotencyKey }));
    const [first, ...retries] = replies.map(said);
    for (const retry of retries) assert.deepEqual(retry, first);

    assert.equal(codeOf(await way.verify(ask, { idempotencyKey: randomUUID() })), 'OTP_NOT_VERIFIED');
    assert.equal(codeOf(await way.verify(ask)), 'OTP_NOT_VERIFIED');
    await line.drained();
    assert.equal((await line.events('otp.verified', minted.challenge.id)).length, 1);
  });

  test('otp-04: a retry through the other door gets the same outcome', async () => {
    const minted = line.mint.mint();
    const idempotencyKey = randomUUID();
    const other = entries.find((entry) => entry !== way) as Way;
    const [first, second] = [
      await way.verify(right(minted), { idempotencyKey }),
      await other.verify(right(minted), { idempotencyKey }),
    ];
    assert.ok(first.verified && second.verified);
    assert.equal(second.body.verified_at, first.body.verified_at);
  });

  test('a retry of a refused answer is refused without another attempt', async () => {
    const minted = line.mint.mint();
    const idempotencyKey = randomUUID();
    const ask = right(minted, { code: wrong(minted.code) });
    const seen = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const reply = await way.verify(ask, { idempotencyKey });
      assert.ok(!reply.verified);
      seen.add(reply.seen);
    }
    assert.equal(seen.size, 1);
    assert.ok((await way.verify(right(minted))).verified, 'only one of five slots was taken');
    await line.drained();
    assert.equal((await line.events('otp.rejected', minted.challenge.id)).length, 1);
  });

  test('a key that comes again with another request is refused, and takes nothing', async () => {
    const minted = line.mint.mint();
    const idempotencyKey = randomUUID();
    await way.verify(right(minted, { code: wrong(minted.code) }), { idempotencyKey });
    const others = [
      right(minted),
      right(minted, { purpose: 'other' }),
      right(minted, { context: { payee: 'A' } }),
      right(line.mint.mint()),
      right(minted, { challenge_id: 'nothing' }),
    ];
    for (const ask of others) {
      assert.equal(codeOf(await way.verify(ask, { idempotencyKey })), 'OTP_IDEMPOTENCY_MISMATCH');
    }
    assert.ok((await way.verify(right(minted))).verified);
  });

  test('keys belong to one client of one tenant', async () => {
    const idempotencyKey = randomUUID();
    const [one, two, three] = [line.mint.mint(), line.mint.mint(), line.mint.mint({ tenant: 'other' })];
    assert.ok((await way.verify(right(one), { idempotencyKey })).verified);
    assert.ok((await way.verify(right(two), { idempotencyKey, client: 'app' })).verified);
    assert.ok((await way.verify(right(three), { idempotencyKey, tenant: 'other' })).verified);
  });

  test('a key counts for refused handles and for malformed codes as its kind says', async () => {
    const minted = line.mint.mint();
    const idempotencyKey = randomUUID();
    // Nothing was taken by a malformed request, so its key is free.
    assert.equal(codeOf(await way.verify(right(minted, { code: '12' }), { idempotencyKey })), 'OTP_REQUEST_INVALID');
    assert.equal(
      codeOf(await way.verify(right(minted, { challenge_id: 'x' }), { idempotencyKey })),
      'OTP_NOT_VERIFIED',
    );
    assert.equal(codeOf(await way.verify(right(minted), { idempotencyKey })), 'OTP_IDEMPOTENCY_MISMATCH');
  });

  test('a key is visible ASCII, 255 characters at most', async () => {
    const minted = line.mint.mint();
    for (const idempotencyKey of ['two words', 'x'.repeat(256)]) {
      assert.equal(codeOf(await way.verify(right(minted), { idempotencyKey })), 'OTP_REQUEST_INVALID');
    }
    assert.ok((await way.verify(right(minted), { idempotencyKey: randomUUID().padEnd(255, 'x') })).verified);
  });
}

test('nothing that is stored for a retry tells the code, the key or the client', async () => {
  const minted = line.mint.mint({ code: '918273' });
  const idempotencyKey = 'retry-of-person@example.test';
  await entries[0].verify(right(minted), { idempotencyKey, client: 'very-special-client' });
  const { rows } = await line.owner.query<{ row: string }>(
    `select row_to_json(i)::text || encode(key, 'escape') || encode(request, 'escape') as row from idempotency i`,
  );
  const stored = rows.map(({ row }) => row).join('\n');
  for (const secret of ['918273', idempotencyKey, 'very-special-client', minted.handle]) {
    assert.ok(!stored.includes(secret));
  }
});
