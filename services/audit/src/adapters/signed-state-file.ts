import { fromB64u, b64u } from '@otp-notary/crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
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
 * Survives a crash at any moment: a new file is written, synced and renamed over the old one.
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
      throw new SignedStateViolated('the signed state file is not readable', { cause });
    }
  }

  /** Durable when it resolves. */
  async write({ origin, size, root }: SignedState): Promise<void> {
    const next = `${this.path}.next`;
    const state = { format: 'otp-notary/signed-state@v1', origin, size, root: b64u(root) };
    const file = await open(next, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(state)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, this.path);
    const folder = await open(dirname(this.path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
