import type { LogState } from '@otp-notary/contracts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFulfilled, MAX_SETTLEMENTS, planCall, type AnchorMaterial } from './plan-call.js';
import type { Settlement } from './transaction.js';

const hash = (byte: number) => `0x${byte.toString(16).padStart(64, '0')}` as const;
const settlement = (issuedBelow: number): Settlement => ({ count: 1, issuedBelow, root: hash(9) });

/** The head has 100 leaves; 50 of them ripen at 1,015. */
const log: LogState = {
  origin: 'log.example/otp',
  keyHash: hash(1),
  root: hash(2),
  size: 100,
  candidateSize: 50,
  matureSize: 20,
  candidateTime: 1_000,
  nextBatch: 3,
  anchorCount: 4,
  life: 15,
};
const material = (size: number, ...issuedBelow: number[]): AnchorMaterial => ({
  size,
  root: hash(3),
  proof: size > log.size ? [hash(4)] : [],
  firstBatch: 3,
  settlements: issuedBelow.map((below) => settlement(below)),
});
const settleOnly = { size: 100, settleBelow: 4 };

function settledBy(plan: ReturnType<typeof planCall>): number[] {
  assert.ok(plan.kind === 'call', plan.kind);
  return plan.call.settlements.map(({ issuedBelow }) => issuedBelow);
}

test('what the contract holds already needs no call, whatever there is to give', () => {
  assert.deepEqual(planCall(log, { size: 100, settleBelow: 3 }, material(120, 10), 2_000), { kind: 'nothing-due' });
  assert.equal(isFulfilled(log, { size: 101, settleBelow: 0 }), false);
  assert.equal(isFulfilled(log, { size: 0, settleBelow: 4 }), false);
});

test('a larger tree is anchored at once and takes along what is mature', () => {
  const plan = planCall(log, { size: 120, settleBelow: 6 }, material(128, 10, 20, 21, 20), 1_001);
  assert.deepEqual(settledBy(plan), [10, 20]);
  assert.equal(plan.kind === 'call' && plan.call.size, 128);
});

test('a candidate that ripens with the next block counts in that call', () => {
  assert.deepEqual(settledBy(planCall(log, { size: 120, settleBelow: 6 }, material(120, 20, 50, 51), 1_015)), [20, 50]);
  assert.deepEqual(settledBy(planCall(log, { size: 120, settleBelow: 6 }, material(120, 20, 50, 51), 1_014)), [20]);
});

test('a settlement that is not mature yet is waited for, to the second', () => {
  assert.deepEqual(planCall(log, settleOnly, material(100, 50), 1_014), { kind: 'wait', untilSeconds: 1_015 });
  assert.deepEqual(settledBy(planCall(log, settleOnly, material(100, 50), 1_015)), [50]);
});

test('a batch beyond the candidate waits for its turn, then the candidate is moved on without settling', () => {
  assert.deepEqual(planCall(log, settleOnly, material(100, 80), 1_014), { kind: 'wait', untilSeconds: 1_015 });
  assert.deepEqual(settledBy(planCall(log, settleOnly, material(100, 80), 1_015)), []);
});

test('settlements go in order: nothing jumps over a batch that is not mature', () => {
  assert.deepEqual(planCall(log, settleOnly, material(100, 50, 0), 1_010), { kind: 'wait', untilSeconds: 1_015 });
});

test('without a settlement from the log there is nothing to call for', () => {
  assert.deepEqual(planCall(log, settleOnly, material(100), 2_000), { kind: 'nothing-due' });
});

test('one call takes no more settlements than the contract does', () => {
  const many = material(100, ...Array.from({ length: 300 }, () => 10));
  assert.equal(settledBy(planCall(log, settleOnly, many, 2_000)).length, MAX_SETTLEMENTS);
});
