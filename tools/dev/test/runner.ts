import { isAlive, startTicks } from '@otp-notary/testkit';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

interface Mark {
  readonly name: string;
  readonly pid: number;
  readonly ticks: string;
}

/** `npm start` as a person runs it, without npm. */
export class Runner {
  output = '';
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown[]>;

  constructor(
    private readonly dataDir: string,
    args: readonly string[],
  ) {
    const program = fileURLToPath(new URL('../src/start.js', import.meta.url));
    this.#child = spawn(process.execPath, [program, '--data', dataDir, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.#exited = once(this.#child, 'close');
  }

  /** Resolves when the output matches; throws when it ended without. */
  async says(words: RegExp): Promise<void> {
    while (!words.test(this.output)) {
      if (this.#child.exitCode !== null) throw new Error(`ended without ${words}:\n${this.output}`);
      await sleep(50);
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async exitCode(): Promise<number | null> {
    await this.#exited;
    return this.#child.exitCode;
  }

  /** The processes that it started, by their lock file. */
  parts(): readonly Mark[] {
    return (JSON.parse(readFileSync(join(this.dataDir, 'lock.json'), 'utf8')) as { parts: Mark[] }).parts;
  }

  get isLocked(): boolean {
    return existsSync(join(this.dataDir, 'lock.json'));
  }
}

/** Names of the processes among these that still run. */
export async function running(parts: readonly Mark[]): Promise<string[]> {
  const alive = await Promise.all(
    parts.map(async ({ pid, ticks }) => isAlive(pid) && (await startTicks(pid)) === ticks),
  );
  return parts.filter((_, index) => alive[index]).map(({ name }) => name);
}
