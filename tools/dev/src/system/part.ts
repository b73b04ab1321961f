import { Child, lastWords } from '@otp-notary/testkit';
import type { Lock } from './lock.js';

export interface PartPlan {
  readonly name: string;
  /** Arguments of node: imports, the file, its own arguments. */
  readonly args: readonly string[];
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logFile: string;
  /** Answers once the part is up. */
  readonly check: () => Promise<void>;
  /** How long starting may take, ms. */
  readonly startMs: number;
}

/** How long a part may take to end in good order: longer than a service's own limit. */
const END_MS = 15_000;

/** A process of Node that the system runs, with its deliberate ends told from the others. */
export class Part {
  #child: Child | undefined;

  constructor(
    private readonly plan: PartPlan,
    private readonly lock: Lock,
    /** Called with one line when it ends and nobody ended it. */
    private readonly onDeath: (line: string) => void,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get logFile(): string {
    return this.plan.logFile;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.ended === undefined;
  }

  /** Starts it and resolves when it answers. Nothing happens when it runs. @throws PartDidNotStart */
  async start(): Promise<void> {
    if (this.isRunning) return;
    const child = await Child.start({
      name: this.plan.name,
      command: process.execPath,
      args: this.plan.args,
      env: this.plan.env,
      cwd: this.plan.cwd,
      logFile: this.plan.logFile,
      holdInput: true,
    });
    this.#child = child;
    await this.lock.note(this.plan.name, child.pid);
    await child.until(this.plan.check, this.plan.startMs);
    void this.#watch(child);
  }

  async #watch(child: Child): Promise<void> {
    const { code, signal } = await child.exited;
    if (this.#child === child) this.onDeath(deathLine(this.plan, code, signal, child.tail()));
  }

  /** SIGTERM, and SIGKILL when it takes too long. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    await child?.end('SIGTERM', END_MS);
  }

  /** SIGKILL, as a crash would be. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    await child?.kill();
  }

  /** Starts it again, after `stop`, `kill` or while it runs. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/** What a person reads when a part ends by itself. */
export function deathLine(
  plan: Pick<PartPlan, 'name' | 'logFile'>,
  code: number | null,
  signal: string | null,
  tail: string,
): string {
  return `${plan.name} ended (${signal ?? `exit ${code}`}): ${lastWords(tail)}; its log is ${plan.logFile}`;
}
