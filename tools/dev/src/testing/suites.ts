import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One command that proves something: a package's tests, or a gate over the whole repository. */
export interface Suite {
  readonly name: string;
  readonly directory: string;
  readonly command: string;
  /** Runs by itself, since it loads both cores or starts many processes. */
  readonly alone: boolean;
  /** A gate passes or fails as one; a package counts its tests and must have some. */
  readonly kind: 'gate' | 'package';
}

interface Manifest {
  readonly workspaces?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly otpNotary?: { readonly testsRunAlone?: boolean };
}

/** The workspaces that have the given script, in the order of the root manifest. */
export function packageSuites(root: string, script: 'test' | 'test:deep'): Suite[] {
  return workspaceDirectories(root).flatMap((name) => {
    const manifest = readManifest(join(root, name));
    const command = manifest.scripts?.[script];
    if (command === undefined || isEmpty(join(root, name))) return [];
    const alone = script === 'test:deep' || manifest.otpNotary?.testsRunAlone === true;
    return [{ name, directory: join(root, name), command, alone, kind: 'package' as const }];
  });
}

/** What holds for the repository as a whole: its format, its lint rules and who may import whom. */
export function gateSuites(root: string): Suite[] {
  const scripts = readManifest(root).scripts ?? {};
  return ['format:check', 'lint', 'boundaries'].flatMap((name) => {
    const command = scripts[name];
    return command === undefined ? [] : [{ name, directory: root, command, alone: false, kind: 'gate' as const }];
  });
}

function workspaceDirectories(root: string): string[] {
  const globs = readManifest(root).workspaces ?? [];
  return globs.flatMap((glob) => globSync(`${glob}/package.json`, { cwd: root }).map(dirname).sort());
}

/** A workspace that is laid out but not begun has nothing to test. */
function isEmpty(directory: string): boolean {
  return globSync('{src,test}/**/*.ts', { cwd: directory }).every((file) => file === 'src/index.ts');
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
}
