import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forge, slither } from './install.ts';

const contracts = fileURLToPath(new URL('../../', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** What slither thinks of one function. */
export interface Finding {
  readonly check: string;
  /** Contract and function. */
  readonly where: string;
}

interface Report {
  readonly success: boolean;
  readonly results: { readonly detectors?: readonly { readonly check: string; readonly description: string }[] };
}

/** Every finding in our own contracts, once for each function; those for tests and comparisons are left out. */
export async function findings(): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-notary-slither-'));
  try {
    await cp(join(contracts, 'formal', 'foundry.toml'), join(folder, 'foundry.toml'));
    await cp(join(contracts, 'contracts'), join(folder, 'contracts'), {
      recursive: true,
      filter: (path) => !/(testing|references)$/.test(path),
    });
    await symlink(modules, join(folder, 'node_modules'));
    const [program = '', ...start] = await slither();
    const file = join(folder, 'report.json');
    const args = [...start, '.', '--filter-paths', 'node_modules', '--json', file];
    const env = {
      ...process.env,
      PATH: [await forge(), process.env['PATH'] ?? ''].join(delimiter),
      FOUNDRY_SOLC: join(contracts, 'formal', 'solc.mjs'),
    };
    // It ends with another code than 0 when it has anything to say.
    const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore', timeout: 600_000 });
    await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return read(JSON.parse(await readFile(file, 'utf8')) as Report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function read({ success, results }: Report): Finding[] {
  if (!success) throw new Error('slither could not read the contracts');
  const all = (results.detectors ?? []).map(({ check, description }) => ({
    check,
    where: /(\w+\.\w+)[(.]/.exec(description)?.[1] ?? description,
  }));
  return [...new Map(all.map((one) => [`${one.check} ${one.where}`, one])).values()];
}
