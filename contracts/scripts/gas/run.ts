import { levelEntries, SteadyLog, type AnchorCase } from './anchors.ts';
import { consumptionEntries } from './consumption.ts';
import { forks, type GasEntry } from './entry.ts';
import { referenceEntries } from './references.ts';
import { refusalEntries } from './refusals.ts';

const SIZES = [1e3, 1e6, 1e9];
const CODES = [1, 256, 10_000, 100_000];

const anchorCases: readonly AnchorCase[] = SIZES.flatMap((size) =>
  [true, false].flatMap((isAligned) => CODES.map((codes) => ({ size, codes, isAligned }))),
);

/** The lines that the goals speak of. */
const goalCases = anchorCases.filter(({ size, codes }) => size >= 1e6 && codes === 10_000);

/** Everything of docs/gas.json, or only the lines of the goals and what is quick. */
export async function measureGas(extent: 'all' | 'goals'): Promise<GasEntry[]> {
  const entries: GasEntry[] = [];
  for (const fork of forks) {
    const log = await SteadyLog.open(fork);
    for (const one of extent === 'all' ? anchorCases : goalCases) entries.push(await log.measure(one));
    entries.push(...levelEntries(log), ...(await consumptionEntries(fork)), ...(await refusalEntries(log)));
    entries.push(...(await referenceEntries(log.sandbox, fork, extent === 'all' ? CODES : CODES.slice(0, 2))));
  }
  return entries;
}
