import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyProject, plainEnvironment } from './hardhat.ts';

const MINUTE = 60_000;
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Tests that say something about what the contracts do; those about their size and cost have no place here. */
const suites =
  'access adversity anchors direct edges flag invariants large-logs limits proven-codes settlement vault'.split(' ');

/** A line that no test went through. */
export interface Uncovered {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** How much of our own contracts the tests went through, and what not. */
export interface Coverage {
  readonly lines: number;
  readonly uncovered: readonly Uncovered[];
}

/**
 * Runs the tests against code that notes where it was. The tests deploy what src/generated holds, so a copy of it is
 * generated from that code first.
 */
export async function coverage(): Promise<Coverage> {
  const root = await mkdtemp(join(tmpdir(), 'otp-notary-coverage-'));
  const folder = join(root, 'contracts');
  const run = (program: string, ...args: readonly string[]): Promise<unknown> =>
    promisify(execFile)(program, args, {
      cwd: folder,
      env: plainEnvironment(),
      timeout: 10 * MINUTE,
      maxBuffer: 2 ** 26,
    });
  try {
    await copyProject(folder, ['artifacts']);
    await symlink(modules, join(root, 'node_modules'));
    await run('hardhat', '--coverage', 'build');
    await run('node', 'scripts/generate.ts');
    await run('hardhat', '--coverage', 'test', 'mocha', ...suites.map((suite) => `test/${suite}.test.ts`));
    return await read(folder);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function read(folder: string): Promise<Coverage> {
  const report = await readFile(join(folder, 'coverage', 'lcov.info'), 'utf8');
  const uncovered: Uncovered[] = [];
  let lines = 0;
  for (const record of report.split('end_of_record')) {
    const file = /SF:(.*)/.exec(record)?.[1]?.replace(/^.*?contracts\/contracts\/|^contracts\//, '');
    if (file === undefined || /^(testing|references)\//.test(file)) continue;
    const source = (await readFile(join(folder, 'contracts', file), 'utf8')).split('\n');
    for (const [, line = '', hits = ''] of record.matchAll(/^DA:(\d+),(\d+)/gm)) {
      lines += 1;
      if (hits === '0') uncovered.push({ file, line: Number(line), text: (source[Number(line) - 1] ?? '').trim() });
    }
  }
  return { lines, uncovered };
}
