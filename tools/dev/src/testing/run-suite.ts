import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { nothing, readTally, type Tally } from './tally.js';
import type { Suite } from './suites.js';

/** What came of one suite. `output` is everything that it printed, in order. */
export interface SuiteResult {
  readonly suite: Suite;
  readonly tally: Tally;
  readonly milliseconds: number;
  readonly output: string;
  /** Why the suite as a whole failed, when its tests alone do not tell. */
  readonly problem: string | undefined;
}

/** Runs one suite to its end, or ends it with everything it started after `limitMs`. Never throws. */
export async function runSuite(suite: Suite, limitMs: number): Promise<SuiteResult> {
  const started = Date.now();
  const ran = await execute(suite, limitMs);
  const common = { suite, milliseconds: Date.now() - started, output: ran.output };
  if (suite.kind === 'gate') {
    const held = ran.code === 0;
    return { ...common, tally: { ...nothing, passed: held ? 1 : 0, failed: held ? 0 : 1 }, problem: undefined };
  }
  const tally = readTally(ran.output);
  const problem = packageProblem(ran, tally, limitMs);
  // A suite that failed without a failing test (a crash, a hang, no test at all) still counts as a failure.
  const failed = problem !== undefined && tally.failed === 0 ? 1 : tally.failed;
  return { ...common, tally: { ...tally, failed }, problem };
}

/** How long what a suite started may take to go when the suite has ended. */
const LEAVING_MS = 3_000;

interface Execution {
  readonly code: number | null;
  readonly overdue: boolean;
  readonly leftBehind: boolean;
  readonly output: string;
}

function packageProblem(ran: Execution, tally: Tally, limitMs: number): string | undefined {
  if (ran.overdue) return `did not end within ${limitMs / 60_000} minutes`;
  if (ran.leftBehind) return 'left processes running when it ended';
  if (tally.passed + tally.failed === 0) return 'reported no test';
  if (ran.code !== 0 && tally.failed === 0) return `exited with ${ran.code} although no test failed`;
  return undefined;
}

function execute(suite: Suite, limitMs: number): Promise<Execution> {
  const output: Buffer[] = [];
  let overdue = false;
  let leftBehind = false;
  // A process group of its own, so that a suite that hangs can be ended with its databases and brokers.
  const child = spawn('sh', ['-c', suite.command], {
    cwd: suite.directory,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const group = child.pid ?? 0;
  running.add(group);
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const limit = setTimeout(() => {
    overdue = true;
    endGroup(group);
  }, limitMs);
  return new Promise((resolve) => {
    child.on('error', (error) => output.push(Buffer.from(error.message)));
    let emptied: Promise<void> | undefined;
    child.on('exit', () => {
      emptied = empty(group, () => (leftBehind = true));
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      const said = Buffer.concat(output).toString();
      void (emptied ?? Promise.resolve()).finally(() => resolve({ code, overdue, leftBehind, output: said }));
    });
  });
}

const running = new Set<number>();

/** Ends every suite that is under way, with all that it started. */
export function endAll(): void {
  for (const group of running) endGroup(group);
}

/** Sees a group off whose leader ended; what stays is ended and told of. */
async function empty(group: number, onLeftBehind: () => void): Promise<void> {
  if (!(await groupEnds(group)) && endGroup(group)) onLeftBehind();
  running.delete(group);
}

/** Whether a group whose leader ended is empty soon: children that are on their way out are none that were left behind. */
async function groupEnds(group: number): Promise<boolean> {
  for (const deadline = Date.now() + LEAVING_MS; isAlive(group); await sleep(50)) {
    if (Date.now() > deadline) return false;
  }
  return true;
}

function isAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** Kills a process group; false when nobody is left in it. */
function endGroup(group: number): boolean {
  if (group === 0) return false;
  try {
    return process.kill(-group, 'SIGKILL');
  } catch {
    return false;
  }
}
