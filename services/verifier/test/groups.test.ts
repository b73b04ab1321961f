import type { Challenge } from '@otp-notary/challenge';
import { sleep } from '@otp-notary/platform';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { takeAnswers, type Weighed } from '../src/adapters/take-answers.js';
import type { Verdict } from '../src/domain/judge.js';
import type { StoreUnavailable } from '../src/domain/errors.js';
import { LIMITS, type Limits } from '../src/domain/limits.js';
import { until } from './line.js';
import { Mint, type Wanted } from './mint.js';
import { Reference, type RefChallenge } from './reference.js';
import { reasonOf, takenOf, TestStore } from './store.js';

const db = await TestStore.start();
const answer = db.answering(LIMITS);
const mint = new Mint();
after(() => db.stop());

const code = (wanted: Wanted = {}): Challenge => mint.mint({ issuedAtMs: Date.now() - 5, ...wanted }).challenge;

/** In how many transactions the events of these challenges were written. */
async function transactions(challenges: readonly Challenge[]): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>(
    'select count(distinct xmin::text)::int as n from outbox where key = any ($1)',
    [challenges.map(({ id }) => id)],
  );
  return rows[0]?.n ?? 0;
}

test('answers for many subjects that come together are one commit', async () => {
  const challenges = Array.from({ length: 50 }, () => code());
  const outcomes = await Promise.all(challenges.map((challenge) => answer(challenge, 'right')));
  assert.deepEqual(new Set(outcomes.map(reasonOf)), new Set(['verified']));
  assert.equal(await transactions(challenges), 1);
});

test('answers to one challenge that come together are taken one after the other, in their order', async () => {
  const challenge = code();
  const verdicts: Verdict[] = ['wrong_code', 'right', 'right', 'wrong_code'];
  const outcomes = await Promise.all(verdicts.map((verdict) => answer(challenge, verdict)));
  assert.deepEqual(outcomes.map(reasonOf), ['wrong_code', 'verified', 'used', 'used']);
});

test('of two codes of one line that are answered together the newer one counts', async () => {
  const subject = randomUUID();
  const older = code({ subject });
  const newer = code({ subject });
  const outcomes = await Promise.all([answer(newer, 'wrong_code'), answer(older, 'right'), answer(newer, 'right')]);
  assert.deepEqual(outcomes.map(reasonOf), ['wrong_code', 'superseded', 'verified']);
});

test('one idempotency key that comes twice together is one use with one outcome, beside the others', async () => {
  const mark = { key: randomBytes(32), request: randomBytes(32) };
  const [challenge, other] = [code(), code()];
  const outcomes = await Promise.all([
    answer(challenge, 'right', { mark }),
    answer(other, 'right', { mark: { key: randomBytes(32), request: randomBytes(32) } }),
    answer(challenge, 'right', { mark }),
    // The same key for another challenge: that one is not touched.
    answer(code(), 'right', { mark }),
  ]);
  assert.deepEqual(outcomes.map(reasonOf), ['verified', 'verified', 'stored', 'stored']);
  const [first, , second] = outcomes;
  assert.deepEqual(second, { kind: 'stored', request: mark.request, use: first?.kind === 'verified' && first.use });
});

test('an answer that the database cannot take fails alone', async () => {
  // There is no partition for codes of another day.
  const strange = code({ lifeMs: 48 * 3_600_000 });
  const others = Array.from({ length: 8 }, () => code());
  const outcomes = await Promise.allSettled([...others, strange].map((challenge) => answer(challenge, 'right')));
  const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  assert.deepEqual(
    failed.map((error) => (error as StoreUnavailable).code),
    ['OTP_STORE_UNAVAILABLE'],
  );
  assert.equal(outcomes.at(-1)?.status, 'rejected');
  assert.equal(await transactions(others), 8);
});

