import { leafHash } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { zeroAddress } from 'viem';
import { deployOtpNotary, type FateProof, type LeafProof } from '../src/index.ts';
import { CodeLog, TENANT, type Code } from './code-log.ts';
import { hex, logOf, Notary, ORIGIN_ID, refusal } from './fixture.ts';
import { ReceiptKey } from './receipt-key.ts';

const OTHER = `0x${'5b'.repeat(32)}` as const;

describe('what is asked seldom', () => {
  it('no proxy begins without a relayer or without a guardian', async () => {
    const { governor, reader, relayer, guardian } = await Notary.deploy();
    const [one, two] = [relayer.account.address, guardian.account.address];
    for (const [relayer, guardian] of [
      [zeroAddress, two],
      [one, zeroAddress],
    ] as const) {
      const plan = { adminDelaySeconds: 1, governor: governor.account.address, relayer, guardian, logs: [] };
      assert.equal((await refusal(deployOtpNotary({ wallet: governor, reader }, plan))).name, 'InvalidAccount');
    }
  });

  it('a log that does not exist has no head, no state and no peaks, and anchors nothing', async () => {
    const notary = await Notary.deploy();
    for (const functionName of ['head', 'logOf', 'peaks'] as const) {
      const asked = notary.reader.readContract({ ...notary.contract, functionName, args: [OTHER] });
      assert.deepEqual(await refusal(asked), { name: 'UnknownLog', args: [OTHER] });
    }
    const log = logOf(5);
    const record = await notary.anchor(log, 5);
    const head = await notary.reader.readContract({ ...notary.contract, functionName: 'head', args: [ORIGIN_ID] });
    assert.deepEqual(head, [5n, hex(log.rootAt(5))]);
    const { gas: _, ...claimed } = record;
    for (const [id, expected] of [
      [ORIGIN_ID, true],
      [OTHER, false],
    ] as const) {
      const args = [id, claimed, []] as const;
      const isThere = await notary.reader.readContract({ ...notary.contract, functionName: 'verifyAnchored', args });
      assert.equal(isThere, expected);
    }
  });

  it('a tree of n leaves has no leaf n', async () => {
    const notary = await Notary.deploy();
    const log = logOf(8);
    for (const size of [1, 2, 4, 7, 8]) {
      const back = await notary.anchor(log, size);
      const { gas: _, ...record } = back;
      const path = back.index % 2n === 0n ? [] : null;
      // Only the newest anchor of an odd number of them has an empty path.
      if (path === null) continue;
      const has = (index: number, leaf: number) =>
        notary.reader.readContract({
          ...notary.contract,
          functionName: 'verifyInclusion',
          args: [
            ORIGIN_ID,
            record,
            path,
            hex(leafHash(`${leaf}`)),
            BigInt(index),
            log.inclusion(leaf, size).map((hash) => hex(hash)),
          ],
        });
      assert.equal(await has(size - 1, size - 1), true);
      assert.equal(await has(size, size - 1), false);
    }
  });

  it('a receipt key that nobody added is unknown', async () => {
    const log = await CodeLog.start();
    const standing = (hash: `0x${string}`) =>
      log.notary.reader.readContract({ ...log.contract, functionName: 'receiptKey', args: [ORIGIN_ID, hash] });
    assert.equal(await standing(log.key.hash), 1);
    assert.equal(await standing(new ReceiptKey().hash), 0);
  });

  describe('a fate proves something of an issue only when', () => {
    function isUnused(log: CodeLog, code: Code, place: LeafProof, fate: FateProof): Promise<boolean> {
      const args = [ORIGIN_ID, log.issued(code), place, fate] as const;
      return log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUnused', args });
    }

    it('the issue was below what the settlement counted: a second issue of the same position is not settled by it', async () => {
      const log = await CodeLog.start();
      const code = log.issue();
      await log.anchor();
      const later = log.issue('login', { batch: 1, position: 0, isSettled: false });
      await log.settle();
      assert.equal(await isUnused(log, code, log.place(code.index), log.fate(code)), true);
      assert.equal(await isUnused(log, later, log.place(later.index), log.fate(code)), false);
    });

    it('the issue was anchored for a life before it was settled', async () => {
      const log = await CodeLog.start();
      const code = log.issue();
      await log.settle();
      const filler = log.issue('x', { batch: 2 });
      await log.anchor();
      const late = log.place(code.index, filler.index + 1);
      assert.equal(await isUnused(log, code, log.place(code.index), log.fate(code)), true);
      assert.equal(await isUnused(log, code, late, log.fate(code)), false);
    });
  });

  it('a use counts from the instant of issue to the one before expiry', async () => {
    const log = await CodeLog.start();
    const [first, last, late] = [log.issue(), log.issue(), log.issue()];
    await log.anchor();
    log.use(first, 0);
    log.use(last, 59_999);
    log.use(late, 60_000);
    await log.settle();
    for (const [code, expected] of [
      [first, true],
      [last, true],
      [late, false],
    ] as const) {
      assert.ok(code.use);
      const [place, usePlace] = [log.place(code.index), log.place(code.use.index)];
      const args = [ORIGIN_ID, log.issued(code), place, log.verified(code), usePlace, log.fate(code)] as const;
      const isUsed = await log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUsed', args });
      assert.equal(isUsed, expected);
    }
  });

  it('a settlement that names a use which is logged only after it proves no use', async () => {
    const log = await CodeLog.start();
    const code = log.issue();
    // Settling logs two fillers first: the tree that settles ends right before this use.
    code.use = { entry: '', index: code.index + 3 };
    await log.settle();
    log.use(code);
    await log.anchor();
    const fate = log.fate(code);
    assert.equal(BigInt(code.use.index), fate.record.size);
    const [place, usePlace] = [log.place(code.index), log.place(code.use.index)];
    const args = [ORIGIN_ID, log.issued(code), place, log.verified(code), usePlace, fate] as const;
    const isUsed = await log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUsed', args });
    assert.equal(isUsed, false);
  });

  it('a settlement that names another code’s use proves no use, of the same batch or the same position', async () => {
    const log = await CodeLog.start();
    const [used, samePlace, sameBatch] = [log.issue(), log.issue('x', { batch: 2 }), log.issue()];
    await log.anchor();
    log.use(used);
    [samePlace.use, sameBatch.use] = [used.use, used.use];
    await log.settle(2);
    assert.ok(used.use);
    const usePlace = log.place(used.use.index);
    for (const code of [used, samePlace, sameBatch]) {
      const args = [ORIGIN_ID, log.issued(code), log.place(code.index), log.verified(used), usePlace, log.fate(code)] as const; // prettier-ignore
      const isUsed = await log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUsed', args });
      assert.equal(isUsed, code === used);
    }
  });

  it('a receipt is of the very position, of the very batch, and good from the instant of issue', async () => {
    const log = await CodeLog.start();
    const { stranger } = log.notary;
    const purpose = await log.purposeOf(stranger.account.address, OTHER);
    const code = log.issue(purpose);
    await log.anchor();
    const consume = (said: Pick<Code, 'batch' | 'position' | 'challenge' | 'at'>, afterMs?: number) =>
      stranger.writeContract({
        ...log.contract,
        functionName: 'consumeDirect',
        args: [ORIGIN_ID, TENANT, OTHER, { ...log.direct(code), ...log.receipt(said, afterMs) }],
      });
    assert.equal((await refusal(consume({ ...code, position: 1 }))).name, 'OtherCode');
    assert.equal((await refusal(consume({ ...code, batch: 2 }))).name, 'OtherCode');
    assert.equal((await refusal(consume(code, -1))).name, 'OtherCode');
    await consume(code, 0);
  });

  it('a receipt key is for a log of up to 255 characters, none of which JSON escapes', async () => {
    const log = await CodeLog.start();
    const add = (origin: string) =>
      log.notary.governor.writeContract({ ...log.contract, functionName: 'addReceiptKey', args: [origin, OTHER] });
    for (const bad of ['', 'x'.repeat(256), 'a\u001fb', 'a"b', 'a\\b']) {
      assert.equal((await refusal(add(bad))).name, 'InvalidReceiptKey', JSON.stringify(bad));
    }
    for (const good of ['x'.repeat(255), 'a b']) await add(good);
  });

  it('a use in batch 0 is no entry', async () => {
    const log = await CodeLog.start();
    const code = log.issue();
    await log.anchor();
    log.use(code);
    await log.settle();
    assert.ok(code.use);
    const zero = { batch: 0n };
    const [leaf, use] = [
      { ...log.issued(code), ...zero },
      { ...log.verified(code), ...zero },
    ];
    const args = [ORIGIN_ID, leaf, log.place(code.index), use, log.place(code.use.index), log.fate(code)] as const;
    assert.equal(await log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUsed', args }), false);
  });
});
