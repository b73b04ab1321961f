import { anchorLeaf, originId } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import type { Hex } from 'viem';
import { governanceCalls } from '../src/governance/index.ts';
import { otpNotaryAbi } from '../src/index.ts';
import {
  anchorArgs,
  hex,
  LIFE,
  logOf,
  Notary,
  ORIGIN,
  ORIGIN_ID,
  refusal,
  type AnchorArgs,
  type AnchorRecord,
} from './fixture.ts';
import { GovernedNotary } from './governed.ts';

/** What a refused anchor may cost whoever sends it: the transaction, its data and the checks before the write. */
const REVERT_GAS = 150_000n;

describe('the contract in adversity', () => {
  const log = logOf(300);
  const fork = logOf(300, 'fork');
  let notary: Notary;
  beforeEach(async () => {
    notary = await Notary.deploy();
  });

  /** Sends without asking first whether it would be taken, as one who attacks, or has not seen the other, does. */
  const send = (args: AnchorArgs) =>
    notary.relayer.writeContract({ ...notary.contract, functionName: 'anchor', args, gas: 1_000_000n });
  const request = (method: string, params: unknown[] = []) => notary.reader.request({ method, params } as never);
  const anchored = (fromBlock = 0n) =>
    notary.reader.getContractEvents({ ...notary.contract, eventName: 'Anchored', fromBlock, strict: true });
  const isAnchored = (record: AnchorRecord, path: readonly Hex[]) =>
    notary.reader.readContract({ ...notary.contract, functionName: 'verifyAnchored', args: [ORIGIN_ID, record, path] });

  it('log-09: what a stolen relayer key sends in vain costs little, and nothing of the log changes', async () => {
    await notary.anchor(log, 200);
    const before = await notary.state();
    const root = hex(log.rootAt(300));
    const proof = anchorArgs(log, 200, 300)[3];
    for (const args of [
      anchorArgs(fork, 200, 300),
      [ORIGIN_ID, 300n, root, Array.from({ length: 64 }, () => root), []],
      [ORIGIN_ID, 300n, root, Array.from({ length: 41 }, () => root), []],
      [ORIGIN_ID, 300n, root, [...proof, root], []],
      [ORIGIN_ID, 100n, hex(log.rootAt(100)), [], []],
    ] as const satisfies AnchorArgs[]) {
      await assert.rejects(send(args));
      const { gasUsed, status } = await lastReceipt();
      assert.equal(status, 'reverted');
      assert.ok(gasUsed < REVERT_GAS, `${gasUsed} gas`);
    }
    assert.deepEqual(await notary.state(), before);
  });

  it('log-18: an anchor that a reorganisation took is anchored anew, once, at the same place', async () => {
    await notary.anchor(log, 100);
    for (let depth = 1; depth <= 64; depth *= 2) {
      const state = await notary.state();
      const snapshot = await request('evm_snapshot');
      const lost = await notary.anchor(log, 200);
      for (let i = 1; i < depth; i += 1) await request('evm_mine');
      await request('evm_revert', [snapshot]);
      assert.deepEqual(await notary.state(), state, 'the head is what it was');
      const path = [leafOf((await anchored())[0]?.args)];
      assert.equal(await isAnchored(lost, path), false);
      await request('evm_mine');
      const anew = await notary.anchor(log, 200);
      assert.deepEqual([anew.index, anew.size, anew.root], [lost.index, lost.size, lost.root]);
      assert.equal((await anchored()).filter(({ args }) => args.size === 200n).length, 1);
      assert.equal(await isAnchored(anew, path), true);
      notary = await Notary.deploy();
      await notary.anchor(log, 100);
    }
  });

  it('log-19: two relayers that send one anchor leave one; what waited is folded into a later one', async () => {
    await notary.anchor(log, 10);
    const args = anchorArgs(log, 10, 40);
    await request('evm_setAutomine', [false]);
    const sent = [await send(args), await send(args)];
    await request('evm_mine');
    await request('evm_setAutomine', [true]);
    const receipts = await Promise.all(sent.map((hash) => notary.reader.getTransactionReceipt({ hash })));
    assert.deepEqual(receipts.map(({ status }) => status).toSorted(), ['reverted', 'success']);
    assert.equal((await anchored()).length, 2);
    // A day without a block for it: sizes are skipped, nothing stays unproven.
    await notary.pass(86_400);
    await notary.anchor(log, 300);
    const sizes = (await anchored()).map(({ args: { size } }) => size);
    assert.deepEqual(sizes, [10n, 40n, 300n]);
  });

  it('log-16: nothing settles while paused; afterwards the batches that waited settle in order', async () => {
    await notary.anchor(log, 100);
    await notary.pass(LIFE);
    const waiting = [1, 2, 3].map((count) => ({ count, issuedBelow: BigInt(count), root: hex(log.rootAt(count)) }));
    await notary.guardian.writeContract({ ...notary.contract, functionName: 'pause' });
    assert.equal((await refusal(notary.tryAnchor(anchorArgs(log, 100, 200, waiting)))).name, 'EnforcedPause');
    await notary.governor.writeContract({ ...notary.contract, functionName: 'unpause' });
    await notary.anchor(log, 200, waiting);
    const settled = await notary.reader.getContractEvents({ ...notary.contract, eventName: 'Settled', fromBlock: 0n, strict: true }); // prettier-ignore
    assert.deepEqual(settled.map(({ args: { batch, count } }) => [batch, count]), [[1n, 1], [2n, 2], [3n, 3]]); // prettier-ignore
  });

  it('log-13: an anchor is of one log, one contract and one place: nowhere else it is anchored', async () => {
    const record = await notary.anchor(log, 100);
    assert.equal(await isAnchored(record, []), true);
    const other: Hex = `0x${'7a'.repeat(32)}`;
    const elsewhere = { ...notary.contract, functionName: 'verifyAnchored', args: [other, record, []] } as const;
    assert.equal(await notary.reader.readContract(elsewhere), false);
    const second = await Notary.deploy();
    await second.anchor(fork, 100);
    const foreign = { ...second.contract, functionName: 'verifyAnchored', args: [ORIGIN_ID, record, []] } as const;
    assert.equal(await second.reader.readContract(foreign), false);
  });

  async function lastReceipt() {
    const { transactions } = await notary.reader.getBlock();
    const [hash] = transactions;
    assert.ok(hash);
    return notary.reader.getTransactionReceipt({ hash });
  }
});

