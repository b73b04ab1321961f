import assert from 'node:assert/strict';
import { allMutants, judge, unexplained } from '../scripts/mutation/run.ts';

const seed = Number(process.env['OTP_NOTARY_SEED'] ?? Date.now() % 2 ** 31);
const MINUTES = Number(process.env['OTP_NOTARY_MINUTES'] ?? 3);

describe('mutation testing', () => {
  it(`the tests notice a sample of changed lines, for ${MINUTES} minutes, or mutants.json says why they cannot (seed ${seed})`, async function () {
    this.timeout((MINUTES + 10) * 60_000);
    const { killed, survivors } = await judge(allMutants(seed), Date.now() + MINUTES * 60_000, () => undefined);
    assert.deepEqual(await unexplained(survivors), []);
    assert.ok(killed > 10, `${killed} killed`);
  });
});
