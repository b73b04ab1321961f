import assert from 'node:assert/strict';
import { parseEventLogs, type Address, type Hex } from 'viem';
import { provenCodesAbi, type DirectProof } from '../src/index.ts';
import { deployArtifact } from './artifact.ts';
import { CodeLog, TENANT, type Code } from './code-log.ts';
import { LIFE, ORIGIN_ID, refusal, type Wallet } from './fixture.ts';
import { ReceiptKey } from './receipt-key.ts';

const BINDING: Hex = `0x${'b1'.repeat(32)}`;

describe('direct consumption', () => {
  let log: CodeLog;
  let code: Code;
  let consumer: Wallet;
  beforeEach(async () => {
    log = await CodeLog.start();
    consumer = log.notary.stranger;
    code = log.issue(await log.purposeOf(consumer.account.address, BINDING));
    await log.anchor();
  });

  const consume = (proof: DirectProof, { from = consumer, tenant = TENANT, binding = BINDING, id = ORIGIN_ID } = {}) =>
    from.writeContract({ ...log.contract, functionName: 'consumeDirect', args: [id, tenant, binding, proof] });
  const isConsumed = ({ batch, position }: Pick<Code, 'batch' | 'position'>): Promise<boolean> =>
    log.notary.reader.readContract({ ...log.contract, functionName: 'isConsumed', args: [ORIGIN_ID, BigInt(batch), position] }); // prettier-ignore
  const consumption = async () =>
    (await log.notary.reader.getContractEvents({ ...log.contract, eventName: 'ConsumedDirect', fromBlock: 0n })).length;

  it('log-15: a code is consumed once: not twice in one transaction, in two, or in two blocks', async () => {
    const twice = await deployArtifact(log.notary, 'RepeatingConsumer', [log.codes]);
    const own = log.issue(await log.purposeOf(twice.address, BINDING));
    await log.anchor();
    const repeat = (times: bigint) =>
      consumer.writeContract({ ...twice, functionName: 'consume', args: [ORIGIN_ID, TENANT, BINDING, log.direct(own), times] }); // prettier-ignore
    assert.equal((await refusal(repeat(2n))).name, 'AlreadyConsumed');
    assert.equal(await isConsumed(own), false, 'the whole transaction is undone');
    await repeat(1n);
    assert.equal(await isConsumed(own), true);
    assert.equal((await refusal(repeat(1n))).name, 'AlreadyConsumed');
    await log.notary.pass(LIFE);
    assert.equal((await refusal(repeat(1n))).name, 'AlreadyConsumed');
    assert.equal(await consumption(), 1);
  });

  it('log-15: a bit is of one code: its neighbours in the word, the batch and other batches stay', async () => {
    const codes = [code];
    for (const [batch, position] of [
      [1, 1],
      [1, 255],
      [1, 256],
      [1, 4_294_967_295],
      [2, 0],
      [2, 1],
    ] as const) {
      // prettier-ignore
      codes.push(log.issue(await log.purposeOf(consumer.account.address, BINDING), { batch, position }));
    }
    await log.anchor();
    for (const [i, next] of codes.entries()) {
      for (const [j, other] of codes.entries()) assert.equal(await isConsumed(other), j < i);
      await consume(log.direct(next));
    }
    assert.equal(await consumption(), codes.length);
  });

  it('tells what it consumed, and for whom', async () => {
    const hash = await consume(log.direct(code));
    const { logs } = await log.notary.reader.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: provenCodesAbi, logs, eventName: 'ConsumedDirect' });
    assert.deepEqual(event?.args, {
      originId: ORIGIN_ID,
      batch: 1n,
      position: 0,
      consumer: event?.args.consumer,
      binding: BINDING,
    });
    assert.equal(event?.args.consumer.toLowerCase(), consumer.account.address.toLowerCase());
  });

  it('nobody consumes a code that is bound to another consumer, binding or tenant: nobody can burn it', async () => {
    const proof = log.direct(code);
    const other = log.notary.relayer;
    for (const attempt of [
      consume(proof, { from: other }),
      consume(proof, { binding: `0x${'b2'.repeat(32)}` }),
      consume(proof, { tenant: 'shop' }),
      consume({ ...proof, tenantSalt: proof.purposeSalt }),
      consume({ ...proof, purposeSalt: proof.tenantSalt }),
      consume(proof, { id: `0x${'01'.repeat(32)}` }),
    ]) {
      assert.equal((await refusal(attempt)).name, 'NotBound');
    }
    await consume(proof);
  });

  it('log-13: the same code consumes nothing on another deployment', async () => {
    const other = await deployArtifact(log.notary, 'ProvenCodes', [log.notary.deployment.contract]);
    const elsewhere = consumer.writeContract({ abi: provenCodesAbi, address: other.address, functionName: 'consumeDirect', args: [ORIGIN_ID, TENANT, BINDING, log.direct(code)] }); // prettier-ignore
    assert.equal((await refusal(elsewhere)).name, 'NotBound');
  });

  it('an issue that is not anchored, or stands elsewhere, consumes nothing', async () => {
    const proof = log.direct(code);
    const { issued, place } = proof;
    const late = log.issue(await log.purposeOf(consumer.account.address, BINDING));
    for (const attempt of [
      consume({ ...proof, place: { ...place, index: place.index + 1n } }),
      consume({ ...proof, place: { ...place, record: { ...place.record, time: place.record.time + 1n } } }),
      consume({ ...proof, issued: { ...issued, commitment: issued.subject } }),
      consume({ ...log.direct(code), ...log.receipt(late), issued: log.issued(late), ...saltsOf(late) }),
    ]) {
      assert.equal((await refusal(attempt)).name, 'NotIssued');
    }
  });

  it('without the receipt of the right answer a code consumes nothing', async () => {
    const proof = log.direct(code);
    const foreign = new ReceiptKey();
    const { receipt, signature } = proof;
    const bad: Partial<DirectProof>[] = [
      log.receipt(code, 5_000, foreign),
      { signature: { ...signature, r: signature.s } },
      { signature: { ...signature, kid: 'other' } },
      { receipt: { ...receipt, verifiedAt: receipt.verifiedAt + 1n } },
      { receipt: { ...receipt, logBy: receipt.logBy + 1n } },
      { receipt: { ...receipt, logBy: 253_402_300_800_000n } },
      { receipt: { ...receipt, origin: 'log.example/other' } },
    ];
    for (const change of bad) assert.equal((await refusal(consume({ ...proof, ...change }))).name, 'InvalidReceipt');
    const other = log.issue();
    const wrong = [
      log.receipt(other),
      log.receipt({ ...code, challenge: other.challenge }),
      log.receipt(code, -1),
      log.receipt(code, 60_000),
      { challengeSalt: proof.tenantSalt },
    ];
    for (const change of wrong) assert.equal((await refusal(consume({ ...proof, ...change }))).name, 'OtherCode');
    await consume({ ...proof, ...log.receipt(code, 59_999) });
  });

  it('a retired key consumes nothing, and never comes back', async () => {
    const { governor, stranger } = log.notary;
    const { hash } = log.key;
    const add = (from: Wallet, origin = 'log.example/otp', keyHash = hash) =>
      from.writeContract({ ...log.contract, functionName: 'addReceiptKey', args: [origin, keyHash] });
    const retire = (from: Wallet, keyHash = hash) =>
      from.writeContract({ ...log.contract, functionName: 'retireReceiptKey', args: [ORIGIN_ID, keyHash] });
    for (const from of [stranger, log.notary.relayer, log.notary.guardian]) {
      assert.equal((await refusal(add(from))).name, 'NotGovernor');
      assert.equal((await refusal(retire(from))).name, 'NotGovernor');
    }
    assert.deepEqual(await refusal(add(governor)), { name: 'ReceiptKeyStands', args: [hash, 1] });
    await retire(governor);
    assert.deepEqual(await refusal(add(governor)), { name: 'ReceiptKeyStands', args: [hash, 2] });
    assert.deepEqual(await refusal(retire(governor)), { name: 'ReceiptKeyStands', args: [hash, 2] });
    assert.equal((await refusal(retire(governor, BINDING))).name, 'ReceiptKeyStands');
    assert.equal((await refusal(consume(log.direct(code)))).name, 'InvalidReceipt');
    for (const [origin, keyHash] of [
      ['', BINDING],
      ['a'.repeat(256), BINDING],
      ['a"b', BINDING],
      ['a\\b', BINDING],
      ['a\nb', BINDING],
      ['a', `0x${'00'.repeat(32)}`],
    ] as const) {
      // prettier-ignore
      assert.equal((await refusal(add(governor, origin, keyHash))).name, 'InvalidReceiptKey');
    }
    await add(governor, 'é'.repeat(127), BINDING);
  });

  it('log-20: nothing is consumed while the notary is paused; afterwards it is', async () => {
    const proof = log.direct(code);
    await log.notary.guardian.writeContract({ ...log.notary.contract, functionName: 'pause' });
    assert.equal((await refusal(consume(proof))).name, 'NotaryPaused');
    const args = [ORIGIN_ID, proof.issued, proof.place] as const;
    assert.equal(await log.notary.reader.readContract({ ...log.contract, functionName: 'verifyIssued', args }), true);
    await log.notary.governor.writeContract({ ...log.notary.contract, functionName: 'unpause' });
    await consume(proof);
  });

  function saltsOf(other: Code): Pick<DirectProof, 'challengeSalt' | 'tenantSalt' | 'purposeSalt'> {
    const salt = (field: string): Hex => `0x${other.salts[field]?.toString('hex') ?? ''}`;
    return { challengeSalt: salt('challenge'), tenantSalt: salt('tenant'), purposeSalt: salt('purpose') };
  }
});

