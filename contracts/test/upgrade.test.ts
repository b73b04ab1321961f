import assert from 'node:assert/strict';
import { encodeFunctionData, type Address, type Hex } from 'viem';
import { otpNotaryV2Abi, otpNotaryV2Bytecode } from '../src/generated/Rehearsal.ts';
import { accessReview, governanceCalls, minimums } from '../src/governance/index.ts';
import { create } from '../src/deploy.ts';
import { implementationOf, readLogState, readPeaks } from '../src/index.ts';
import { anchorArgs, LIFE, logOf, ORIGIN_ID, refusal } from './fixture.ts';
import { GovernedNotary } from './governed.ts';

describe('log-21: an upgrade through Safe, timelock and ProxyAdmin, and back', () => {
  const log = logOf(60);
  let notary: GovernedNotary;
  before(async () => {
    notary = await GovernedNotary.deploy();
  });

  const anchor = async (from: number, to: number): Promise<void> => {
    await notary.people.relayer.writeContract({ ...notary.contract, functionName: 'anchor', args: anchorArgs(log, from, to) }); // prettier-ignore
    await notary.pass(LIFE);
  };
  const state = async () => ({
    log: await readLogState(notary.reader, notary.deployment.contract, ORIGIN_ID),
    peaks: await readPeaks(notary.reader, notary.deployment.contract, ORIGIN_ID),
  });
  const rehearsed = () => notary.reader.readContract({ abi: otpNotaryV2Abi, address: notary.deployment.contract, functionName: 'rehearsedAt' }); // prettier-ignore

  it('keeps every fact, can be undone, and neither implementation can be initialised', async () => {
    await anchor(0, 10);
    await anchor(10, 20);
    const before = await state();
    const former = await implementationOf(notary.reader, notary.deployment.contract);
    const wallet = notary.people.stranger;
    const hash = await wallet.deployContract({ abi: otpNotaryV2Abi, bytecode: otpNotaryV2Bytecode });
    const { address: next } = await create({ wallet, reader: notary.reader }, hash);
    const rehearse = encodeFunctionData({ abi: otpNotaryV2Abi, functionName: 'rehearse', args: [2n] });

    await notary.decide(governanceCalls.upgrade(notary.deployment, next, rehearse));
    assert.equal(await implementationOf(notary.reader, notary.deployment.contract), next);
    assert.deepEqual(await state(), before);
    assert.ok((await rehearsed()) > 0n);
    await anchor(20, 30);

    await notary.decide(governanceCalls.upgrade(notary.deployment, former));
    assert.equal(await implementationOf(notary.reader, notary.deployment.contract), former);
    assert.equal((await state()).log.size, 30);
    await assert.rejects(rehearsed());
    await anchor(30, 40);

    for (const address of [next, former, notary.deployment.contract]) await assertInitialised(address);
    const { agrees } = await accessReview(notary.reader, notary.deployment.contract, { minimums: minimums.production });
    assert.equal(agrees, true);
  });

  async function assertInitialised(address: Address): Promise<void> {
    const to = notary.address('stranger');
    const again = notary.reader.simulateContract({ ...notary.contract, address, account: to, functionName: 'initialize', args: [0, to, to, to] }); // prettier-ignore
    assert.equal((await refusal(again)).name, 'InvalidInitialization');
    const rehearse: Hex = encodeFunctionData({ abi: otpNotaryV2Abi, functionName: 'rehearse', args: [2n] });
    await assert.rejects(notary.reader.call({ to: address, data: rehearse, account: to }));
  }
});
