import assert from 'node:assert/strict';
import { encodeFunctionData, parseEther, type Abi, type Address, type Hex } from 'viem';
import { provenCodesAbi, type DirectProof } from '../src/index.ts';
import { deployArtifact } from './artifact.ts';
import { CodeLog, TENANT, type Code } from './code-log.ts';
import { ORIGIN_ID, refusal } from './fixture.ts';

const AMOUNT = parseEther('3');
const PAYEE: Address = `0x${'9a'.repeat(20)}`;

describe('ProvenVault pays only with a proven code that is bound to payee and amount', () => {
  let log: CodeLog;
  let vault: { abi: Abi; address: Address };
  beforeEach(async () => {
    log = await CodeLog.start();
    vault = await deployArtifact(log.notary, 'ProvenVault', [log.codes, ORIGIN_ID, TENANT]);
    await log.notary.governor.sendTransaction({ to: vault.address, value: parseEther('10') });
  });

  async function codeFor(payee: Address, amount: bigint, tenant = TENANT): Promise<Code> {
    const purpose = await log.notary.reader.readContract({
      ...vault,
      functionName: 'purposeOf',
      args: [payee, amount],
    });
    const code = log.issue(purpose as string, { tenant });
    await log.anchor();
    return code;
  }
  const pay = (payee: Address, amount: bigint, proof: DirectProof) =>
    log.notary.stranger.writeContract({ ...vault, abi: [...vault.abi, ...provenCodesAbi] as Abi, functionName: 'pay', args: [payee, amount, proof] }); // prettier-ignore
  const balance = (address: Address) => log.notary.reader.getBalance({ address });

  it('once', async () => {
    const proof = log.direct(await codeFor(PAYEE, AMOUNT));
    await pay(PAYEE, AMOUNT, proof);
    assert.equal(await balance(PAYEE), AMOUNT);
    assert.equal((await refusal(pay(PAYEE, AMOUNT, proof))).name, 'AlreadyConsumed');
    assert.equal(await balance(PAYEE), AMOUNT);
    await pay(PAYEE, AMOUNT, log.direct(await codeFor(PAYEE, AMOUNT)));
    assert.equal(await balance(PAYEE), 2n * AMOUNT, 'another code pays again');
  });

  it('no other payee, amount or vault, and no code of another tenant', async () => {
    const proof = log.direct(await codeFor(PAYEE, AMOUNT));
    const thief = log.notary.stranger.account.address;
    assert.equal((await refusal(pay(thief, AMOUNT, proof))).name, 'NotBound');
    assert.equal((await refusal(pay(PAYEE, AMOUNT + 1n, proof))).name, 'NotBound');
    const foreign = log.direct(await codeFor(PAYEE, AMOUNT, 'shop'));
    assert.equal((await refusal(pay(PAYEE, AMOUNT, foreign))).name, 'NotBound');
    vault = await deployArtifact(log.notary, 'ProvenVault', [log.codes, ORIGIN_ID, TENANT]);
    await log.notary.governor.sendTransaction({ to: vault.address, value: AMOUNT });
    assert.equal((await refusal(pay(PAYEE, AMOUNT, proof))).name, 'NotBound');
    assert.equal(await balance(PAYEE), 0n);
  });

  it('not with a code that was verified too long ago', async () => {
    const code = await codeFor(PAYEE, AMOUNT);
    await log.notary.pass(3_620);
    assert.equal((await refusal(pay(PAYEE, AMOUNT, log.direct(code)))).name, 'TooOld');
  });

  it('a payment that fails gives the code back', async () => {
    const tooMuch = parseEther('11');
    const code = await codeFor(PAYEE, tooMuch);
    const proof = log.direct(code);
    assert.equal((await refusal(pay(PAYEE, tooMuch, proof))).name, 'PaymentFailed');
    await log.notary.governor.sendTransaction({ to: vault.address, value: tooMuch });
    await pay(PAYEE, tooMuch, proof);
    assert.equal(await balance(PAYEE), tooMuch);
  });

  it('a payee that calls back is not paid twice', async () => {
    const payee = await deployArtifact(log.notary, 'CallingPayee', [vault.address]);
    const proof = log.direct(await codeFor(payee.address, AMOUNT));
    const again: Hex = encodeFunctionData({ ...vault, functionName: 'pay', args: [payee.address, AMOUNT, proof] });
    await log.notary.stranger.writeContract({ ...payee, functionName: 'arm', args: [again] });
    await pay(payee.address, AMOUNT, proof);
    assert.equal(await balance(payee.address), AMOUNT);
    assert.equal(await log.notary.reader.readContract({ ...payee, functionName: 'wasCallBackTaken' }), false);
  });
});
