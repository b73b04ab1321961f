import assert from 'node:assert/strict';
import { risen } from '../scripts/gas/compare.ts';

describe('gas, in full', () => {
  it('no line of docs/gas.json rose by more than 1 %', async function () {
    this.timeout(300_000);
    assert.deepEqual(await risen('all'), [], 'npm run gas writes docs/gas.json anew');
  });
});
