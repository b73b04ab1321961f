import assert from 'node:assert/strict';
import { generateKeyPairSync, randomInt } from 'node:crypto';
import { before, test } from 'node:test';
import {
  CompactRange,
  ed25519Signer,
  formatVkey,
  leafHash,
  logHasher,
  MerkleTree,
  proveConsistency,
  proveInclusion,
  rootAt,
  signCheckpoint,
  toB64,
  type Hash,
  type NodeReader,
} from '../src/index.js';
import { buildGoChecker, judge, type GoCase } from './go-checker.js';

const origin = 'log.example/otp';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = ed25519Signer(origin, privateKey, publicKey);
const vkey = formatVkey(origin, publicKey);
const signed = (size: number, root: Hash): string => signCheckpoint({ origin, size, root }, [signer]);

let checker: string;
before(
  async () => {
    checker = await buildGoChecker();
  },
  { timeout: 120_000 },
);

/** A random log with two checkpoints and proofs for both. */
function randomCase(): GoCase {
  const size = randomInt(2, 700);
  const oldSize = randomInt(1, size + 1);
  const entries = Array.from({ length: size }, (_, i) => `{"n":${i},"x":"${randomInt(2 ** 40)}"}`);
  const tree = MerkleTree.of(entries.map((entry) => leafHash(entry)));
  const index = randomInt(oldSize);
  const inclusion = (checkpoint: number, at: number) => {
    return { checkpoint, index, entry: entries[index] ?? '', proof: tree.inclusion(index, at).map(toB64) };
  };
  return {
    vkey,
    checkpoints: [signed(oldSize, tree.rootAt(oldSize)), signed(size, tree.root)],
    entries,
    inclusions: [inclusion(0, oldSize), inclusion(1, size)],
    consistency: [{ from: 0, to: 1, proof: tree.consistency(oldSize, size).map(toB64) }],
  };
}

/** One bit of one byte of base64 turned. */
function turned(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const at = randomInt(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
  return toB64(bytes);
}

/** The same statements with one of them made false. */
const mutations: Record<string, (good: GoCase) => GoCase | undefined> = {
  'a proof hash turned': (good) =>
    mutateProof(good, (proof) => proof.map((hash, i) => (i === 0 ? turned(hash) : hash))),
  'a proof hash dropped': (good) => mutateProof(good, (proof) => proof.slice(1)),
  'a proof hash doubled': (good) => mutateProof(good, (proof) => [...proof.slice(0, 1), ...proof]),
  'the index moved': (good) => ({
    ...good,
    inclusions: good.inclusions.map((one) => ({ ...one, index: one.index + 1 })),
  }),
  'the entry changed': (good) => ({
    ...good,
    inclusions: good.inclusions.map((one) => ({ ...one, entry: `${one.entry} ` })),
  }),
  'an entry of the log changed': (good) => ({ ...good, entries: (good.entries ?? []).with(0, 'rewritten') }),
  'an entry of the log missing': (good) => ({ ...good, entries: (good.entries ?? []).toSpliced(0, 1) }),
  'a signature turned': (good) => {
    const [note = ''] = good.checkpoints;
    const blob = note.slice(note.lastIndexOf(' ') + 1, -1);
    return { ...good, checkpoints: good.checkpoints.with(0, note.replace(blob, turned(blob))) };
  },
  'a size changed under the signature': (good) => {
    const [note = ''] = good.checkpoints;
    return {
      ...good,
      checkpoints: good.checkpoints.with(
        0,
        note.replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`),
      ),
    };
  },
};

function mutateProof(good: GoCase, change: (proof: readonly string[]) => readonly string[]): GoCase | undefined {
  const [first, ...rest] = good.consistency;
  if (first === undefined || first.proof.length === 0) return undefined;
  return { ...good, consistency: [{ ...first, proof: change(first.proof) }, ...rest] };
}

test('Go checks random logs of ours: notes, roots, inclusion and consistency', async () => {
  const cases = Array.from({ length: 150 }, randomCase);
  assert.deepEqual(new Set(await judge(checker, cases)), new Set(['ok']));
});

for (const [what, mutate] of Object.entries(mutations)) {
  test(`Go refuses our log with ${what}`, async () => {
    const cases = Array.from({ length: 30 }, randomCase)
      .map(mutate)
      .filter((one) => one !== undefined);
    assert.ok(cases.length > 10);
    for (const verdict of await judge(checker, cases)) {
      assert.match(verdict, /^refused/);
      assert.doesNotMatch(verdict, /DISAGREE/);
    }
  });
}

test('Go checks proofs of logs up to 2^40 leaves', async () => {
  // Equal leaves make equal subtrees: a log of any size without storing it.
  const entry = 'the same entry again and again';
  const levels = [leafHash(entry)];
  for (let level = 1; level <= 40; level++) {
    const below = levels[level - 1];
    assert.ok(below);
    levels.push(logHasher.node(below, below));
  }
  const reader: NodeReader = {
    readNodes: (nodes) => Promise.resolve(nodes.map(({ level }) => levels[level] ?? leafHash('too high'))),
  };
  const cases: GoCase[] = [];
  for (let i = 0; i < 100; i++) {
    const size = randomInt(2, 2 ** 40);
    const oldSize = randomInt(1, size);
    const index = randomInt(size);
    const proof = (await proveInclusion(reader, index, size)).map(toB64);
    cases.push({
      vkey,
      checkpoints: [signed(oldSize, await rootAt(reader, oldSize)), signed(size, await rootAt(reader, size))],
      inclusions: [{ checkpoint: 1, index, entry, proof }],
      consistency: [{ from: 0, to: 1, proof: (await proveConsistency(reader, oldSize, size)).map(toB64) }],
    });
  }
  assert.deepEqual(new Set(await judge(checker, cases)), new Set(['ok']));
});

test('a checkpoint of the empty log and its growth are checked by Go as well', async () => {
  const range = CompactRange.empty();
  const empty = signed(0, range.root);
  range.append(leafHash('first'));
  const grown = { vkey, checkpoints: [empty, signed(1, range.root)], entries: ['first'], inclusions: [] };
  assert.deepEqual(await judge(checker, [{ ...grown, consistency: [{ from: 0, to: 1, proof: [] }] }]), ['ok']);
});
