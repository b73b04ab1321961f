import { ed25519Signer, formatVkey, signCheckpoint, toB64, verifyConsistency } from '@otp-notary/merkle';
import { buildGoChecker, judge, type GoCase } from '@otp-notary/merkle/testing';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import type { Hex } from 'viem';
import { anchorCall, anchorOf } from './calls.ts';
import { ORIGIN } from './fixture.ts';
import { mutationsOf } from './proof-mutations.ts';
import { Sandbox } from './sandbox.ts';
import { SparseTree } from './sparse-tree.ts';

/** Sizes stay below this: the contract keeps them in 40 bits, and every bound holds with them. */
const LIMIT = 2 ** 40;
/** Leaves of a tree that differ from all others. */
const MARKED = 24;

/** What a log claims of two of its trees. */
interface Claim {
  readonly from: number;
  readonly fromRoot: Hex;
  readonly to: number;
  readonly toRoot: Hex;
  readonly proof: readonly Hex[];
}

/** Sizes of every magnitude, beside those where shapes change: powers of two and their neighbours. */
const size = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.5, max: 1, noNaN: true })).map(([bits, part]) => {
    return Math.max(1, Math.floor(2 ** bits * part));
  }),
  fc.tuple(fc.integer({ min: 1, max: 39 }), fc.integer({ min: -1, max: 1 })).map(([bits, off]) => 2 ** bits + off),
);

/** Pairs of sizes, smaller first, and the marked leaves of their tree. The same for the same seed. */
function pairs(seed: number, count: number) {
  const leaf = fc.integer({ min: 0, max: LIMIT - 1 });
  const shape = fc.record({ a: size, b: size, leaves: fc.array(leaf, { minLength: MARKED, maxLength: MARKED }) });
  return fc
    .sample(shape, { seed, numRuns: count })
    .map(({ a, b, leaves }) => {
      const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), LIMIT - 1)];
      // Near the edges of both trees as well, where proofs are made.
      return { from, to, leaves: [...leaves, from - 1, from, to - 1].map((at, i) => (i < MARKED ? at % to : at)) };
    })
    .filter(({ from, to }) => from < to);
}

/** Asks all three about random pairs and everything that is false about them; how many proofs were refused. */
export async function agreeOn(seed: number, count: number): Promise<number> {
  const checker = await buildGoChecker();
  const sandbox = await Sandbox.open();
  let refusals = 0;
  for (const pair of pairs(seed, count)) {
    const truth = await claimOf(pair);
    const { refused, judged } = falseClaims(truth);
    const claims = [truth, ...refused, ...judged];
    const own = claims.map(ownVerdict);
    const label = `${pair.from} → ${pair.to}`;
    assert.equal(own[0], true, label);
    assert.equal(own.slice(1, 1 + refused.length).includes(true), false, label);
    assert.deepEqual(await contractVerdicts(sandbox, claims), own, label);
    assert.deepEqual(await goVerdicts(checker, claims), own, label);
    refusals += refused.length;
  }
  return refusals;
}

/** The true claim of a pair. */
async function claimOf({ from, to, leaves }: ReturnType<typeof pairs>[number]): Promise<Claim> {
  const tree = new SparseTree('large', leaves);
  return { from, fromRoot: await tree.root(from), to, toRoot: await tree.root(to), proof: await tree.proof(from, to) };
}

/** The claim with one thing changed. What must be refused, and what only must be judged alike: sizes are in no root. */
function falseClaims(claim: Claim): { readonly refused: Claim[]; readonly judged: Claim[] } {
  const { from, fromRoot, to, toRoot, proof } = claim;
  const refused = [
    ...mutationsOf(proof).map((mutation): Claim => ({ from, fromRoot, to, toRoot, proof: mutation })),
    { ...claim, fromRoot: toRoot },
    { ...claim, toRoot: fromRoot },
  ];
  const sizes = [
    [from + 1, to],
    [from - 1, to],
    [from, to + 1],
    [from, to - 1],
    [from * 2, to * 2],
  ] as const;
  const judged = sizes
    .filter(([a, b]) => a > 0 && a < b && b < LIMIT)
    .map(([a, b]): Claim => ({ from: a, fromRoot, to: b, toRoot, proof }));
  return { refused, judged };
}

/** The contract's verdicts on claims from the same tree. */
async function contractVerdicts(sandbox: Sandbox, claims: readonly Claim[]): Promise<boolean[]> {
  const verdicts: boolean[] = [];
  for (const group of Map.groupBy(claims, ({ from, fromRoot }) => `${from} ${fromRoot}`).values()) {
    const [first] = group;
    assert.ok(first);
    const back = await sandbox.snapshot();
    const head = await sandbox.send(sandbox.roles.relayer, anchorCall(anchorOf(first.from, first.fromRoot)));
    assert.ok(head.isTaken);
    for (const claim of group) {
      const call = anchorCall(anchorOf(claim.to, claim.toRoot, claim.proof));
      verdicts[claims.indexOf(claim)] = (await sandbox.call(call, sandbox.roles.relayer)).isTaken;
    }
    await back();
  }
  return verdicts;
}

function ownVerdict({ from, fromRoot, to, toRoot, proof }: Claim): boolean {
  return verifyConsistency({
    oldSize: from,
    oldRoot: bytes(fromRoot),
    size: to,
    root: bytes(toRoot),
    proof: proof.map(bytes),
  });
}

/** The verdicts of Go's x/mod tlog and of transparency-dev/merkle, which must be one. */
async function goVerdicts(checker: string, claims: readonly Claim[]): Promise<boolean[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = ed25519Signer(ORIGIN, privateKey, publicKey);
  const vkey = formatVkey(ORIGIN, publicKey);
  const notes = new Map<string, string>();
  const note = (size: number, root: Hex): string => {
    const key = `${size} ${root}`;
    const known = notes.get(key) ?? signCheckpoint({ origin: ORIGIN, size, root: bytes(root) }, [signer]);
    notes.set(key, known);
    return known;
  };
  const cases = claims.map(({ from, fromRoot, to, toRoot, proof }): GoCase => ({
    vkey,
    checkpoints: [note(from, fromRoot), note(to, toRoot)],
    inclusions: [],
    consistency: [{ from: 0, to: 1, proof: proof.map((hash) => toB64(bytes(hash))) }],
  }));
  const verdicts = await judge(checker, cases);
  assert.deepEqual(
    verdicts.filter((verdict) => verdict.includes('DISAGREE')),
    [],
  );
  return verdicts.map((verdict) => verdict === 'ok');
}

function bytes(hash: Hex): Buffer {
  return Buffer.from(hash.slice(2), 'hex');
}
