/** How many tests of a run passed, failed and did not run. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    nothing,
  );
}

/** The closing line that a reader of the log, human or not, looks for. */
export function closingLine(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

// `ℹ pass 3` (spec reporter) or `# pass 3` (TAP) at the end of a run of node:test.
const NODE_TEST = /^(?:ℹ|#) (pass|fail|cancelled|skipped|todo) (\d+)$/;
// `  3 passing (1s)`: mocha, and Hardhat around it.
const MOCHA = /^\s*(\d+) (passing|failing|pending)\b/;

const meaning: Readonly<Record<string, keyof Tally>> = {
  pass: 'passed',
  fail: 'failed',
  cancelled: 'failed',
  skipped: 'skipped',
  todo: 'skipped',
  passing: 'passed',
  failing: 'failed',
  pending: 'skipped',
};

/** Adds up the closing lines of every test runner that spoke in `output`. A test's own output is taken for none of them only if it does not imitate one. */
export function readTally(output: string): Tally {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const line of output.split('\n')) {
    const node = NODE_TEST.exec(line);
    const mocha = node === null ? MOCHA.exec(line) : null;
    const [word, count] = node === null ? [mocha?.[2], mocha?.[1]] : [node[1], node[2]];
    const field = word === undefined ? undefined : meaning[word];
    if (field !== undefined) counts[field] += Number(count);
  }
  return counts;
}
