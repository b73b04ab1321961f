import { Metrics, sleep } from '@otp-notary/platform';
import type { Delivered } from '@otp-notary/bus';
import { encodeEvent } from '@otp-notary/events';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { Pool } from 'pg';
import { IssuedFeed } from '../src/adapters/issued-feed.js';
import { Line, log } from './line.js';
import { issuedEvent, wrong, type Minted } from './mint.js';
import { right, ways } from './ways.js';

const line = await Line.start();
const service = await line.verifier();
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

const twoSecondsAgo = (): number => Date.now() - 2_000;

for (const way of entries) {
  const refused = async (minted: Minted, code = minted.code): Promise<void> => {
    const reply = await way.verify(right(minted, { code }));
    assert.equal(reply.verified || reply.code, 'OTP_NOT_VERIFIED');
  };
  const verified = async (minted: Minted): Promise<void> => assert.ok((await way.verify(right(minted))).verified);

  test(`otp-23: a newer code supersedes the older one, and the count of failures stays (${way.name})`, async () => {
    const subject = randomUUID();
    const older = line.mint.mint({ subject, issuedAtMs: twoSecondsAgo() });
    await refused(older, wrong(older.code));
    const newer = line.mint.mint({ subject });
    await line.announce(newer);
    await refused(older);
    await line.drained();
    const reasons = (await line.events('otp.rejected', older.challenge.id)).map(({ reason }) => reason);
    assert.deepEqual(reasons, ['wrong_code', 'superseded']);
    const { rows } = await line.owner.query('select consecutive from subject_standing where subject = $1', [
      older.challenge.subject,
    ]);
    assert.deepEqual(rows, [{ consecutive: 1 }]);
    await verified(newer);
  });

  test(`otp-23: codes of another purpose, subject or tenant stay alive (${way.name})`, async () => {
    const subject = randomUUID();
    const issuedAtMs = twoSecondsAgo();
    const newer = line.mint.mint({ subject, purpose: 'pay' });
    const others = [
      line.mint.mint({ subject, purpose: 'login', issuedAtMs }),
      line.mint.mint({ subject: randomUUID(), purpose: 'pay', issuedAtMs }),
    ];
    await line.announce(newer, line.mint.mint({ subject, purpose: 'pay', tenant: 'other' }));
    for (const minted of others) await verified(minted);
    await verified(newer);
  });

  test(`otp-50: whoever answers the newer code ends the older one, before the bus tells of it (${way.name})`, async () => {
    const subject = randomUUID();
    const older = line.mint.mint({ subject, issuedAtMs: twoSecondsAgo() });
    const newer = line.mint.mint({ subject });
    await refused(newer, wrong(newer.code));
    await refused(older);
    await verified(newer);
  });

  test(`otp-49: an older code used after the newer one was issued ends the newer one (${way.name})`, async () => {
    const subject = randomUUID();
    const older = line.mint.mint({ subject, issuedAtMs: twoSecondsAgo() });
    const newer = line.mint.mint({ subject });
    await sleep(2);
    // The bus has not told of the newer one yet.
    await verified(older);
    await refused(newer);
    await line.drained();
    const reasons = (await line.events('otp.rejected', newer.challenge.id)).map(({ reason }) => reason);
    assert.deepEqual(reasons, ['superseded']);
  });

  test(`one code after the other, each used before the next is issued, all verify (${way.name})`, async () => {
    const subject = randomUUID();
    for (let round = 0; round < 4; round += 1) {
      const minted = line.mint.mint({ subject });
      if (round % 2 === 0) await line.announce(minted);
      await verified(minted);
    }
  });

  test(`a newer code that has died already still supersedes (${way.name})`, async () => {
    const subject = randomUUID();
    const older = line.mint.mint({ subject, issuedAtMs: Date.now() - 20_000 });
    await line.announce(line.mint.mint({ subject, issuedAtMs: Date.now() - 10_000, lifeMs: 5_000 }));
    await refused(older);
  });
}

test('the feed told late changes nothing that an answer has written', async () => {
  const minted = line.mint.mint();
  await entries[0].verify(right(minted, { code: wrong(minted.code) }));
  await entries[0].verify(right(minted));
  const state = async (): Promise<unknown> =>
    (await line.owner.query('select * from challenge where challenge = $1', [minted.challenge.id])).rows;
  const before = await state();
  const pool = new Pool({ connectionString: line.env()['OTP_DATABASE_URL'], max: 1 });
  pool.on('error', () => undefined);
  const consumer = { run: async () => undefined };
  const feed = new IssuedFeed({ pool, consumer, clock: { now: () => Date.now() }, log, metrics: new Metrics() });
  const message = (value: string): Delivered => {
    return { topic: 'otp.issues', key: '', value, headers: {}, partition: 0, offset: 0n };
  };
  const again = message(encodeEvent(issuedEvent(minted)));
  await feed.take([again, message('{"type":"otp.issued"}'), message('no JSON'), again]);
  await feed.take([]);
  assert.deepEqual(await state(), before);
  const long = line.mint.mint({ issuedAtMs: Date.now() - 3_600_000 * 5 });
  await feed.take([message(encodeEvent(issuedEvent(long)))]);
  await pool.end();
});
