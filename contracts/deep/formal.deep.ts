import assert from 'node:assert/strict';
import { broken } from '../formal/broken.ts';
import { Workspace } from '../scripts/tools/formal.ts';
import { provenCodesAbi } from '../src/index.ts';

const MINUTE = 60_000;
const suites = { AnchorTreeChecks: 2, NotaryChecks: 11, CodesChecks: 6 } as const;

describe('formal verification with halmos', () => {
  let workspace: Workspace;
  before(async function () {
    this.timeout(15 * MINUTE);
    workspace = await Workspace.open();
    await workspace.build();
  });
  after(() => workspace.close());

  for (const [suite, checks] of Object.entries(suites)) {
    it(`proves all ${checks} of ${suite}, with no bound hit`, async function () {
      this.timeout(20 * MINUTE);
      const verdicts = await workspace.prove(suite);
      assert.deepEqual(
        verdicts.filter(({ isProven, remarks }) => !isProven || remarks.length > 0),
        [],
      );
      assert.equal(verdicts.length, checks);
    });
  }

  it('the checks of ProvenCodes know every function that writes', () => {
    const writers = provenCodesAbi.filter((one) => one.type === 'function' && one.stateMutability !== 'view');
    assert.deepEqual(writers.map((one) => ('name' in one ? one.name : '')).sort(), [
      'addReceiptKey',
      'consumeDirect',
      'flag',
      'retireReceiptKey',
    ]);
  });

  it('every property has a broken copy', async () => {
    const checks = new Set(broken.map(({ check }) => check));
    assert.equal(
      checks.size,
      Object.values(suites).reduce((sum, count) => sum + count, 0),
    );
  });

  for (const copy of broken) {
    const { check, replace, find } = copy;
    it(`${check} fails when "${find.trim()}" becomes "${replace.trim()}"`, async function () {
      this.timeout(10 * MINUTE);
      const mend = await workspace.break(copy);
      try {
        const verdicts = await workspace.prove(copy.contract, check);
        assert.deepEqual(
          verdicts.map((verdict) => [verdict.check, verdict.isRefuted]),
          [[check, true]],
        );
      } finally {
        await mend();
      }
    });
  }
});
