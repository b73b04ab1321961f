import { verifyConsistency } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import type { Hex } from 'viem';
import { anchorArgs, hex, logOf, Notary, ORIGIN_ID, refusal, type AnchorArgs } from './fixture.ts';

/** Every pair up to here, with every mutation of its proof. */
const LARGEST = 130;

describe('a log only grows', () => {
  let notary: Notary;
  beforeEach(async () => {
    notary = await Notary.deploy();
  });

  it(`log-14: takes every extension m <= n <= ${LARGEST} and refuses every mutated proof, as the RFC's algorithm does`, async () => {
    const tree = logOf(LARGEST);
    for (let m = 1; m < LARGEST; m += 1) {
      await notary.anchor(tree, m);
      for (let n = m + 1; n <= LARGEST; n += 1) {
        const args = anchorArgs(tree, m, n);
        await notary.tryAnchor(args);
        // Each mutation once in a while: all of them for all pairs would be a quarter of a million calls.
        const mutations = mutationsOf(args[3]);
        for (const proof of mutations.filter((_, i) => (i + m + n) % 31 === 0)) {
          const claim = { oldSize: m, oldRoot: tree.rootAt(m), size: n, root: tree.rootAt(n), proof: proof.map(bytes) };
          assert.equal(verifyConsistency(claim), false);
          const { name } = await refusal(notary.tryAnchor([args[0], args[1], args[2], proof, []]));
          assert.ok(['InconsistentTree', 'ProofTooLong'].includes(name), name);
        }
      }
    }
  });

  it('log-09: a stolen relayer key anchors no fork, no smaller tree, no same tree and no forged root', async () => {
    const tree = logOf(300);
    const fork = logOf(300, 'fork');
    await notary.anchor(tree, 200);
    const cases: [string, AnchorArgs, string][] = [
      ['a fork of the same size', [ORIGIN_ID, 200n, hex(fork.rootAt(200)), [], [settlement()]], 'TreeForked'],
      ['a fork that grew', anchorArgs(fork, 200, 300), 'InconsistentTree'],
      ['a smaller size', [ORIGIN_ID, 199n, hex(tree.rootAt(199)), [], []], 'TreeShrinks'],
      ['the same again', [ORIGIN_ID, 200n, hex(tree.rootAt(200)), [], []], 'NothingToAnchor'],
      ['a forged root one larger', [ORIGIN_ID, 201n, hex(fork.rootAt(201)), anchorArgs(tree, 200, 201)[3], []], 'InconsistentTree'],
      ['no proof', [ORIGIN_ID, 300n, hex(tree.rootAt(300)), [], []], 'InconsistentTree'],
      ['a proof where none belongs', [ORIGIN_ID, 200n, hex(tree.rootAt(200)), [hex(tree.rootAt(1))], [settlement()]], 'UnexpectedProof'],
      ['64 hashes', [ORIGIN_ID, 300n, hex(tree.rootAt(300)), Array.from({ length: 64 }, () => hex(tree.rootAt(1))), []], 'ProofTooLong'],
      ['a tree beyond u40', [ORIGIN_ID, 2n ** 40n, hex(tree.rootAt(300)), anchorArgs(tree, 200, 300)[3], []], 'TreeTooLarge'],
      ['another log', [hex(tree.rootAt(1)), 300n, hex(tree.rootAt(300)), [], []], 'UnknownLog'],
    ]; // prettier-ignore
    const before = await notary.state();
    for (const [what, args, error] of cases) {
      const { name } = await refusal(notary.tryAnchor(args));
      assert.equal(name, error, what);
    }
    assert.deepEqual(await notary.state(), before);
  });

  it('the first anchor takes no proof, since every tree extends the empty one', async () => {
    const tree = logOf(5);
    const [id, size, root] = anchorArgs(tree, 0, 5);
    assert.equal((await refusal(notary.tryAnchor([id, size, root, [root], []]))).name, 'UnexpectedProof');
    assert.equal((await refusal(notary.tryAnchor([id, 0n, root, [], []]))).name, 'NothingToAnchor');
    const record = await notary.anchor(tree, 5);
    assert.equal(record.index, 0n);
    assert.deepEqual(
      await notary.reader.readContract({ ...notary.contract, functionName: 'head', args: [ORIGIN_ID] }),
      [5n, root],
    );
  });

  it('an anchor in steady state takes no new storage slot: its gas stays flat', async () => {
    const tree = logOf(4096);
    const gas: bigint[] = [];
    for (let size = 256; size <= 4096; size += 256) gas.push((await notary.anchor(tree, size)).gas);
    // Anchors 1, 2, 4, 8 and 16 open a level of the tree of anchors; the ones between write where others wrote before.
    const warm = gas.slice(8, 15);
    assert.ok(
      warm.every((used) => used < 75_000n),
      `gas of the later anchors: ${warm.join(', ')}`,
    );
  });
});

function settlement() {
  return { count: 1, issuedBelow: 0n, root: `0x${'11'.repeat(32)}` } as const;
}

function bytes(text: Hex): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}

/** Proofs one change away: a bit, a hash left out, doubled, added, swapped. */
function mutationsOf(proof: readonly Hex[]): Hex[][] {
  const extra: Hex = `0x${'ab'.repeat(32)}`;
  const flipped = proof.map((hash, at) => proof.map((other, i) => (i === at ? flip(hash) : other)));
  const dropped = proof.map((_, at) => proof.toSpliced(at, 1));
  const doubled = proof.map((hash, at) => proof.toSpliced(at, 0, hash));
  const swapped = proof.slice(1).map((_, at) => proof.toSpliced(at, 2, proof[at + 1] ?? extra, proof[at] ?? extra));
  return [...flipped, ...dropped, ...doubled, ...swapped, [...proof, extra], [extra, ...proof]];
}

function flip(hash: Hex): Hex {
  const last = hash.at(-1) === '0' ? '1' : '0';
  return `0x${hash.slice(2, -1)}${last}`;
}
