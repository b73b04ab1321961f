import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MINUTE = 60_000;
const cache = process.env['OTP_NOTARY_CACHE'] ?? join(homedir(), '.cache', 'otp-notary');

/**
 * Tools that only the deep tests need: each in a folder of its own beyond the tree, named after its version, and made
 * whole before it gets that name.
 */
async function cached(name: string, install: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  try {
    await install(fresh);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** A Python program from PyPI; started as a module, since its script names the folder that it was installed in. */
async function pythonProgram(requirement: string, module: string): Promise<readonly string[]> {
  const folder = await cached(requirement.replace('==', '-'), async (fresh) => {
    await run('python3', ['-m', 'venv', fresh], { timeout: MINUTE });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', requirement];
    await run(join(fresh, 'bin', 'python3'), pip, { timeout: 10 * MINUTE });
  });
  return [join(folder, 'bin', 'python3'), '-m', module];
}

/** How to start halmos. */
export function halmos(): Promise<readonly string[]> {
  return pythonProgram('halmos==0.3.3', 'halmos');
}

/** How to start slither. */
export function slither(): Promise<readonly string[]> {
  return pythonProgram('slither-analyzer==0.11.6', 'slither');
}

/** The folder of forge 1.7.1's executable. */
export async function forge(): Promise<string> {
  const folder = await cached('forge-1.7.1', async (fresh) => {
    const packages = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefix', fresh, '@foundry-rs/forge@1.7.1'];
    await run('npm', ['install', ...packages], { timeout: 10 * MINUTE });
  });
  return join(folder, 'node_modules', '@foundry-rs', `forge-${process.platform}-${arch()}`, 'bin');
}

function arch(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}
