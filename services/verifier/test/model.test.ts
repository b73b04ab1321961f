import type { Challenge } from '@otp-notary/challenge';
import { decodeEvent } from '@otp-notary/events';
import { sleep } from '@otp-notary/platform';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Verdict } from '../src/domain/judge.js';
import type { Limits } from '../src/domain/limits.js';
import { Mint, TENANT } from './mint.js';
import { Reference, type RefChallenge } from './reference.js';
import { reasonOf, TestStore } from './store.js';

/** Small numbers: short runs reach every rule. Blocks of milliseconds end while a run lasts. */
const limits: Limits = { failures: 4, windowMs: 100, firstBlockMs: 6, longestBlockMs: 20, hardStop: 9 };
const db = await TestStore.start();
const answer = db.answering(limits);
const mint = new Mint();
after(() => db.stop());

type Step =
  | { readonly kind: 'issue'; readonly purpose: number; readonly attempts: number; readonly told: boolean }
  | { readonly kind: 'answer'; readonly which: number; readonly verdict: Verdict }
  | { readonly kind: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('issue' as const),
      purpose: fc.nat(1),
      attempts: fc.integer({ min: 1, max: 5 }),
      told: fc.boolean(),
    }),
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        which: fc.nat(5),
        verdict: fc.oneof(
          { weight: 3, arbitrary: fc.constant<Verdict>('wrong_code') },
          fc.constantFrom<Verdict>('right', 'right', 'purpose_mismatch', 'context_mismatch'),
        ),
      }),
    },
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 30 }) }),
  ),
  { minLength: 5, maxLength: 40 },
);

const refOf = new WeakMap<Challenge, RefChallenge>();

function issue(subject: string, step: Extract<Step, { kind: 'issue' }>, issuedAtMs: number): Challenge {
  const { challenge } = mint.mint({
    subject,
    purpose: `p${step.purpose}`,
    issuedAtMs,
    maxAttempts: step.attempts,
  });
  const { purpose, position, maxAttempts } = challenge;
  refOf.set(challenge, { subject, purpose, issuedAtMs, position, maxAttempts });
  return challenge;
}

const refer = (challenge: Challenge): RefChallenge => refOf.get(challenge) as RefChallenge;

/** What the bus feed does. */
async function tell(challenge: Challenge): Promise<void> {
  await db.owner.query(
    `insert into challenge (challenge, expires_ms, tenant, subject, purpose, issued_ms, batch, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      challenge.id,
      challenge.expiresAtMs,
      challenge.tenant,
      challenge.subject,
      challenge.purpose,
      challenge.issuedAtMs,
      challenge.batch,
      challenge.position,
    ],
  );
}

test('whatever is issued, told and answered, the database does what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (run) => {
      const reference = new Reference(limits);
      const subject = randomUUID();
      const issued: Challenge[] = [];
      let nowMs = Date.now();
      for (const step of run) {
        if (step.kind === 'wait') await sleep(step.ms);
        // No two steps at one time: what is issued after a use is later than it.
        nowMs = Math.max(nowMs + 1, Date.now());
        if (step.kind === 'issue') {
          const challenge = issue(subject, step, nowMs);
          issued.push(challenge);
          if (step.told) {
            await tell(challenge);
            reference.learn(refer(challenge));
          }
        }
        const challenge = step.kind === 'answer' ? issued[step.which % Math.max(1, issued.length)] : undefined;
        if (step.kind !== 'answer' || challenge === undefined) continue;
        const expected = reference.answer(refer(challenge), step.verdict, nowMs);
        assert.equal(reasonOf(await answer(challenge, step.verdict, { nowMs: () => nowMs })), expected);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

const patient = db.answering({ ...limits, windowMs: 3_600_000, firstBlockMs: 60_000, longestBlockMs: 60_000 });

test('in any order that answers come at once, the outcome is one that some order of them gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Verdict>('right', 'wrong_code', 'wrong_code', 'context_mismatch'), {
        minLength: 2,
        maxLength: 14,
      }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (verdicts, attempts, purposes) => {
        const subject = randomUUID();
        const nowMs = Date.now();
        const issued = Array.from({ length: purposes }, (_, purpose) =>
          issue(subject, { kind: 'issue', purpose, attempts, told: false }, nowMs - 5),
        );
        const at = (index: number): Challenge => issued[index % issued.length] as Challenge;
        const outcomes = await Promise.all(verdicts.map((verdict, index) => patient(at(index), verdict)));
        // The events say in which order they were taken; the rules, run in that order, must say the same.
        const { rows } = await db.owner.query<{ payload: string }>(
          'select payload from outbox where key = any ($1) order by id',
          [issued.map(({ id }) => id)],
        );
        const events = rows.map(({ payload }) => decodeEvent(payload));
        const uses = events.filter(({ type }) => type === 'otp.verified');
        assert.ok(uses.length <= purposes);
        for (const { id } of issued) {
          const own = events.filter((event) => 'challenge' in event && event.challenge === id);
          const slots = own.flatMap((event) => ('attempt' in event && event.attempt > 0 ? [event.attempt] : []));
          assert.deepEqual(
            slots.toSorted((one, other) => one - other),
            Array.from({ length: slots.length }, (_, index) => index + 1),
          );
          assert.ok(slots.length <= attempts);
        }
        const judged = outcomes.filter((outcome) => /^(wrong_code|context_mismatch)$/.test(reasonOf(outcome)));
        assert.ok(judged.length <= limits.failures, 'no more failures than an hour may have');
        const state = await db.owner.query<{ consecutive: number; failed: number }>(
          'select consecutive, cardinality(failed_ms) as failed from subject_standing where subject = $1',
          [at(0).subject],
        );
        assert.ok((state.rows[0]?.consecutive ?? 0) <= judged.length);
        assert.equal(state.rows[0]?.failed ?? 0, judged.length);
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
});

test('every event of every outcome is one that the bus takes', async () => {
  const { rows } = await db.owner.query<{ payload: string; topic: string; key: string }>('select * from outbox');
  const types = new Map<string, number>();
  for (const { payload, topic, key } of rows) {
    const event = decodeEvent(payload);
    assert.equal(topic, 'otp.verifications');
    assert.ok('challenge' in event && event.challenge === key && event.tenant === TENANT);
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
  }
  assert.deepEqual([...types.keys()].toSorted(), ['otp.locked', 'otp.rejected', 'otp.verified']);
  assert.equal(new Set(rows.map(({ payload }) => decodeEvent(payload).id)).size, rows.length);
});
