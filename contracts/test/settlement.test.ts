import { fates, originId, settlementTree, type Fate, type MerkleTree, type PositionFate } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import type { Hex } from 'viem';
import {
  anchorArgs,
  hex,
  LIFE,
  logOf,
  Notary,
  ORIGIN,
  ORIGIN_ID,
  refusal,
  settlementsHash,
  type AnchorRecord,
  type Settled,
} from './fixture.ts';

const positions: readonly PositionFate[] = [
  { fate: 'used', logIndex: 4 },
  { fate: 'unused', logIndex: 0 },
  { fate: 'void', logIndex: 0 },
];

function batchTree(batch: number): MerkleTree {
  return settlementTree(originId(ORIGIN), batch, positions);
}

function settled(batch: number, issuedBelow = 4n): Settled {
  return { count: positions.length, issuedBelow, root: hex(batchTree(batch).root) };
}

describe('one fate for each code', () => {
  const log = logOf(40);
  let notary: Notary;
  beforeEach(async () => {
    notary = await Notary.deploy();
  });

  it('log-16: batches settle in order, each once, and only when their codes are dead by block time', async () => {
    await notary.anchor(log, 10);
    const early = await refusal(notary.tryAnchor(anchorArgs(log, 10, 20, [settled(1)])));
    assert.deepEqual(early, { name: 'SettlementNotMature', args: [1n, 4n, 0n] });
    await notary.pass(LIFE);
    assert.equal(
      (await refusal(notary.tryAnchor(anchorArgs(log, 10, 20, [settled(1, 11n)])))).name,
      'SettlementNotMature',
    );
    assert.equal(
      (await refusal(notary.tryAnchor(anchorArgs(log, 10, 20, [{ ...settled(1), count: 0 }])))).name,
      'EmptySettlement',
    );
    await notary.anchor(log, 20, [settled(1), settled(2)]);
    assert.equal((await notary.state()).nextBatch, 3);
    // What is sent again is batch 3 now: the number is the contract's, not the caller's.
    const again = await notary.anchor(log, 30, [settled(1)]);
    assert.equal(again.settlementsHash, settlementsHash(3n, [settled(1)]));
  });

  it('a settlement whose issues were anchored less than a life ago is refused, one second later it is taken', async () => {
    const first = await notary.anchor(log, 10);
    const due = Number(first.time) + LIFE;
    const { timestamp } = await notary.reader.getBlock();
    // The next block is one second later than the time it is asked to pass.
    await notary.pass(due - Number(timestamp) - 2);
    await refusal(notary.anchor(log, 20, [settled(1)]));
    await notary.pass(1);
    await notary.anchor(log, 20, [settled(1)]);
  });

  it('settles at the head without a new tree, and rolls the candidate on when that is all there is', async () => {
    await notary.anchor(log, 10);
    assert.equal(
      (await refusal(notary.tryAnchor([ORIGIN_ID, 10n, hex(log.rootAt(10)), [], []]))).name,
      'NothingToAnchor',
    );
    await notary.pass(LIFE);
    const roll = await notary.anchor(log, 10);
    assert.equal(roll.index, 1n);
    assert.equal((await notary.state()).matureSize, 10);
    const settle = await notary.anchor(log, 10, [settled(1)]);
    assert.equal(settle.settlementsHash, settlementsHash(1n, [settled(1)]));
  });

  it('takes 256 settlements in one call and no more', async () => {
    await notary.anchor(log, 10);
    await notary.pass(LIFE);
    const many = Array.from({ length: 257 }, (_, i) => settled(i + 1));
    assert.equal((await refusal(notary.tryAnchor(anchorArgs(log, 10, 20, many)))).name, 'TooManySettlements');
    const record = await notary.anchor(log, 20, many.slice(1));
    assert.equal((await notary.state()).nextBatch, 257);
    assert.ok(record.gas < 16_777_216n, `gas ${record.gas} fits one transaction (EIP-7825)`);
  });

  it('a fate is what the settlement says and nothing else', async () => {
    await notary.anchor(log, 10);
    await notary.pass(LIFE);
    const list = [settled(1), settled(2)];
    const record = await notary.anchor(log, 20, list);
    for (const batch of [1, 2]) {
      for (const [position, { fate, logIndex }] of positions.entries()) {
        const claim = { batch, position, fate, logIndex };
        assert.equal(await hasFate(notary, record, list, claim), true);
        for (const wrong of [
          { ...claim, batch: 3 - batch },
          { ...claim, batch: 3 },
          { ...claim, batch: 0 },
          { ...claim, position: (position + 1) % 3 },
          { ...claim, position: 3 },
          { ...claim, logIndex: logIndex + 1 },
          { ...claim, fate: fate === 'used' ? ('unused' as const) : ('used' as const) },
        ]) {
          assert.equal(await hasFate(notary, record, list, wrong, { batch, position }), false, JSON.stringify(wrong));
        }
        assert.equal(await hasFate(notary, record, list.toReversed(), claim), false);
        assert.equal(await hasFate(notary, { ...record, time: record.time + 1n }, list, claim), false);
      }
    }
  });
});

interface Claim {
  readonly batch: number;
  readonly position: number;
  readonly fate: Fate;
  readonly logIndex: number;
}

async function hasFate(
  notary: Notary,
  record: AnchorRecord,
  list: readonly Settled[],
  claim: Claim,
  path: { readonly batch: number; readonly position: number } = claim,
): Promise<boolean> {
  const proof = batchTree(path.batch)
    .inclusion(path.position)
    .map((hash): Hex => hex(hash));
  return notary.reader.readContract({
    ...notary.contract,
    functionName: 'verifyFate',
    args: [
      ORIGIN_ID,
      record,
      await pathOfSecond(notary),
      1n,
      list,
      BigInt(claim.batch),
      claim.position,
      fates[claim.fate],
      BigInt(claim.logIndex),
      proof,
    ],
  });
}

/** Path of anchor 1 of 2: its sibling is anchor 0. */
async function pathOfSecond(notary: Notary): Promise<readonly Hex[]> {
  const { anchorLeaf } = await import('@otp-notary/merkle');
  const [first] = await notary.reader.getContractEvents({
    ...notary.contract,
    eventName: 'Anchored',
    fromBlock: 0n,
    strict: true,
  });
  assert.ok(first);
  const { index, size, root, settlementsHash: settledHash, time } = first.args;
  return [
    hex(
      anchorLeaf(originId(ORIGIN), {
        index: Number(index),
        size: Number(size),
        root: Buffer.from(root.slice(2), 'hex'),
        settlementsHash: Buffer.from(settledHash.slice(2), 'hex'),
        time: Number(time),
      }),
    ),
  ];
}
