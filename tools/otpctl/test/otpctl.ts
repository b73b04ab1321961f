import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What a run of the program left. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

const BINARY = fileURLToPath(new URL('../../bin/otpctl.mjs', import.meta.url));

/** Runs the program as a user does: its own process, nothing of this one's environment but PATH. */
export async function otpctl(
  args: readonly string[],
  { env = {}, input = '', cwd }: { env?: Record<string, string>; input?: string | Uint8Array; cwd?: string } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [BINARY, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: 'pipe',
    ...(cwd === undefined ? {} : { cwd }),
  });
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exit: await exited, out, err };
}
