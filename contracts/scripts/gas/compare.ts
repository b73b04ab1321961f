import { readFile } from 'node:fs/promises';
import type { GasEntry } from './entry.ts';
import { measureGas } from './run.ts';

/** What gas may rise by before docs/gas.json must be made anew, and somebody must have seen it. */
const MOST = 1.01;

/** Measures anew, and names each line that rose since docs/gas.json was written. */
export async function risen(extent: 'all' | 'goals'): Promise<string[]> {
  const file = new URL('../../../docs/gas.json', import.meta.url);
  const written = JSON.parse(await readFile(file, 'utf8')) as GasEntry[];
  const measured = await measureGas(extent);
  if (measured.length < 20) throw new Error('too little was measured');
  return measured.flatMap(({ name, fork, gas }) => {
    const before = written.find((entry) => entry.name === name && entry.fork === fork)?.gas ?? 0;
    return gas > before * MOST ? [`${name} (${fork}): ${before} → ${gas}`] : [];
  });
}
