import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { endAll, runSuite, type SuiteResult } from './testing/run-suite.js';
import { gateSuites, packageSuites, type Suite } from './testing/suites.js';
import { closingLine, sum } from './testing/tally.js';

const MINUTE = 60_000;
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const deep = process.argv.includes('--deep');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const limitMs = deep ? 25 * MINUTE : 10 * MINUTE;

const suites = (deep ? packageSuites(root, 'test:deep') : [...gateSuites(root), ...packageSuites(root, 'test')]).filter(
  (suite) => wanted.length === 0 || wanted.includes(suite.name),
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAll();
    process.exit(130);
  });
}
const started = Date.now();
const results = [
  ...(await inParallel(suites.filter((suite) => !suite.alone))),
  ...(await oneByOne(suites.filter((suite) => suite.alone))),
];
const total = sum(results.map((result) => result.tally));
console.log(`\n${results.length} suites in ${seconds(Date.now() - started)}`);
console.log(closingLine(total));
// A skipped test proves nothing: a real part that does not start must not look like a success.
process.exitCode = total.failed > 0 || total.skipped > 0 || total.passed === 0 ? 1 : 0;

/** Takes the suites from one queue with as many workers as the machine has cores. */
async function inParallel(queue: readonly Suite[]): Promise<SuiteResult[]> {
  const waiting = [...queue];
  const workers = Array.from({ length: Math.max(1, availableParallelism()) }, () => work(waiting));
  return (await Promise.all(workers)).flat();
}

async function oneByOne(queue: readonly Suite[]): Promise<SuiteResult[]> {
  return work([...queue]);
}

async function work(waiting: Suite[]): Promise<SuiteResult[]> {
  const done: SuiteResult[] = [];
  for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) {
    const result = await runSuite(suite, limitMs);
    report(result);
    done.push(result);
  }
  return done;
}

function report(result: SuiteResult): void {
  const { suite, tally, milliseconds, problem } = result;
  const good = tally.failed === 0 && tally.skipped === 0;
  const verdict = suite.kind === 'gate' ? (good ? 'holds' : 'broken') : closingLine(tally);
  console.log(`${good ? '✔' : '✖'} ${suite.name.padEnd(22)} ${verdict.padEnd(24)} ${seconds(milliseconds)}`);
  if (good && !deep) return;
  if (problem !== undefined) console.log(`  ${suite.name} ${problem}`);
  console.log(result.output.replaceAll(/^/gm, '  │ '));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