test('a call with two answers of one subject or one key, or out of order, is refused as a whole', async () => {
  const weighed = (challenge: Challenge, key?: Buffer): Weighed => {
    const mark = key === undefined ? null : { key, request: randomBytes(32) };
    return { taken: takenOf(challenge, 'right', Date.now(), { mark }), headers: {} };
  };
  const subject = randomUUID();
  const key = randomBytes(32);
  const [low, high] = [code(), code()].toSorted((a, b) => (a.subject < b.subject ? -1 : 1)) as [Challenge, Challenge];
  const calls = [
    [weighed(code({ subject })), weighed(code({ subject }))],
    [weighed(high), weighed(low)],
    [weighed(low, key), weighed(high, key)],
  ];
  for (const call of calls) {
    await assert.rejects(
      db.pool.query(takeAnswers(call, { limits: LIMITS, retryMs: 1_000 })),
      /must differ and be sorted/,
    );
    assert.equal(await transactions(call.map(({ taken }) => taken.challenge)), 0);
  }
});

test('a group gives way to nobody but the locks of its own subjects, and sees what they wrote', async (t) => {
  const [held, free] = [code(), code()];
  const other = await db.pool.connect();
  t.after(() => other.release(true));
  await other.query('begin');
  await other.query(`select pg_advisory_xact_lock(hashtextextended('test' || e'\\x1f' || $1, 0))`, [held.subject]);
  let settled = false;
  const both = Promise.all([answer(held, 'right'), answer(free, 'right')]).finally(() => (settled = true));
  await until('the group waits', async () => {
    const { rowCount } = await db.owner.query("select from pg_locks where locktype = 'advisory' and not granted");
    return rowCount === 1;
  });
  // Later ones are not held up by it.
  assert.deepEqual(reasonOf(await answer(code(), 'right')), 'verified');
  assert.equal(settled, false);
  await other.query(
    takeAnswers([{ taken: takenOf(held, 'right', Date.now()), headers: {} }], { limits: LIMITS, retryMs: 1_000 }),
  );
  await other.query('commit');
  assert.deepEqual((await both).map(reasonOf), ['used', 'verified']);
});

/** Small numbers: short runs reach every rule. */
const limits: Limits = { failures: 4, windowMs: 100, firstBlockMs: 6, longestBlockMs: 20, hardStop: 9 };
const strict = db.answering(limits);
const SUBJECTS = 4;
const asked = fc.record({
  subject: fc.nat(SUBJECTS - 1),
  which: fc.nat(2),
  verdict: fc.constantFrom<Verdict>('right', 'right', 'wrong_code', 'wrong_code', 'wrong_code', 'context_mismatch'),
});

test('bursts of answers for several subjects have the outcomes that the rules give them one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(asked, { minLength: 1, maxLength: 24 }), { maxLength: 6 }), async (bursts) => {
      const reference = new Reference(limits);
      const known = new Map<Challenge, RefChallenge>();
      const subjects = Array.from({ length: SUBJECTS }, () => randomUUID());
      const issuedAtMs = Date.now() - 10;
      const issued = subjects.map((subject) =>
        ['login', 'login', 'payment'].map((purpose) => code({ subject, purpose, issuedAtMs, maxAttempts: 4 })),
      );
      for (const challenge of issued.flat()) known.set(challenge, challenge);
      let nowMs = 0;
      for (const burst of bursts) {
        nowMs = Math.max(nowMs + 1, Date.now());
        const answers = burst.map(({ subject, which, verdict }) => {
          const challenge = issued[subject]?.[which] as Challenge;
          return {
            challenge,
            verdict,
            expected: reference.answer(known.get(challenge) as RefChallenge, verdict, nowMs),
          };
        });
        const outcomes = await Promise.all(
          answers.map(({ challenge, verdict }) => strict(challenge, verdict, { nowMs: () => nowMs })),
        );
        assert.deepEqual(
          outcomes.map(reasonOf),
          answers.map(({ expected }) => expected),
        );
        await sleep(3);
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
