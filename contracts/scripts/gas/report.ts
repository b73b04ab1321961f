import type { GasEntry } from './entry.ts';

/** One goal and what stands against it. */
interface Goal {
  readonly text: string;
  readonly most: number;
  readonly measured: (entries: readonly GasEntry[]) => number;
}

const aligned = 'anchor and settle 10000, log 10^6, aligned to 256';
const unaligned = 'anchor and settle 10000, log 10^6, unaligned';

function gasOf(entries: readonly GasEntry[], name: string, fork = 'osaka'): number {
  const found = entries.find((entry) => entry.name === name && entry.fork === fork);
  if (found === undefined) throw new Error(`the gas report has no line "${name}" for ${fork}`);
  return found.gas;
}

const goals: readonly Goal[] = [
  { text: '10^6 leaves, aligned, Osaka', most: 65_000, measured: (all) => gasOf(all, aligned) },
  { text: '10^6 leaves, unaligned, Osaka', most: 80_000, measured: (all) => gasOf(all, unaligned) },
  { text: '10^6 leaves, aligned, Amsterdam', most: 75_000, measured: (all) => gasOf(all, aligned, 'amsterdam') },
  { text: 'a code, 10,000 codes, aligned', most: 6.5, measured: (all) => gasOf(all, aligned) / 10_000 },
  {
    text: 'a code, 100,000 codes, aligned',
    most: 0.7,
    measured: (all) => gasOf(all, 'anchor and settle 100000, log 10^6, aligned to 256') / 100_000,
  },
  {
    text: '10^9 leaves over 10^6, aligned',
    most: 12_000,
    measured: (all) => gasOf(all, aligned.replace('10^6', '10^9')) - gasOf(all, aligned),
  },
  {
    text: '10^9 leaves over 10^6, unaligned',
    most: 12_000,
    measured: (all) => gasOf(all, unaligned.replace('10^6', '10^9')) - gasOf(all, unaligned),
  },
];

/** docs/gas.md: the numbers, what they mean and what they do not. */
export function gasMarkdown(entries: readonly GasEntry[]): string {
  const names = [...new Set(entries.map(({ name }) => name))];
  const rows = names.map((name) => {
    const [osaka, amsterdam] = ['osaka', 'amsterdam'].map((fork) =>
      entries.find((entry) => entry.name === name && entry.fork === fork),
    );
    return `| ${name} | ${cell(osaka)} | ${perCode(osaka)} | ${cell(amsterdam)} | ${perCode(amsterdam)} |`;
  });
  return [
    INTRODUCTION,
    '## Goals\n',
    '| goal | at most | measured | |\n| --- | --- | --- | --- |',
    ...goals.map((goal) => goalRow(goal, entries)),
    `\n${FLOOR}`,
    '## Measured\n',
    'Mean, and in brackets least and most, of 64 neighbouring anchors where a line is of anchors.\n',
    '| what | Osaka | a code | Amsterdam | a code |\n| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function goalRow({ text, most, measured }: Goal, entries: readonly GasEntry[]): string {
  const value = measured(entries);
  const verdict = value <= most ? 'met' : `missed by ${number(value - most)}`;
  return `| ${text} | ${number(most)} | ${number(value)} | ${verdict} |`;
}

function cell(entry: GasEntry | undefined): string {
  if (entry === undefined) return '–';
  const isSpread = entry.min !== undefined && entry.max !== undefined && entry.min !== entry.max;
  return isSpread ? `${number(entry.gas)} (${number(entry.min ?? 0)}–${number(entry.max ?? 0)})` : number(entry.gas);
}

function perCode(entry: GasEntry | undefined): string {
  return entry === undefined || entry.gasPerCode === null || entry.codes === 1 ? '' : number(entry.gasPerCode);
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 1000 ? 2 : 0 });
}

const INTRODUCTION = `# Gas

Made by \`npm run gas\`; the same numbers for programs are in gas.json. A test measures the lines of the goals anew and
fails when one rose by more than 1 %; the deep tests do so for every line.

Every number is the gas of a receipt: the real TransparentUpgradeableProxy, roles and pause are in it, calldata and its
floor price too (EIP-7623: 40 gas for a byte that is not 0; EIP-7976 in Amsterdam: 64 for every byte). The log is in steady
state: each anchor brings a new tree with its RFC 9162 consistency proof, two leaves for each code, and settles one batch;
the roots are those of a real tree whose leaves are all alike. The 64 neighbours are anchors 129 to 192 of their log. Each
starts where the former ended, so lines of many codes leave the size they are named after.

Aligned means that the sizes are multiples of 256: the proof then begins eight levels higher, which saves about eight
hashes.

**Amsterdam** is what Hardhat (EDR 0.22) knows of it, and experimental. It has EIP-7976 (calldata floor of 64 gas a byte) and
EIP-8037 (a new slot costs 97,920 state gas), seen in the lines below. It lacks EIP-8038 (a write to a slot that is there
costs about 12,100 instead of 5,000: some 21,000 more for each anchor, which writes three), EIP-8311 (a draft: 96 gas a
byte) and the reservoir of EIP-8037, so the limit of gas for one transaction is lifted for the measurement. Numbers of
Amsterdam can only rise with them.
`;

const FLOOR = `**The floor** of one anchor with these properties, at 10^6 leaves, aligned, 13 hashes: 21,000 for the transaction;
9,300 for 740 bytes of calldata; 7,100 for proxy and implementation; 4,200 for role and pause; 17,100 for three words that are
rewritten and one, in the mean, that is read (head, root, tree of anchors); 4,800 for the two events; 4,000 for the SHA-256
precompile. That is 67,500 before a single other instruction, so 65,000 cannot be reached with a proxy, roles, pause and an
event for each settled batch; what remains above the floor is the arithmetic of the proof and of the ABI.

No anchor takes a new slot but the 32 of a log's whole life that open a level of the tree of anchors.
`;
