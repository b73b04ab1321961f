import assert from 'node:assert/strict';
import { fuzzCodes } from './invariants/codes.ts';
import { fuzz } from './invariants/fuzz.ts';

const seed = Number(process.env['OTP_NOTARY_SEED'] ?? Date.now() % 2 ** 31);

describe('the contract and a model of it, side by side', () => {
  it(`sizes never shrink, anchors never change, batches settle in order and once, a pause freezes, only roles write (seed ${seed})`, async function () {
    this.timeout(120000);
    const { calls, outcomes } = await fuzz(seed, 30);
    assert.ok(calls >= 3_000, `${calls} calls`);
    assert.ok(outcomes.size > 20, `only ${[...outcomes].join(', ')}`);
  });

  it(`a bit of a consumed or flagged code is set once and never clears (seed ${seed})`, async function () {
    this.timeout(120000);
    const { calls, touched } = await fuzzCodes(seed, 3);
    assert.ok(touched > 0, `${touched} bits in ${calls} calls`);
  });
});
