import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./sample-main.js', import.meta.url));
const tracing = fileURLToPath(new URL('../src/otel.js', import.meta.url));

/** The sample service in a process of its own. */
export class SampleProcess {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';

  constructor(env: Record<string, string>, traced = false) {
    this.child = spawn(process.execPath, [...(traced ? ['--import', tracing] : []), entry], {
      env: { PATH: process.env['PATH'], OTP_HTTP_PORT: '0', OTP_GRPC_PORT: '0', OTP_METRICS_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk) => (this.stdout += String(chunk)));
    this.child.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
  }

  /** Where it listens. @throws Error when it ends before it listens */
  async ready(): Promise<{ http: string; grpc: string }> {
    for (;;) {
      const line = /^\{"ready":.*\}$/m.exec(this.stdout)?.[0];
      if (line !== undefined) return JSON.parse(line) as { http: string; grpc: string };
      if (this.child.exitCode !== null || this.child.stdout === null) throw new Error(`It ended: ${this.stderr}`);
      await Promise.race([once(this.child.stdout, 'data'), once(this.child, 'exit')]);
    }
  }

  /** Its exit code, once its output is complete. */
  async exit(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return this.child.exitCode;
  }
}
