import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hex } from 'viem';
import { copyProject, plainEnvironment } from '../tools/hardhat.ts';

/** A mutant that keeps the tests busy for longer is noticed by that. */
const LIMIT_MS = 180_000;
const contracts = fileURLToPath(new URL('../../', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** What is deployed by the tests under which name. */
const names = { OtpNotary: 'otpNotary', ProvenCodes: 'provenCodes' } as const;
export type Target = keyof typeof names;

/** The tests that are asked about a contract: those that are fast, the quickest to notice first. */
const suites: Readonly<Record<Target, readonly string[]>> = {
  OtpNotary: ['settlement', 'access', 'anchors', 'limits', 'edges', 'invariants', 'large-logs'],
  ProvenCodes: ['direct', 'flag', 'proven-codes', 'edges', 'vault', 'invariants'],
};

/** A copy of the tests that can be run against other bytecode. */
export class Bench {
  private constructor(private readonly folder: string) {}

  static async open(): Promise<Bench> {
    const root = await mkdtemp(join(tmpdir(), 'otp-notary-mutants-'));
    const folder = join(root, 'contracts');
    await copyProject(folder);
    const config = await readFile(join(contracts, 'hardhat.config.ts'), 'utf8');
    const bailing = config.replace('mocha: {', 'mocha: { bail: true,');
    if (bailing === config) throw new Error('hardhat.config.ts has no settings of mocha');
    await writeFile(join(folder, 'hardhat.config.ts'), bailing);
    await symlink(modules, join(root, 'node_modules'));
    return new Bench(folder);
  }

  /** Whether the tests of a contract notice that it is this bytecode. */
  async notices(target: Target, bytecode: Hex): Promise<boolean> {
    const name = `src/generated/${target}.ts`;
    const committed = await readFile(join(contracts, name), 'utf8');
    const changed = committed.replace(
      new RegExp(`(${names[target]}Bytecode\\s*=\\s*)'0x[0-9a-f]*'`),
      (_, start: string) => `${start}'${bytecode}'`,
    );
    await writeFile(join(this.folder, name), changed);
    const passed = await this.#run(suites[target].map((suite) => `test/${suite}.test.ts`));
    await writeFile(join(this.folder, name), committed);
    return !passed;
  }

  async close(): Promise<void> {
    await rm(join(this.folder, '..'), { recursive: true, force: true });
  }

  #run(files: readonly string[]): Promise<boolean> {
    const child = spawn('hardhat', ['test', 'mocha', '--no-compile', ...files], {
      cwd: this.folder,
      env: plainEnvironment(),
      stdio: 'ignore',
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code === 0));
    });
  }
}
