import type { Challenge } from '@otp-notary/challenge';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoyChallenge } from './decoy.js';
import { bearing, judge, type Presented, type Verdict } from './judge.js';

const challenge: Challenge = { ...decoyChallenge, tenant: 't', purpose: 'p', issuedAtMs: 1_000, expiresAtMs: 61_000 };
const right: Presented = {
  tenant: 't',
  purpose: 'p',
  contexts: [Buffer.from(challenge.context, 'base64url')],
  commitment: Buffer.from(challenge.commitment, 'base64url'),
};
const NOW = 30_000;

const faults: Record<
  Exclude<Verdict, 'right'>,
  { readonly presented?: Partial<Presented>; readonly nowMs?: number }
> = {
  tenant_mismatch: { presented: { tenant: 'u' } },
  not_yet_valid: { nowMs: 999 },
  expired: { nowMs: 61_000 },
  purpose_mismatch: { presented: { purpose: 'q' } },
  context_mismatch: { presented: { contexts: [Buffer.alloc(32)] } },
  wrong_code: { presented: { commitment: Buffer.alloc(32) } },
};
/** The first reason that holds is told. */
const order = Object.keys(faults) as (keyof typeof faults)[];

test('an answer that fits in everything is right', () => {
  assert.equal(judge(challenge, right, NOW), 'right');
});

for (const [reason, { presented, nowMs }] of Object.entries(faults)) {
  test(`an answer with one fault is told by it: ${reason}`, () => {
    assert.equal(judge(challenge, { ...right, ...presented }, nowMs ?? NOW), reason);
  });
}

test('of several faults the log is told the first, and the answer is never right', () => {
  fc.assert(
    fc.property(fc.subarray(order, { minLength: 1 }), (chosen) => {
      const dead = chosen.includes('expired') && chosen.includes('not_yet_valid');
      fc.pre(!dead);
      const presented = Object.assign({}, right, ...chosen.map((reason) => faults[reason].presented)) as Presented;
      const nowMs = chosen.map((reason) => faults[reason].nowMs).find((time) => time !== undefined) ?? NOW;
      assert.equal(judge(challenge, presented, nowMs), chosen[0]);
    }),
  );
});

test('otp-21: the life of a challenge is closed at its issue and open at its expiry', () => {
  const at = (nowMs: number): Verdict => judge(challenge, right, nowMs);
  assert.deepEqual([999, 1_000, 60_999, 61_000].map(at), ['not_yet_valid', 'right', 'right', 'expired']);
});

test('otp-20: a context hashed under an older key still counts', () => {
  const contexts = [Buffer.alloc(32), ...right.contexts];
  assert.equal(judge(challenge, { ...right, contexts }, NOW), 'right');
  assert.equal(judge(challenge, { ...right, contexts: [] }, NOW), 'context_mismatch');
});

test('only an answer by its own tenant to a living challenge can change anything', () => {
  const able = order.filter((reason) => bearing(reason) === 'judge');
  assert.deepEqual(able, ['purpose_mismatch', 'context_mismatch', 'wrong_code']);
  assert.equal(bearing('right'), 'judge');
});
