import assert from 'node:assert/strict';
import { encodeFunctionData, getAddress, parseAbi, zeroAddress } from 'viem';
import {
  accessReview,
  approve,
  approveOnChain,
  cancel,
  deployGoverned,
  dryRun,
  execute,
  governanceCalls,
  GovernanceTooWeak,
  minimums,
  ProposalInvalid,
  stageOf,
  type GovernancePlan,
} from '../src/governance/index.ts';
import { readLogState } from '../src/index.ts';
import { ORIGIN_ID, refusal } from './fixture.ts';
import { DELAY, GovernedNotary } from './governed.ts';

const production = minimums.production;

describe('governance', () => {
  let notary: GovernedNotary;
  beforeEach(async () => {
    notary = await GovernedNotary.deploy();
  });
  const review = () => accessReview(notary.reader, notary.deployment.contract, { minimums: production });

  it('log-22: after the deployment the access review equals the declared table, and the deployer holds nothing', async () => {
    const { rows, agrees, facts } = await review();
    assert.equal(agrees, true, JSON.stringify(rows.filter((row) => !row.agrees)));
    assert.ok(!JSON.stringify({ rows, facts }).toLowerCase().includes(notary.address('deployer').toLowerCase()));
    const names = ['owner1', 'owner2', 'owner3', 'relayer', 'guardian', 'canceller'] as const;
    const accounts = Object.fromEntries(names.map((name) => [name, notary.address(name)]));
    const strict = { minimums: production, accounts: { ...accounts, safe: notary.deployment.safe } };
    assert.equal((await accessReview(notary.reader, notary.deployment.contract, strict)).agrees, true);
    const wrong = { minimums: production, accounts: { relayer: notary.address('stranger') } };
    assert.equal((await accessReview(notary.reader, notary.deployment.contract, wrong)).agrees, false);
    assert.equal((await readLogState(notary.reader, notary.deployment.contract, ORIGIN_ID)).nextBatch, 1);
  });

  it('a proposal is signed by two owners, waits its delay, and runs once', async () => {
    const call = governanceCalls.grantRole(notary.deployment, 'RELAYER_ROLE', notary.address('stranger'));
    const proposal = await notary.propose(call);
    assert.deepEqual(await stageOf(notary.reader, proposal), { is: 'unsigned', signed: 0, needed: 2 });
    const once = await approve(notary.as('owner2'), proposal);
    await assert.rejects(execute(notary.as('owner2'), once), ProposalInvalid);
    const twice = await approveOnChain(notary.as('owner1'), once);
    assert.equal((await execute(notary.as('stranger'), twice)).did, 'scheduled');
    assert.equal((await stageOf(notary.reader, twice)).is, 'waiting');
    await assert.rejects(execute(notary.as('stranger'), twice), ProposalInvalid);
    await notary.pass(DELAY);
    assert.equal((await execute(notary.as('stranger'), twice)).did, 'executed');
    assert.deepEqual(await stageOf(notary.reader, twice), { is: 'done' });
    await assert.rejects(execute(notary.as('stranger'), twice), ProposalInvalid);
  });

  it('a dry run shows the decoded effect before anybody signs, and whether it would be refused', async () => {
    const { deployment } = notary;
    const to = notary.address('stranger');
    const good = await dryRun(notary.reader, await notary.propose(governanceCalls.grantRole(deployment, 'GUARDIAN_ROLE', to))); // prettier-ignore
    assert.equal(good.refusal, null);
    assert.deepEqual(good.effects[0], {
      target: 'OtpNotary',
      address: getAddress(deployment.contract),
      call: 'grantRole',
      arguments: [{ name: 'role', value: 'GUARDIAN_ROLE' }, { name: 'account', value: JSON.stringify(getAddress(to)) }], // prettier-ignore
      notes: [],
    });
    const upgrade = await dryRun(notary.reader, await notary.propose(governanceCalls.upgrade(deployment, deployment.provenCodes))); // prettier-ignore
    assert.equal(upgrade.refusal, null);
    assert.match(upgrade.effects[0]?.notes.join('\n') ?? '', /^rules now 0x.*code hash.*\nrules then 0x.*code hash/);
    const nowhere = await dryRun(notary.reader, await notary.propose(governanceCalls.upgrade(deployment, to)));
    assert.equal(nowhere.refusal, 'ERC1967InvalidImplementation');
    assert.match(nowhere.effects[0]?.notes.join('\n') ?? '', /there is no code/);
    const unpause = await dryRun(notary.reader, await notary.propose(governanceCalls.unpause(deployment)));
    assert.equal(unpause.refusal, 'ExpectedPause');
    const blind = await dryRun(notary.reader, await notary.propose({ to, data: '0xdeadbeef' }));
    assert.equal(blind.effects[0]?.call, null);
    assert.equal(blind.effects[0]?.target, 'unknown');
    // What was only tried has left nothing behind.
    assert.equal((await review()).agrees, true);
  });

  it('log-20: the guardian pauses at once, behind no timelock; the end of a pause is decided and waits', async () => {
    const { guardian } = notary.people;
    await guardian.writeContract({ ...notary.contract, functionName: 'pause' });
    for (const office of ['guardian', 'relayer', 'owner1', 'canceller', 'deployer', 'stranger'] as const) {
      const { account } = notary.people[office];
      const unpause = notary.reader.simulateContract({ ...notary.contract, account, functionName: 'unpause' });
      assert.equal((await refusal(unpause)).name, 'AccessControlUnauthorizedAccount', office);
    }
    const proposal = await notary.schedule(governanceCalls.unpause(notary.deployment));
    await notary.pass(DELAY - 60);
    await assert.rejects(execute(notary.as('owner1'), proposal), ProposalInvalid);
    await notary.pass(60);
    await execute(notary.as('stranger'), proposal);
    assert.equal(await notary.reader.readContract({ ...notary.contract, functionName: 'paused' }), false);
  });

  it('what was scheduled is cancelled by the canceller alone, and can never run', async () => {
    const proposal = await notary.schedule(governanceCalls.updateDelay(notary.deployment, 0));
    for (const office of ['owner1', 'guardian', 'relayer', 'deployer', 'stranger'] as const) {
      await assert.rejects(cancel(notary.as(office), proposal), /AccessControlUnauthorizedAccount|0xe2517d3f/);
    }
    await cancel(notary.as('canceller'), proposal);
    assert.deepEqual(await stageOf(notary.reader, proposal), { is: 'spent' });
    await notary.pass(DELAY);
    await assert.rejects(execute(notary.as('owner1'), proposal), ProposalInvalid);
    assert.equal((await review()).agrees, true);
  });

  it('what two owners signed is good for one number of the Safe, on one chain, for just these calls', async () => {
    const call = governanceCalls.grantRole(notary.deployment, 'RELAYER_ROLE', notary.address('stranger'));
    const first = await notary.propose(call);
    const signed = await approve(notary.as('owner2'), await approve(notary.as('owner1'), first));
    for (const forged of [
      { ...signed, calls: [governanceCalls.updateDelay(notary.deployment, 0)] },
      { ...signed, delaySeconds: 0 },
      { ...signed, chainId: 1 },
      { ...signed, salt: `0x${'77'.repeat(32)}` as const },
      { ...signed, signatures: { [getAddress(notary.address('owner1'))]: `0x${'11'.repeat(65)}` } as const },
      { ...signed, signatures: { [notary.address('owner1')]: 'approved', [notary.address('owner2')]: 'approved' } as const }, // prettier-ignore
    ]) {
      await assert.rejects(execute(notary.as('stranger'), forged), ProposalInvalid);
      assert.notEqual((await stageOf(notary.reader, forged)).is, 'signed');
    }
    await notary.schedule(governanceCalls.unpause(notary.deployment));
    assert.deepEqual(await stageOf(notary.reader, signed), { is: 'spent' });
    await assert.rejects(approve(notary.as('stranger'), first), ProposalInvalid);
  });

  it('the default admin is handed over in two steps, each decided, and the second only after the delay', async () => {
    const { contract } = notary.deployment;
    const next = notary.address('stranger');
    const begin = encodeFunctionData({
      abi: notary.contract.abi,
      functionName: 'beginDefaultAdminTransfer',
      args: [next],
    });
    await notary.decide({ to: contract, data: begin });
    const waiting = await review();
    assert.equal(waiting.agrees, false);
    assert.match(
      waiting.rows.find(({ right }) => right === 'pending handovers')?.holds[0] ?? '',
      /default admin is to become/,
    );
    const accept = { ...notary.contract, functionName: 'acceptDefaultAdminTransfer' } as const;
    const early = notary.reader.simulateContract({ ...accept, account: notary.people.stranger.account });
    assert.equal((await refusal(early)).name, 'AccessControlEnforcedDefaultAdminDelay');
    await notary.pass(production.adminDelaySeconds + 1);
    const foreign = notary.reader.simulateContract({ ...accept, account: notary.people.owner1.account });
    assert.equal((await refusal(foreign)).name, 'AccessControlInvalidDefaultAdmin');
    await notary.people.stranger.writeContract(accept);
    const { rows } = await review();
    const row = rows.find(({ on, right }) => on === 'OtpNotary' && right === 'DEFAULT_ADMIN_ROLE');
    assert.equal(row?.agrees, false);
  });

  it('a review finds every right that the table does not give', async () => {
    const { contract, timelock, proxyAdmin, safe } = notary.deployment;
    const stranger = notary.address('stranger');
    const ownable = parseAbi(['function transferOwnership(address)']);
    const safeOwner = parseAbi(['function addOwnerWithThreshold(address,uint256)', 'function enableModule(address)']);
    const found = async (on: string, right: string) => {
      const { rows } = await review();
      return rows.find((row) => row.on === on && row.right === right)?.agrees === false;
    };
    await notary.decide(
      governanceCalls.grantRole(notary.deployment, 'RELAYER_ROLE', notary.address('guardian')),
      governanceCalls.grantRole(notary.deployment, `UNHEARD_OF`, stranger),
      governanceCalls.updateDelay(notary.deployment, 5),
      { to: timelock, data: encodeFunctionData({ abi: notary.contract.abi, functionName: 'grantRole', args: [`0x${'00'.repeat(32)}`, stranger] }) }, // prettier-ignore
    );
    assert.equal(await found('OtpNotary', 'RELAYER_ROLE'), true);
    assert.equal(await found('TimelockController', 'DEFAULT_ADMIN_ROLE'), true);
    assert.equal(await found('TimelockController', 'delay, s'), true);
    assert.equal((await review()).rows.filter(({ right, agrees }) => right.startsWith('0x') && !agrees).length, 1);
    for (const data of [
      encodeFunctionData({ abi: safeOwner, functionName: 'addOwnerWithThreshold', args: [stranger, 1n] }),
      encodeFunctionData({ abi: safeOwner, functionName: 'enableModule', args: [stranger] }),
    ]) {
      await impersonate(safe, data);
    }
    for (const right of ['owners', 'signatures needed', 'modules, guards, handlers']) {
      assert.equal(await found('Safe', right), true, right);
    }
    await notary.decide({ to: proxyAdmin, data: encodeFunctionData({ abi: ownable, args: [stranger] }) });
    assert.equal(await found('ProxyAdmin', 'owner: may upgrade'), true);
    assert.notEqual(contract, zeroAddress);
  });

  async function impersonate(safe: `0x${string}`, data: `0x${string}`): Promise<void> {
    await notary.request('hardhat_impersonateAccount', [safe]);
    await notary.request('hardhat_setBalance', [safe, '0xde0b6b3a7640000']);
    await notary.request('eth_sendTransaction', [{ from: safe, to: safe, data }]);
  }
});

