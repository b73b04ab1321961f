import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PartDidNotStart } from './errors.js';
import { lastWords } from './last-words.js';

/** Between two questions whether a child is up. */
const ASK_EVERY_MS = 50;
/** How much of a child's last words is kept for the message when it fails. */
const TAIL_BYTES = 8_192;

export interface ChildPlan {
  /** What messages call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Output is appended to this file; without it only the last words are kept, in memory. */
  readonly logFile?: string;
  /** Text for the child's stdin; without it stdin is closed. For secrets, which must not stand in arguments. */
  readonly input?: string;
  /** Keeps the child's stdin open until this process ends, so that the child can see that we are gone. */
  readonly holdInput?: boolean;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const running = new Set<Child>();
let hooked = false;

/** A process that we started and must end: it is killed when this process exits, whatever the reason to exit. */
export class Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process has ended and its output is closed. */
  readonly exited: Promise<Exit>;
  #ended: Exit | undefined;
  #tail = '';
  readonly #logFile: string | undefined;
  readonly #process: ChildProcess;

  private constructor(plan: ChildPlan, child: ChildProcess, pid: number) {
    this.name = plan.name;
    this.pid = pid;
    this.#process = child;
    this.#logFile = plan.logFile;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#tail = (this.#tail + chunk.toString()).slice(-TAIL_BYTES)));
    }
    this.exited = new Promise((resolve) => {
      // 'exit' and not 'close': a grandchild that keeps the pipe open must not hold us up.
      child.once('exit', (code, signal) => {
        this.#ended = { code, signal };
        running.delete(this);
        resolve(this.#ended);
      });
    });
    running.add(this);
  }

  /** Starts a process. @throws PartDidNotStart when the program cannot be run at all */
  static async start(plan: ChildPlan): Promise<Child> {
    if (!hooked) process.on('exit', killAll);
    hooked = true;
    const log = plan.logFile === undefined ? undefined : openSync(plan.logFile, 'a', 0o600);
    const child = spawn(plan.command, plan.args, {
      env: { ...plan.env },
      stdio: [plan.input === undefined && plan.holdInput !== true ? 'ignore' : 'pipe', log ?? 'pipe', log ?? 'pipe'],
      ...(plan.cwd === undefined ? {} : { cwd: plan.cwd }),
      ...(plan.uid === undefined ? {} : { uid: plan.uid }),
      ...(plan.gid === undefined ? {} : { gid: plan.gid }),
    });
    if (log !== undefined) closeSync(log);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) =>
        reject(new PartDidNotStart(`${plan.name} cannot be run: ${cause.message}`, { cause })),
      );
    });
    child.stdin?.on('error', () => undefined);
    if (plan.holdInput !== true) child.stdin?.end(plan.input);
    return new Child(plan, child, child.pid ?? 0);
  }

  /** How it ended, or undefined while it runs. */
  get ended(): Exit | undefined {
    return this.#ended;
  }

  /** The last words of the child, from its output or its log file. */
  tail(): string {
    if (this.#logFile === undefined) return this.#tail.trim();
    return endOf(this.#logFile).trim();
  }

  /** Asks it to end and waits; kills it when it has not ended `withinMs` later. */
  async end(signal: NodeJS.Signals = 'SIGTERM', withinMs = 10_000): Promise<Exit> {
    if (this.#ended !== undefined) return this.#ended;
    this.#process.kill(signal);
    const limit = setTimeout(() => this.#process.kill('SIGKILL'), withinMs);
    try {
      return await this.exited;
    } finally {
      clearTimeout(limit);
    }
  }

  /** SIGKILL, as a power cut would do it; resolves when it is gone. */
  kill(): Promise<Exit> {
    this.#process.kill('SIGKILL');
    return this.exited;
  }

  /** For the last moment of this process only: no waiting. */
  killNow(): void {
    this.#process.kill('SIGKILL');
  }

  /**
   * Asks `check` until it does not throw.
   * @throws PartDidNotStart when the child ends first or the time is over, with the child's last line
   */
  async until(check: () => Promise<void>, withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    let last: unknown;
    while (Date.now() < deadline) {
      if (this.#ended !== undefined) {
        throw new PartDidNotStart(`${this.name} ended while starting (${this.#said()})`, { cause: last });
      }
      try {
        return await check();
      } catch (error) {
        last = error;
      }
      await Promise.race([new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS)), this.exited]);
    }
    throw new PartDidNotStart(`${this.name} did not answer within ${withinMs / 1000} s (${this.#said()})`, {
      cause: last,
    });
  }

  #said(): string {
    const words = lastWords(this.tail());
    return this.#logFile === undefined ? words : `${words}; its log is ${this.#logFile}`;
  }
}

function killAll(): void {
  for (const child of running) child.killNow();
}

function endOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString();
  } finally {
    closeSync(handle);
  }
}
