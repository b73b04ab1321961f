import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const contracts = fileURLToPath(new URL('../../', import.meta.url));

/** The environment for a Hardhat of another folder: a running Hardhat leaves its own folder and options in it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('HARDHAT_') || name.includes('TELEMETRY')),
  );
}

/** A copy of this package that Hardhat can be run in, without what it made before, as far as that is not wanted. */
export async function copyProject(folder: string, without: readonly string[] = []): Promise<void> {
  const left = new Set(['node_modules', 'cache', 'coverage', 'dist', ...without]);
  await cp(contracts, folder, { recursive: true, filter: (path) => !left.has(basename(path)) });
}
