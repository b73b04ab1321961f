import assert from 'node:assert/strict';
import { keccak256, toHex, zeroAddress } from 'viem';
import { implementationOf } from '../src/index.ts';
import { anchorArgs, hex, LIFE, logOf, Notary, ORIGIN, refusal, type Wallet } from './fixture.ts';

const role = (name: string) => keccak256(toHex(name));

describe('who may do what', () => {
  const log = logOf(10);
  let notary: Notary;
  beforeEach(async () => {
    notary = await Notary.deploy();
  });

  const call = (from: Wallet, functionName: 'pause' | 'unpause') =>
    notary.reader.simulateContract({ ...notary.contract, account: from.account, functionName });
  const createLog = (from: Wallet, origin: string, keyHash = hex(log.root), life = LIFE) =>
    notary.reader.simulateContract({ ...notary.contract, account: from.account, functionName: 'createLog', args: [origin, keyHash, life] }); // prettier-ignore

  it('log-22: only the relayer anchors, only the guardian pauses, only the governor creates logs and unpauses', async () => {
    const { governor, relayer, guardian, stranger } = notary;
    for (const from of [governor, guardian, stranger]) {
      const { name, args } = await refusal(notary.tryAnchor(anchorArgs(log, 0, 5), from));
      assert.equal(name, 'AccessControlUnauthorizedAccount');
      assert.equal(args[1], role('RELAYER_ROLE'));
    }
    for (const from of [governor, relayer, stranger]) {
      assert.equal((await refusal(call(from, 'pause'))).name, 'AccessControlUnauthorizedAccount');
    }
    for (const from of [relayer, guardian, stranger]) {
      assert.equal((await refusal(call(from, 'unpause'))).name, 'AccessControlUnauthorizedAccount');
      assert.equal((await refusal(createLog(from, 'other.example/otp'))).name, 'AccessControlUnauthorizedAccount');
    }
  });

  it('log-20: a pause stops writes and nothing else; what waited is anchored after it', async () => {
    await notary.anchor(log, 5);
    await notary.guardian.writeContract({ ...notary.contract, functionName: 'pause' });
    assert.equal((await refusal(notary.tryAnchor(anchorArgs(log, 5, 8)))).name, 'EnforcedPause');
    assert.equal((await refusal(createLog(notary.governor, 'other.example/otp'))).name, 'EnforcedPause');
    assert.equal((await notary.state()).size, 5);
    await notary.governor.writeContract({ ...notary.contract, functionName: 'unpause' });
    assert.equal((await notary.anchor(log, 8)).index, 1n);
  });

  it('a log is created once, with a name, a key and a life', async () => {
    assert.equal((await refusal(createLog(notary.governor, ORIGIN))).name, 'DuplicateLog');
    for (const bad of [
      createLog(notary.governor, ''),
      createLog(notary.governor, 'x'.repeat(256)),
      createLog(notary.governor, 'a', `0x${'00'.repeat(32)}`),
      createLog(notary.governor, 'a', hex(log.root), 0),
    ]) {
      assert.equal((await refusal(bad)).name, 'InvalidLog');
    }
    await createLog(notary.governor, 'x'.repeat(255));
  });

  it('neither the proxy nor the implementation can be initialised again', async () => {
    const args = [0, notary.stranger.account.address, notary.stranger.account.address, notary.stranger.account.address] as const; // prettier-ignore
    const implementation = await implementationOf(notary.reader, notary.deployment.contract);
    assert.equal(implementation.toLowerCase(), notary.deployment.implementation.toLowerCase());
    for (const address of [notary.deployment.contract, implementation]) {
      const again = notary.reader.simulateContract({ ...notary.contract, address, account: notary.stranger.account, functionName: 'initialize', args }); // prettier-ignore
      assert.equal((await refusal(again)).name, 'InvalidInitialization');
    }
    assert.notEqual(implementation, zeroAddress);
  });

  it('takes no value and no unknown call', async () => {
    const { contract } = notary.deployment;
    for (const request of [{ value: 1n }, { data: '0xdeadbeef' as const }, {}]) {
      await assert.rejects(notary.reader.call({ account: notary.stranger.account, to: contract, ...request }));
    }
  });
});
