import * as fc from 'fast-check';
import { Sandbox } from '../sandbox.ts';
import { step } from './steps.ts';
import { Walk } from './walk.ts';

/** Steps of one walk at most. */
const LONGEST = 250;

/** What random walks went through. */
export interface Fuzzed {
  readonly calls: number;
  /** Every way in which a write ended. */
  readonly outcomes: ReadonlySet<string>;
}

/** Random walks, each on a chain as it was at first. Throws with the seed and the shortest walk that goes wrong. */
export async function fuzz(seed: number, walks: number): Promise<Fuzzed> {
  const sandbox = await Sandbox.open();
  const start = (await sandbox.time()) + 1000;
  let calls = 0;
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: LONGEST, size: 'max' }), async (steps) => {
      const back = await sandbox.snapshot();
      const walk = new Walk(sandbox, start);
      try {
        for (const one of steps) await walk.take(one);
        await walk.end();
      } finally {
        calls += walk.calls;
        for (const outcome of walk.outcomes) outcomes.add(outcome);
        await back();
      }
    }),
    { seed, numRuns: walks },
  );
  return { calls, outcomes };
}
