import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The spellings in which a text could leak. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [text, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')];
}

/**
 * Files below the directories that hold any of the texts, plain, as hex or as base64: table files and write-ahead log,
 * Kafka's segments, logs, whatever there is. Binary files are read as bytes.
 */
export async function filesWith(texts: readonly string[], directories: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-leaks-'));
  const patterns = join(folder, 'patterns');
  await writeFile(patterns, `${texts.flatMap((text) => spellings(text)).join('\n')}\n`);
  try {
    const { stdout } = await run('grep', ['-rlaF', '-f', patterns, '--', ...directories], {
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout.split('\n').filter((line) => line !== '');
  } catch (error) {
    // grep says 1 when it found nothing.
    if (error instanceof Error && 'code' in error && error.code === 1) return [];
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