describe('a plan of governance', () => {
  it('is refused when it is weaker than the minimums or gives one account two offices', async () => {
    const notary = await GovernedNotary.deploy();
    const account = (name: Parameters<GovernedNotary['address']>[0]) => notary.address(name);
    const good: GovernancePlan = {
      owners: [account('owner1'), account('owner2'), account('owner3')],
      threshold: 2,
      timelockDelaySeconds: production.timelockDelaySeconds,
      adminDelaySeconds: production.adminDelaySeconds,
      relayer: account('relayer'),
      guardian: account('guardian'),
      canceller: account('canceller'),
      logs: [],
      minimums: production,
    };
    const weak: Partial<GovernancePlan>[] = [
      { timelockDelaySeconds: production.timelockDelaySeconds - 1 },
      { adminDelaySeconds: production.adminDelaySeconds - 1 },
      { threshold: 1 },
      { owners: good.owners.slice(1) },
      { guardian: account('relayer') },
      { canceller: account('owner1') },
      { relayer: account('deployer') },
      { guardian: zeroAddress },
    ];
    const block = await notary.reader.getBlockNumber();
    for (const change of weak) {
      await assert.rejects(deployGoverned(notary.as('deployer'), { ...good, ...change }), GovernanceTooWeak);
    }
    assert.equal(await notary.reader.getBlockNumber(), block, 'nothing was sent');
  });
});
