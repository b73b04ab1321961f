import assert from 'node:assert/strict';
import { agreeOn } from '../test/large-logs.ts';

const seed = Number(process.env['OTP_NOTARY_SEED'] ?? Date.now() % 2 ** 31);
const COUNT = 250;

describe('a log only grows, up to 2^40 leaves, at length', () => {
  it(`log-14: TypeScript, the contract and Go agree on ${COUNT} random pairs of trees and on every mutation (seed ${seed})`, async function () {
    this.timeout(1200000);
    assert.ok((await agreeOn(seed, COUNT)) > COUNT * 20);
  });
});
