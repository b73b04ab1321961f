import type { LogState } from '@otp-notary/contracts';
import type { Report, Verdict } from '@otp-notary/proof';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lost, type LogFacts } from './invariants.js';
import { worsened } from './still-proven.js';
import { undeclared } from './upgrade.js';

const HASH = `0x${'11'.repeat(32)}` as const;
const OTHER = `0x${'22'.repeat(32)}` as const;

function proofs(...verdicts: Verdict[]): Map<string, Report> {
  const points = verdicts.map((verdict, i) => ({ id: `point.${i}`, claim: '', by: '', verdict, detail: '' }));
  return new Map([['a.proof', { points, outcome: 'proven', promises: [], limits: [] } as unknown as Report]]);
}

test('a rehearsal finds what is proven no more, or fails; what time proves is no harm', () => {
  assert.deepEqual(worsened(proofs('proven', 'not yet'), proofs('proven', 'proven')), []);
  assert.deepEqual(worsened(proofs('proven'), proofs('not checked')), ['a.proof: point.0 was proven, is not checked']);
  assert.deepEqual(worsened(proofs('not yet'), proofs('failed')), ['a.proof: point.0 was not yet, is failed']);
  assert.deepEqual(worsened(proofs('proven'), new Map()), ['a.proof: point.0 was proven, is gone']);
});

test('a rehearsal finds a log that shrank, changed or lost an anchor; growth is no harm', () => {
  const state: LogState = { origin: 'a', keyHash: HASH, root: HASH, size: 9, candidateSize: 9, matureSize: 3, candidateTime: 5, nextBatch: 2, anchorCount: 3, life: 61 }; // prettier-ignore
  const facts: LogFacts = { state, anchorCount: 3, peaks: [HASH] };
  const logs = (change: Partial<LogState>, more: Partial<LogFacts> = {}) =>
    new Map([[HASH, { ...facts, state: { ...state, ...change }, ...more }]]);
  const before = logs({});
  assert.deepEqual(lost(before, before), []);
  assert.deepEqual(lost(before, logs({ size: 12, root: OTHER }, { anchorCount: 4, peaks: [OTHER] })), []);
  assert.deepEqual(lost(before, logs({ size: 8 })), ['log a: size changed']);
  assert.deepEqual(lost(before, logs({ keyHash: OTHER })), ['log a: keyHash changed']);
  assert.deepEqual(lost(before, logs({ nextBatch: 1 })), ['log a: nextBatch changed']);
  assert.deepEqual(lost(before, logs({}, { peaks: [OTHER] })), ['log a: anchors changed']);
  assert.deepEqual(lost(before, new Map()), ['log a is gone']);
});

test('a rehearsal finds slots that changed undeclared, and declared ones that did not', () => {
  const done = { from: '0x', to: '0xb', changed: [HASH], declared: [HASH] } as const;
  assert.deepEqual(undeclared(done), []);
  assert.deepEqual(undeclared({ ...done, changed: [HASH, OTHER] }), [`upgrade to 0xb changed slot ${OTHER}`]);
  assert.deepEqual(undeclared({ ...done, changed: [] }), [`upgrade to 0xb left slot ${HASH}`]);
});
