import { checkFile, rpcChain, type Report } from '@otp-notary/proof';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../errors.js';

/** What the proof files of a directory prove now, by file and point. */
export type Proven = ReadonlyMap<string, Report>;

/** Checks every file of a directory against the chain. @throws UsageError when it cannot be read or is empty */
export async function checkAll(directory: string, url: string): Promise<Proven> {
  let names: string[];
  try {
    names = (await readdir(directory, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    throw new UsageError(`${directory} cannot be read`);
  }
  if (names.length === 0) throw new UsageError(`there are no proof files in ${directory}`);
  const reports = new Map<string, Report>();
  for (const name of names.toSorted()) {
    reports.set(name, await checkFile(await readFile(join(directory, name)), { chain: rpcChain(url) }));
  }
  return reports;
}

/** What is worse than before, one sentence each: a point that was proven and is not, or one that fails. Time may prove more. */
export function worsened(before: Proven, after: Proven): string[] {
  return [...before].flatMap(([name, { points: was }]) => {
    const is = new Map(after.get(name)?.points.map((point) => [point.id, point]));
    return was.flatMap((point) => {
      const now = is.get(point.id);
      const isWorse = now === undefined || (now.verdict !== point.verdict && (point.verdict === 'proven' || now.verdict === 'failed')); // prettier-ignore
      return isWorse ? [`${name}: ${point.id} was ${point.verdict}, is ${now?.verdict ?? 'gone'}`] : [];
    });
  });
}
