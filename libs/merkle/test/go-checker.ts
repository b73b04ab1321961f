import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** One line of the checker's input; tools/checker-go/case.go describes it. */
export interface GoCase {
  readonly vkey: string;
  readonly checkpoints: readonly string[];
  readonly entries?: readonly string[];
  readonly inclusions: readonly { checkpoint: number; index: number; entry: string; proof: readonly string[] }[];
  readonly consistency: readonly { from: number; to: number; proof: readonly string[] }[];
}

const source = fileURLToPath(new URL('../../../../tools/checker-go/', import.meta.url));

/** Builds tools/checker-go once for each version of its source, kept in the user's cache. */
export async function buildGoChecker(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(source)).filter((name) => /\.(go|mod|sum)$/.test(name)).sort();
  for (const name of files) hash.update(name).update(await readFile(join(source, name)));
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'otp-notary', 'checker-go', hash.digest('hex').slice(0, 16));
  const binary = join(folder, 'checker-go');
  if (existsSync(binary)) return binary;
  await mkdir(folder, { recursive: true });
  const fresh = `${binary}.${process.pid}`;
  await promisify(execFile)('go', ['build', '-o', fresh, '.'], { cwd: source, timeout: 110_000 }).catch(
    (cause: unknown) => {
      throw new Error('the independent checker needs Go 1.24 or newer (go build in tools/checker-go failed)', {
        cause,
      });
    },
  );
  await rename(fresh, binary);
  return binary;
}

/** The checker's verdicts, one for each case: `ok` or `refused: …`. */
export async function judge(checker: string, cases: readonly GoCase[]): Promise<string[]> {
  const child = spawn(checker, { stdio: ['pipe', 'pipe', 'inherit'], timeout: 30_000 });
  child.stdin.end(cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const verdicts: string[] = [];
  for await (const line of createInterface(child.stdout)) verdicts.push(line);
  if (verdicts.length !== cases.length) throw new Error('the independent checker stopped early');
  return verdicts;
}
