import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { UsageError } from './errors.js';

/** The bytes of a file, or of standard input for `-`. @throws UsageError */
export async function readInput(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}

/** One line from standard input, exactly as it was typed; asks for it when a person is there. */
export async function readLine(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY });
  try {
    if (process.stdin.isTTY) return await reader.question(question);
    for await (const line of reader) return line;
    throw new UsageError('nothing was given on standard input');
  } finally {
    reader.close();
  }
}

/** Collects `--context name=value` into one object. @throws UsageError */
export function collectPair(pair: string, collected: Readonly<Record<string, string>> = {}): Record<string, string> {
  const split = pair.indexOf('=');
  if (split < 1) throw new UsageError('context is given as name=value');
  return { ...collected, [pair.slice(0, split)]: pair.slice(split + 1) };
}

/** A whole number of an option. @throws UsageError */
export function wholeNumber(text: string): number {
  if (!/^(0|[1-9][0-9]{0,9})$/.test(text)) throw new UsageError(`${text} is not a whole number`);
  return Number(text);
}

/** A file that may not be there. @throws UsageError when it cannot be read as JSON */
export function readJsonIfThere(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`${path} cannot be read as JSON`);
  }
}
