import { renameSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UsageError } from './errors.js';
import { readJsonIfThere } from './input.js';

const seen = z.strictObject({
  /** Pinned when the log was first seen. */
  vkey: z.string(),
  /** The newest checkpoint whose signature and history were good: a signed note. */
  note: z.string(),
});
export type SeenLog = z.infer<typeof seen>;
const memory = z.record(z.string(), seen);

/** What this user last saw of each log, by origin: what makes a rewritten past visible. */
export class CheckpointMemory {
  constructor(readonly path: string) {}

  /** Beside the profile, or in the user's state directory (XDG). */
  static at(path: string | undefined, home: string | undefined, env: NodeJS.ProcessEnv): CheckpointMemory {
    const state = env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
    const own = home === undefined ? join(state, 'otpctl', 'logs.json') : join(home, 'otpctl-logs.json');
    return new CheckpointMemory(path ?? env['OTPCTL_STATE'] ?? own);
  }

  /** @throws UsageError when the file is not one of ours: forgetting silently would hide a fork */
  recall(origin: string): SeenLog | undefined {
    return this.#all()[origin];
  }

  /** @throws UsageError */
  remember(origin: string, log: SeenLog): void {
    this.#write(this.path, { ...this.#all(), [origin]: log });
  }

  /** Keeps two notes that cannot both be true, for whoever is to judge. Returns the file. */
  keepEvidence(origin: string, before: SeenLog, note: string): string {
    const path = `${this.path}.evidence-${new Date().toISOString().replaceAll(':', '')}.json`;
    this.#write(path, { origin, vkey: before.vkey, notes: [before.note, note] });
    return path;
  }

  #all(): z.infer<typeof memory> {
    const parsed = memory.safeParse(readJsonIfThere(this.path) ?? {});
    if (!parsed.success) throw new UsageError(`${this.path} is no list of seen logs: move it away to start anew`);
    return parsed.data;
  }

  #write(path: string, value: unknown): void {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch {
      throw new UsageError(`${path} cannot be written: give another file with --state <file>`);
    }
  }
}
