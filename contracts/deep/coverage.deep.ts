import assert from 'node:assert/strict';
import { coverage } from '../scripts/tools/coverage.ts';

/** Lines that no test can go through, and why. */
const unreachable: Readonly<Record<string, string>> = {
  'libraries/Consistency.sol if (first == 0 || first >= second) return false;':
    'The precondition of the RFC; the only caller has refused such sizes before.',
  'libraries/Sha256Tree.sol if (!hashed) revert Sha256Unavailable();':
    'Only a chain without the SHA-256 precompile gets there; EDR has it always, and without gas for it there is none to revert with.',
};

describe('coverage', () => {
  it('tests go through every line of our own contracts', async function () {
    this.timeout(1_800_000);
    const { lines, uncovered } = await coverage();
    assert.ok(lines > 300, `${lines} lines`);
    assert.deepEqual(
      uncovered.filter(({ file, text }) => unreachable[`${file} ${text}`] === undefined),
      [],
    );
  });
});
