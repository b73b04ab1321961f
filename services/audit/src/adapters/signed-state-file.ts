import { fromB64u, b64u } from '@otp-notary/crypto';
import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { SignedStateViolated, type SignedState } from '../domain/signed-state.js';

const schema = z.strictObject({
  format: z.literal('otp-notary/signed-state@v1'),
  origin: z.string(),
  size: z.int().nonnegative(),
  root: z.string(),
});

/**
 * The last signed state in a file outside the database, so that a database restored from a backup is noticed.
 * Survives a crash at any moment: a new file is written, synced and renamed over the old one. Several processes may
 * share the file: it never goes back.
 */
export class SignedStateFile {
  constructor(private readonly path: string) {}

  /** Null when there is no file yet. @throws SignedStateViolated when there is one that cannot be read: it is not ignored. */
  async read(): Promise<SignedState | null> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
    try {
      const { origin, size, root } = schema.parse(JSON.parse(text));
      return { origin, size, root: fromB64u(root) };
    } catch (cause) {
      throw new SignedStateViolated(`the signed state file ${this.path} is not readable`, { cause });
    }
  }

  /**
   * Durable when it resolves.
   * @throws SignedStateViolated when the file names a larger tree by now: another process signs this log
   */
  async write({ origin, size, root }: SignedState): Promise<void> {
    // A name of its own: a writer that was paused here must not write into the file of the one that replaced it.
    const next = `${this.path}.${randomUUID()}.next`;
    const state = { format: 'otp-notary/signed-state@v1', origin, size, root: b64u(root) };
    try {
      await writeDurably(next, `${JSON.stringify(state)}\n`);
      const held = await this.read();
      if (held !== null && held.size > size) {
        throw new SignedStateViolated(`a tree of ${held.size} leaves was signed before this one of ${size}`);
      }
      await rename(next, this.path);
    } catch (error) {
      await rm(next, { force: true });
      throw error;
    }
    await syncFolder(dirname(this.path));
  }

  /** Removes what writers that crashed half-way left behind. A writer at work fails once and repeats. */
  async sweep(): Promise<void> {
    const folder = dirname(this.path);
    const left = (await readdir(folder)).filter(
      (name) => name.startsWith(`${basename(this.path)}.`) && name.endsWith('.next'),
    );
    for (const name of left) await rm(join(folder, name), { force: true });
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name of a file is durable only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