describe('receipts on chain', () => {
  it('dates of all kinds are written as the verifier writes them', async () => {
    const log = await CodeLog.start();
    const consumer: Address = log.notary.stranger.account.address;
    const purpose = await log.purposeOf(consumer, BINDING);
    const times = ['1970-01-01T00:00:00.000Z', '1999-12-31T23:59:59.999Z', '2000-02-28T12:00:00.001Z', '2000-02-29T00:00:00.000Z',
      '2026-11-24T22:21:05.042Z', '2028-03-01T00:00:00.000Z', '2100-02-28T23:59:30.000Z', '2100-03-01T00:00:00.000Z', '2400-02-29T08:09:10.999Z', '9999-12-31T23:58:00.000Z']; // prettier-ignore
    const codes = times.map((time) => {
      log.now = Date.parse(time);
      return log.issue(purpose);
    });
    await log.anchor();
    for (const code of codes) {
      const proof = { ...log.direct(code), ...log.receipt(code, 7) };
      await log.notary.stranger.writeContract({ ...log.contract, functionName: 'consumeDirect', args: [ORIGIN_ID, TENANT, BINDING, proof] }); // prettier-ignore
    }
  });

  it('without the precompile of EIP-7951 signatures are checked all the same', async () => {
    const log = await CodeLog.start('cancun');
    const consumer = log.notary.stranger;
    const code = log.issue(await log.purposeOf(consumer.account.address, BINDING));
    await log.anchor();
    const proof = log.direct(code);
    const consume = (given: DirectProof) =>
      consumer.writeContract({ ...log.contract, functionName: 'consumeDirect', args: [ORIGIN_ID, TENANT, BINDING, given] }); // prettier-ignore
    assert.equal((await refusal(consume({ ...proof, ...log.receipt(code, 5_000, new ReceiptKey()) }))).name, 'InvalidReceipt'); // prettier-ignore
    const forged = { ...proof, signature: { ...proof.signature, r: `0x${'11'.repeat(32)}` as const } };
    assert.equal((await refusal(consume(forged))).name, 'InvalidReceipt');
    await consume(proof);
  });
});
