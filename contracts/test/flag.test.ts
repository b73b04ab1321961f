import assert from 'node:assert/strict';
import { parseEventLogs } from 'viem';
import { provenCodesAbi, receiptOf, type DirectProof, type FateProof } from '../src/index.ts';
import { CodeLog, type Code } from './code-log.ts';
import { ORIGIN, ORIGIN_ID, refusal } from './fixture.ts';
import { ReceiptKey } from './receipt-key.ts';

const UNUSED = 1;

describe('a receipt that a settlement contradicts', () => {
  let log: CodeLog;
  let cheated: Code;
  let kept: Code;
  beforeEach(async () => {
    log = await CodeLog.start();
    [cheated, kept] = [log.issue(), log.issue()];
    await log.anchor();
    log.use(kept);
    await log.settle();
  });

  const flag = (
    { receipt, signature }: Pick<DirectProof, 'receipt' | 'signature'>,
    settled: FateProof,
    fate = UNUSED,
    from = log.notary.stranger,
  ) =>
    from.writeContract({ ...log.contract, functionName: 'flag', args: [ORIGIN_ID, receipt, signature, fate, settled] });

  it('log-16: is recorded once, by anybody, paused or not', async () => {
    await log.notary.guardian.writeContract({ ...log.notary.contract, functionName: 'pause' });
    const hash = await flag(log.receipt(cheated), log.fate(cheated));
    const { logs } = await log.notary.reader.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: provenCodesAbi, logs, eventName: 'Flagged' });
    assert.deepEqual(event?.args, {
      originId: ORIGIN_ID,
      batch: 1n,
      position: 0,
      fate: UNUSED,
      challenge: `0x${cheated.challenge.replaceAll('-', '')}`,
      verifiedAt: BigInt(cheated.at + 5_000),
      keyHash: log.key.hash,
      standing: 1,
    });
    assert.equal((await refusal(flag(log.receipt(cheated, 6_000), log.fate(cheated)))).name, 'AlreadyFlagged');
    const place = [ORIGIN_ID, 1n, 0] as const;
    assert.equal(
      await log.notary.reader.readContract({ ...log.contract, functionName: 'isFlagged', args: place }),
      true,
    );
  });

  it('nothing is recorded where there is no contradiction', async () => {
    const other = log.fate(kept);
    for (const [receipt, settled, fate] of [
      [log.receipt(kept), other, UNUSED],
      [log.receipt(kept), other, 2],
      [log.receipt(kept), other, 0],
      [log.receipt(cheated), log.fate(cheated), 0],
      [log.receipt(cheated), log.fate(cheated), 2],
      [log.receipt(cheated), log.fate(cheated), 3],
      [log.receipt(cheated), other, UNUSED],
      [log.receipt({ ...cheated, batch: 2 }), log.fate(cheated), UNUSED],
    ] as const) {
      assert.equal((await refusal(flag(receipt, settled, fate))).name, 'NoContradiction');
    }
  });

  it('nobody but a key of the log speaks for it; a retired one still does', async () => {
    const settled = log.fate(cheated);
    const said = log.said(cheated);
    const { jwk } = log.key;
    for (const bad of [
      log.receipt(cheated, 5_000, new ReceiptKey()),
      receiptOf(log.key.sign({ ...said, origin: 'log.example/other' }), jwk),
      receiptOf(log.key.sign({ ...said, more: 1 }), jwk),
      receiptOf(log.key.sign(said, { alg: 'ES256', kid: log.key.kid, typ: 'JWT' }), jwk),
    ]) {
      assert.equal((await refusal(flag(bad, settled))).name, 'InvalidReceipt');
    }
    await log.notary.governor.writeContract({ ...log.contract, functionName: 'retireReceiptKey', args: [ORIGIN_ID, log.key.hash] }); // prettier-ignore
    const hash = await flag(log.receipt(cheated), settled);
    const { logs } = await log.notary.reader.getTransactionReceipt({ hash });
    assert.equal(parseEventLogs({ abi: provenCodesAbi, logs, eventName: 'Flagged' })[0]?.args.standing, 2);
    assert.equal(said.origin, ORIGIN);
  });
});
