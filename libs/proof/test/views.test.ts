import { otpNotaryAbi } from '@otp-notary/contracts';
import { fromB64, leafHash, openCheckpoint, originId, parseVkey } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPublicClient, http, toHex, type Hex } from 'viem';
import { rpcChain, type Bundle } from '../src/index.js';
import type { AnchoredLog } from '../src/testing/index.js';
import { check, onAnvil } from './on-anvil.js';

const anvil = onAnvil();

/** What the contract itself says to the leaves and the fate of a bundle. */
async function viewsOf(log: AnchoredLog, bundle: Bundle): Promise<boolean[]> {
  const client = createPublicClient({ transport: http(anvil.rpcUrl()) });
  const contract = { abi: otpNotaryAbi, address: log.chain.contract } as const;
  const id = toHex(originId(bundle.origin));
  function hexes(list: readonly string[]): Hex[] {
    return list.map((hash) => toHex(fromB64(hash)));
  }
  function anchorOf(number: number) {
    const witness = bundle.witnesses[number];
    if (!witness?.anchor) throw new Error('not anchored');
    const { size, root } = openCheckpoint(witness.checkpoint, parseVkey(bundle.vkey));
    const { index, time, settlementsHash, path } = witness.anchor;
    const record = { index: BigInt(index), size: BigInt(size), root: toHex(root), settlementsHash, time: BigInt(time) };
    return { record, path };
  }
  const answers: boolean[] = [];
  for (const leaf of [bundle.issued, ...(bundle.used === null ? [] : [bundle.used])]) {
    const { record, path } = anchorOf(leaf.witness);
    answers.push(await client.readContract({ ...contract, functionName: 'verifyAnchored', args: [id, record, path] }));
    const inclusion = [toHex(leafHash(leaf.entry)), BigInt(leaf.index), hexes(leaf.inclusion)] as const;
    answers.push(
      await client.readContract({
        ...contract,
        functionName: 'verifyInclusion',
        args: [id, record, path, ...inclusion],
      }),
    );
  }
  const { settlement } = bundle;
  if (settlement === null) return answers;
  const { record, path } = anchorOf(settlement.witness);
  const { batch, position } = JSON.parse(bundle.issued.entry) as { batch: number; position: number };
  const list = settlement.settlements.map(({ issuedBelow, ...rest }) => ({
    ...rest,
    issuedBelow: BigInt(issuedBelow),
  }));
  const fate = bundle.used === null ? 1 : 2;
  answers.push(
    await client.readContract({
      ...contract,
      functionName: 'verifyFate',
      args: [
        id,
        record,
        path,
        BigInt(settlement.firstBatch),
        list,
        BigInt(batch),
        position,
        fate,
        BigInt(bundle.used?.index ?? 0),
        hexes(settlement.path),
      ],
    }),
  );
  return answers;
}

test('the contract’s own views and the checker say the same of a bundle and of its false twins', async () => {
  const log = await anvil.start();
  const [used, unused] = [log.issue(), log.issue(), log.issue()];
  await log.anchor();
  log.use(used);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  log.issue(9);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
  const [bundle, other] = [log.bundle(used), log.bundle(unused)];
  const chain = rpcChain(anvil.rpcUrl());
  const twins: [Bundle, isTrue: boolean][] = [
    [bundle, true],
    [other, true],
    [{ ...bundle, issued: { ...bundle.issued, index: 1 } }, false],
    [{ ...bundle, issued: { ...bundle.issued, inclusion: bundle.issued.inclusion.toReversed() } }, false],
    [{ ...bundle, issued: other.issued }, false],
    [{ ...bundle, settlement: other.settlement && { ...other.settlement, witness: 2 } }, false],
    [{ ...bundle, witnesses: bundle.witnesses.map((witness) => withTime(witness, 1)) }, false],
  ];
  for (const [twin, isTrue] of twins) {
    assert.equal((await viewsOf(log, twin)).every(Boolean), isTrue);
    assert.equal((await check(twin, { chain })).outcome !== 'failed', isTrue);
  }
});

function withTime(witness: Bundle['witnesses'][number], more: number): Bundle['witnesses'][number] {
  const { checkpoint, anchor } = witness;
  return { checkpoint, anchor: anchor && { ...anchor, time: anchor.time + more } };
}
