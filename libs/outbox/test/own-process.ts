import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { until, type Address } from './line.js';

/** A publisher or a consumer in a process of its own, for tests that kill or stop it. It prints what it does. */
export class OwnProcess {
  readonly lines: string[] = [];
  readonly #process: ChildProcess;

  constructor(program: 'publisher' | 'consumer', address: Address, mode: string) {
    const path = fileURLToPath(new URL(`${program}.process.js`, import.meta.url));
    this.#process = spawn(process.execPath, [path, JSON.stringify(address), mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (this.#process.stdout !== null) {
      createInterface(this.#process.stdout).on('line', (line) => this.lines.push(line));
    }
  }

  /** Waits until it printed this line. */
  says(line: string): Promise<void> {
    return until(async () => this.lines.includes(line), 20_000, `said ${this.lines.join(', ')}, not ${line}`);
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#process.kill(signal);
  }
}