describe('log-20: a pause while anchors wait', () => {
  it('the guardian stops writes, views and proofs go on, the timelock ends it, and what waited comes in order', async () => {
    const log = logOf(60);
    const notary = await GovernedNotary.deploy();
    const { relayer, guardian } = notary.people;
    const anchor = (from: number, to: number) =>
      relayer.writeContract({ ...notary.contract, functionName: 'anchor', args: anchorArgs(log, from, to) });
    await anchor(0, 10);
    const [first] = await notary.reader.getContractEvents({ ...notary.contract, eventName: 'Anchored', fromBlock: 0n, strict: true }); // prettier-ignore
    assert.ok(first);
    await guardian.writeContract({ ...notary.contract, functionName: 'pause' });
    for (const to of [20, 30]) assert.equal((await refusal(anchor(10, to))).name, 'EnforcedPause');
    const { index, size, root, settlementsHash, time } = first.args;
    const record = { index, size, root, settlementsHash, time };
    const proven = { ...notary.contract, functionName: 'verifyAnchored', args: [ORIGIN_ID, record, []] } as const;
    assert.equal(await notary.reader.readContract(proven), true);
    await notary.decide(governanceCalls.unpause(notary.deployment));
    await anchor(10, 20);
    await anchor(20, 30);
    const events = await notary.reader.getContractEvents({ abi: otpNotaryAbi, address: notary.deployment.contract, eventName: 'Anchored', fromBlock: 0n, strict: true }); // prettier-ignore
    assert.deepEqual(events.map(({ args }) => args.size), [10n, 20n, 30n]); // prettier-ignore
  });
});

function leafOf(record: AnchorRecord | undefined): Hex {
  assert.ok(record);
  return hex(
    anchorLeaf(originId(ORIGIN), {
      index: Number(record.index),
      size: Number(record.size),
      root: Buffer.from(record.root.slice(2), 'hex'),
      settlementsHash: Buffer.from(record.settlementsHash.slice(2), 'hex'),
      time: Number(record.time),
    }),
  );
}
