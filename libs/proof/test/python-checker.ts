import type { Outcome, Verdict } from '../src/index.js';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Written from the documents alone, in another language: shares nothing with this library. */
const CHECKER = fileURLToPath(new URL('../../../../tools/checker-py/check_proof.py', import.meta.url));
/** What the Python checker says of a file. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly points: readonly { readonly id: string; readonly verdict: Verdict }[];
}
export interface Answer {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs it as a stranger does. */
export function run(args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile('python3', ['-B', CHECKER, ...args], { maxBuffer: 1 << 28 }, (_, out, err) => {
      resolve({ exit: child.exitCode ?? -1, out, err });
    });
  });
}

/** The Python checker's verdicts about files, in order. */
export async function judge(
  folder: string,
  files: readonly Uint8Array[],
  args: readonly string[],
): Promise<Judgement[]> {
  const paths = files.map((_, i) => join(folder, `${i}.proof`));
  for (const [i, path] of paths.entries()) await writeFile(path, files[i] ?? '');
  const { out, err } = await run(['--json', ...args, ...paths]);
  const lines = out.split('\n').slice(0, -1);
  assert.equal(lines.length, files.length, err);
  return lines.map((line) => JSON.parse(line) as Judgement);
}
