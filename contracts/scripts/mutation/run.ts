import { readFile } from 'node:fs/promises';
import { Bench, type Target } from './bench.ts';
import { bytecodeOf, sourceOf } from './compile.ts';
import { applied, mutantsOf, type Mutant } from './mutants.ts';

/** Every file with lines that security rests on, and the contract that shows what became of it. */
const files: Readonly<Record<string, Target>> = {
  'OtpNotary.sol': 'OtpNotary',
  'libraries/AnchorTree.sol': 'OtpNotary',
  'libraries/Consistency.sol': 'OtpNotary',
  'libraries/Inclusion.sol': 'OtpNotary',
  'libraries/SettlementTree.sol': 'OtpNotary',
  'ProvenCodes.sol': 'ProvenCodes',
  'libraries/Entries.sol': 'ProvenCodes',
  'libraries/Receipts.sol': 'ProvenCodes',
};

/** What became of mutants. */
export interface Tally {
  readonly killed: number;
  /** Did not compile, or compile to the very code that they were made of. */
  readonly void: number;
  readonly survivors: readonly Mutant[];
}

/** All mutants, in an order that a seed gives. */
export function allMutants(seed: number, only = ''): Mutant[] {
  const mutants = Object.keys(files)
    .filter((file) => file.includes(only))
    .flatMap((file) => mutantsOf(file, sourceOf(file)));
  // Sorted by a hash of place and seed: any beginning of the list is a fair sample.
  const keyed = mutants.map((mutant, index) => ({ mutant, key: scatter(index + seed * 7919) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ mutant }) => mutant);
}

/** Asks the tests about mutants until there are no more or the time is over. */
export async function judge(
  mutants: readonly Mutant[],
  until: number,
  tell: (verdict: string, mutant: Mutant) => void,
): Promise<Tally> {
  const bench = await Bench.open();
  const original = { OtpNotary: bytecodeOf('OtpNotary', {}), ProvenCodes: bytecodeOf('ProvenCodes', {}) };
  const survivors: Mutant[] = [];
  let [killed, empty] = [0, 0];
  try {
    for (const [target, bytecode] of Object.entries(original) as [Target, `0x${string}`][]) {
      if (await bench.notices(target, bytecode)) throw new Error(`the tests fail without any mutant in ${target}`);
    }
    for (const mutant of mutants) {
      if (Date.now() > until) break;
      const target = files[mutant.file] ?? 'OtpNotary';
      const bytecode = bytecodeOf(target, { [mutant.file]: applied(sourceOf(mutant.file), mutant) });
      if (bytecode === null || bytecode === original[target]) {
        empty += 1;
      } else if (await bench.notices(target, bytecode)) {
        killed += 1;
        tell('killed', mutant);
      } else {
        survivors.push(mutant);
        tell('SURVIVED', mutant);
      }
    }
  } finally {
    await bench.close();
  }
  return { killed, void: empty, survivors };
}

/** Survivors that nobody has explained in mutants.json. */
export async function unexplained(survivors: readonly Mutant[]): Promise<readonly Mutant[]> {
  const file = new URL('../../mutants.json', import.meta.url);
  const explained = JSON.parse(await readFile(file, 'utf8')) as readonly (Omit<Mutant, 'line'> & { why: string })[];
  return survivors.filter(
    ({ file: of, from, to }) =>
      !explained.some((one) => one.file === of && one.from === from && one.to === to && one.why !== ''),
  );
}

function scatter(value: number): number {
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}
