import { isAlive, saveChainState, startTicks } from '@otp-notary/testkit';
import { access, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.js';

/** A process, named for good: pids are used again, a pid with its start time is not. */
interface ProcessMark {
  readonly name: string;
  readonly pid: number;
  readonly ticks: string | undefined;
}

interface LockFile {
  readonly runner: ProcessMark;
  /** What the runner started, in order. */
  readonly parts: readonly ProcessMark[];
}

/** Where a chain that outlived its runner is asked for its state before it is ended. */
export interface ChainPlace {
  readonly rpcUrl: string;
  readonly stateFile: string;
}

const END_LIMIT_MS = 10_000;

/** Keeps two runners out of one data directory, and remembers what was started, for the case that the runner is killed. */
export class Lock {
  #parts: ProcessMark[] = [];
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: string,
    private readonly runner: ProcessMark,
  ) {}

  /**
   * Takes the lock. What a killed runner left running is ended first, in reverse order.
   * @throws CannotStart when another runner holds it
   */
  static async take(file: string, chain: ChainPlace): Promise<Lock> {
    const lock = new Lock(file, await mark('runner', process.pid));
    for (;;) {
      try {
        const handle = await open(file, 'wx', 0o600);
        await handle.writeFile(JSON.stringify(lock.#contents()));
        await handle.close();
        return lock;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      await clearAway(file, chain);
    }
  }

  /** Writes down a process that was started. */
  async note(name: string, pid: number): Promise<void> {
    const marked = await mark(name, pid);
    this.#parts = [...this.#parts.filter((part) => part.name !== name), marked];
    const contents = JSON.stringify(this.#contents());
    this.#writing = this.#write(this.#writing, contents);
    await this.#writing;
  }

  async release(): Promise<void> {
    await this.#writing;
    await rm(this.file, { force: true });
  }

  async #write(earlier: Promise<void>, contents: string): Promise<void> {
    await earlier;
    await writeFile(`${this.file}.new`, contents, { mode: 0o600 });
    await rename(`${this.file}.new`, this.file);
  }

  #contents(): LockFile {
    return { runner: this.runner, parts: this.#parts };
  }
}

async function mark(name: string, pid: number): Promise<ProcessMark> {
  return { name, pid, ticks: await startTicks(pid) };
}

async function stillRuns({ pid, ticks }: ProcessMark): Promise<boolean> {
  return isAlive(pid) && (await startTicks(pid)) === ticks;
}

async function clearAway(file: string, chain: ChainPlace): Promise<void> {
  const left = await readLock(file);
  if (left !== undefined && (await stillRuns(left.runner))) {
    throw new CannotStart(
      `OTP Notary is already running on this data (process ${left.runner.pid}): ` +
        `stop it with Ctrl-C in its terminal or kill ${left.runner.pid}, or use another directory with -- --data DIR`,
    );
  }
  for (const part of (left?.parts ?? []).toReversed()) await endLeftOver(part, chain);
  await rm(file, { force: true });
}

async function readLock(file: string): Promise<LockFile | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockFile;
  } catch {
    // Gone, or cut short by a power cut before anything was started.
    return undefined;
  }
}

async function endLeftOver(part: ProcessMark, chain: ChainPlace): Promise<void> {
  if (!(await stillRuns(part))) return;
  // The chain went on after its runner's last save; the databases know what happened there.
  if (part.name === 'chain' && (await exists(chain.stateFile))) {
    await saveChainState(chain.rpcUrl, chain.stateFile).catch(() => undefined);
  }
  // PostgreSQL takes SIGTERM as "when all clients have left"; SIGINT as "now, in good order".
  signal(part.pid, part.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  for (const deadline = Date.now() + END_LIMIT_MS; await stillRuns(part); await sleep(50)) {
    if (Date.now() > deadline) signal(part.pid, 'SIGKILL');
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between.
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
