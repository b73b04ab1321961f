import assert from 'node:assert/strict';
import { risen } from '../scripts/gas/compare.ts';

describe('gas', () => {
  it('no line of the goals rose by more than 1 % since docs/gas.json was written', async () => {
    assert.deepEqual(await risen('goals'), [], 'npm run gas writes docs/gas.json anew');
  });
});
