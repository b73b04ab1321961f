import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { forge, halmos } from './install.ts';

const MINUTE = 60_000;
const contracts = fileURLToPath(new URL('../../', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** What was written about one check. */
export interface Verdict {
  readonly check: string;
  readonly isProven: boolean;
  /** There is a counterexample. */
  readonly isRefuted: boolean;
  /** Anything that weakens it: a bound that was hit, a timeout, an error. */
  readonly remarks: readonly string[];
}

/** A change that breaks one rule, and the check that must see it. */
export interface Broken {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly contract: string;
  readonly check: string;
}

const bounds: Readonly<Record<string, readonly string[]>> = {
  AnchorTreeChecks: ['--loop', '34'],
  NotaryChecks: ['--loop', '34', '--array-lengths', 'proof={0,1},settlements={0,2}'],
  CodesChecks: ['--loop', '70', '--default-array-lengths', '1', '--default-bytes-lengths', '32'],
};

/**
 * A folder that forge and halmos work in: the contracts, with stand-ins for verifiers whose verdict is any function of
 * their input, and keccak256 for SHA-256, which halmos 0.3.3 cannot take symbolic bytes for.
 */
export class Workspace {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), 'otp-notary-formal-')));
    const { folder } = workspace;
    await cp(join(contracts, 'formal', 'checks'), join(folder, 'checks'), { recursive: true });
    await cp(join(contracts, 'formal', 'foundry.toml'), join(folder, 'foundry.toml'));
    await cp(join(contracts, 'contracts'), join(folder, 'contracts'), {
      recursive: true,
      filter: (path) => !/(examples|testing|references)$/.test(path),
    });
    await cp(join(contracts, 'formal', 'stubs'), join(folder, 'contracts', 'libraries'), { recursive: true });
    for (const name of ['OtpNotary.sol', 'ProvenCodes.sol']) {
      const file = join(folder, 'contracts', name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/\bsha256\(/g, 'keccak256('));
    }
    await symlink(modules, join(folder, 'node_modules'));
    return workspace;
  }

  /** Changes one place; returns what changes it back. */
  async break({ file, find, replace }: Broken): Promise<() => Promise<void>> {
    const path = join(this.folder, 'contracts', file);
    const text = await readFile(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${file} has not exactly one "${find}"`);
    await writeFile(path, text.replace(find, replace));
    return () => writeFile(path, text);
  }

  async build(): Promise<void> {
    const args = ['build', '--use', join(contracts, 'formal', 'solc.mjs'), '--silent'];
    await promisify(execFile)('forge', args, { cwd: this.folder, env: await environment(), timeout: 5 * MINUTE });
  }

  /** Runs the checks of one contract; their verdicts in the order in which they were reached. */
  async prove(contract: string, check = 'check_'): Promise<Verdict[]> {
    const [program = '', ...start] = await halmos();
    const args = [...start, '--contract', contract, '--function', check, ...(bounds[contract] ?? [])];
    // A counterexample is enough; a proof looks at everything anyway.
    const child = spawn(program, [...args, '--early-exit', '--solver-timeout-assertion', '60s'], {
      cwd: this.folder,
      env: await environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20 * MINUTE,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return verdicts(output);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** halmos builds by itself what changed, and must find the same compiler. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  return {
    ...process.env,
    PATH: [await forge(), process.env['PATH'] ?? ''].join(delimiter),
    FOUNDRY_SOLC: join(contracts, 'formal', 'solc.mjs'),
    NO_COLOR: '1',
    COLUMNS: '500',
  };
}

function verdicts(output: string): Verdict[] {
  // oxlint-disable-next-line no-control-regex -- colours that are written although nobody asked for them
  const lines = output.replaceAll(/\u001B\[[0-9;]*m/g, '').split('\n');
  const remarks = lines.filter((line) => /^(WARNING|ERROR) |\[(ERROR|TIMEOUT)\]/.test(line) && !isCounterexample(line));
  return lines.flatMap((line) => {
    const match = /^\[(PASS|FAIL|ERROR|TIMEOUT)\] (check_\w+)/.exec(line);
    return match === null
      ? []
      : [{ check: match[2] ?? '', isProven: match[1] === 'PASS', isRefuted: match[1] === 'FAIL', remarks }];
  });
}

function isCounterexample(line: string): boolean {
  return line.includes('Counterexample');
}
