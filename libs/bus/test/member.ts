import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Address } from './bus-under-test.js';

/** A member of a group in a process of its own. */
export class Member {
  readonly numbers: number[] = [];
  readonly #process: ChildProcess;

  constructor(address: Address, group: string, run: string) {
    const program = fileURLToPath(new URL('member.process.js', import.meta.url));
    this.#process = spawn(process.execPath, [program, JSON.stringify(address), group, run], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (this.#process.stdout !== null) {
      createInterface(this.#process.stdout).on('line', (line) => this.numbers.push(Number(line)));
    }
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#process.kill(signal);
  }
}
