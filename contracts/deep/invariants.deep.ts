import assert from 'node:assert/strict';
import { everyOutcome } from '../test/invariants/steps.ts';
import { fuzzCodes } from '../test/invariants/codes.ts';
import { fuzz } from '../test/invariants/fuzz.ts';

const seed = Number(process.env['OTP_NOTARY_SEED'] ?? Date.now() % 2 ** 31);

describe('the contract and a model of it, side by side, at length', () => {
  it(`sizes never shrink, anchors never change, batches settle in order and once, a pause freezes, only roles write (seed ${seed})`, async function () {
    this.timeout(1500000);
    const { calls, outcomes } = await fuzz(seed, 700);
    assert.ok(calls >= 100_000, `${calls} calls`);
    // A walk that never got somewhere proves nothing about it.
    assert.deepEqual(
      everyOutcome.filter((outcome) => !outcomes.has(outcome)),
      [],
    );
  });

  it(`a bit of a consumed or flagged code is set once and never clears (seed ${seed})`, async function () {
    this.timeout(900000);
    const { calls, touched } = await fuzzCodes(seed, 40);
    assert.ok(touched >= 20, `${touched} bits in ${calls} calls`);
  });
});
