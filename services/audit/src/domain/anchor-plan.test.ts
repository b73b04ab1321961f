import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planAnchor, type AnchorLimits, type AnchorState } from './anchor-plan.js';
import { sizesToSign } from './cut.js';

const limits: AnchorLimits = { leaves: 256, ageMs: 5000, repeatMs: 60_000 };
const quiet: AnchorState = {
  signed: 0,
  signedAligned: 0,
  asked: { size: 0, settleBelow: 1, atMs: 0 },
  held: { size: 0, settleBelow: 1 },
  oldestUncovered: null,
  settled: { below: 1, refersBelow: 0 },
};

test('nothing is asked for while nothing is due', () => {
  assert.equal(planAnchor(quiet, limits, 1_000_000), null);
  assert.equal(planAnchor({ ...quiet, signed: 255, oldestUncovered: { size: 1, atMs: 0 } }, limits, 4999), null);
});

test('a count of leaves asks for the newest multiple of 256', () => {
  const state = { ...quiet, signed: 700, signedAligned: 512 };
  assert.deepEqual(planAnchor(state, limits, 0), { size: 512, settleBelow: 1 });
});

test('age asks for an aligned size when it covers the oldest checkpoint, else for the newest', () => {
  const old = { ...quiet, asked: { size: 256, settleBelow: 1, atMs: 0 }, held: { size: 256, settleBelow: 1 } };
  const first = { ...old, signed: 300, signedAligned: 256, oldestUncovered: { size: 280, atMs: 0 } };
  assert.deepEqual(planAnchor(first, limits, 5000), { size: 300, settleBelow: 1 });
  const second = { ...first, signed: 520, signedAligned: 512 };
  assert.deepEqual(planAnchor(second, limits, 5000), { size: 512, settleBelow: 1 });
});

test('a settlement asks for a tree that holds every leaf it refers to', () => {
  const state = { ...quiet, signed: 90, settled: { below: 3, refersBelow: 80 } };
  assert.deepEqual(planAnchor(state, limits, 0), { size: 90, settleBelow: 3 });
  assert.equal(planAnchor({ ...state, settled: { below: 3, refersBelow: 91 } }, limits, 0), null);
  const aligned = { ...state, signed: 300, signedAligned: 256 };
  assert.deepEqual(planAnchor(aligned, limits, 0), { size: 256, settleBelow: 3 });
});

test('a request that stays unanswered is repeated, not one that the chain has fulfilled', () => {
  const asked = { size: 256, settleBelow: 2, atMs: 1000 };
  const state = { ...quiet, signed: 300, signedAligned: 256, asked };
  assert.equal(planAnchor(state, limits, 60_999), null);
  assert.deepEqual(planAnchor(state, limits, 61_000), { size: 256, settleBelow: 2 });
  assert.equal(planAnchor({ ...state, held: { size: 256, settleBelow: 2 } }, limits, 61_000), null);
});

test('a cut signs the newest aligned size as well as the size itself, once', () => {
  assert.deepEqual(sizesToSign(0, 0), []);
  assert.deepEqual(sizesToSign(0, 5), [5]);
  assert.deepEqual(sizesToSign(5, 5), []);
  assert.deepEqual(sizesToSign(5, 256), [256]);
  assert.deepEqual(sizesToSign(5, 800), [768, 800]);
  assert.deepEqual(sizesToSign(768, 800), [800]);
});
