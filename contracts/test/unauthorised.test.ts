import assert from 'node:assert/strict';
import {
  encodeFunctionData,
  keccak256,
  parseAbi,
  toHex,
  zeroAddress,
  zeroHash,
  type Abi,
  type Address,
  type Hex,
} from 'viem';
import {
  accessReview,
  approve,
  cancel,
  execute,
  governanceCalls,
  minimums,
  ProposalInvalid,
  stageOf,
} from '../src/governance/index.ts';
import { proxyAdminAbi, safeAbi, timelockAbi } from '../src/generated/Governance.ts';
import { otpNotaryAbi, provenCodesAbi } from '../src/index.ts';
import { ORIGIN, ORIGIN_ID, refusal } from './fixture.ts';
import { DELAY, GovernedNotary, type People } from './governed.ts';

type Office = keyof People;
const everybody: readonly Office[] = ['deployer', 'owner1', 'owner2', 'owner3', 'relayer', 'guardian', 'canceller', 'stranger']; // prettier-ignore
const HASH: Hex = `0x${'5e'.repeat(32)}`;
const ROOT: Hex = `0x${'11'.repeat(32)}`;

/** Every write of every contract, who alone may make it directly (nobody: only the timelock), and how others are refused. */
interface Write {
  readonly what: string;
  readonly to: (notary: GovernedNotary) => Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: (notary: GovernedNotary) => readonly unknown[];
  readonly may: readonly Office[];
  readonly refusals: readonly string[];
}

const toContract = (notary: GovernedNotary): Address => notary.deployment.contract;
const toTimelock = (notary: GovernedNotary): Address => notary.deployment.timelock;
const NOT_YOURS = ['AccessControlUnauthorizedAccount'];

function onContract(functionName: string, args: Write['args'], may: Write['may'] = [], refusals = NOT_YOURS): Write {
  return { what: `OtpNotary.${functionName}`, to: toContract, abi: otpNotaryAbi, functionName, args, may, refusals };
}
function onTimelock(functionName: string, args: Write['args'], may: Write['may'] = [], refusals = NOT_YOURS): Write {
  return {
    what: `TimelockController.${functionName}`,
    to: toTimelock,
    abi: timelockAbi,
    functionName,
    args,
    may,
    refusals,
  };
}

const RELAYER_ROLE = keccak256(toHex('RELAYER_ROLE'));

const writes: readonly Write[] = [
  onContract('anchor', () => [ORIGIN_ID, 1n, ROOT, [], []], ['relayer']),
  onContract('pause', () => [], ['guardian']),
  onContract('unpause', () => []),
  onContract('createLog', () => ['other.example/otp', HASH, 61]),
  onContract('grantRole', (notary) => [RELAYER_ROLE, notary.address('stranger')]),
  onContract('revokeRole', (notary) => [RELAYER_ROLE, notary.address('relayer')]),
  onContract('grantRole', (notary) => [zeroHash, notary.address('stranger')], [], ['AccessControlEnforcedDefaultAdminRules']), // prettier-ignore
  onContract('revokeRole', (notary) => [zeroHash, notary.deployment.timelock], [], ['AccessControlEnforcedDefaultAdminRules']), // prettier-ignore
  onContract(
    'renounceRole',
    (notary) => [zeroHash, notary.deployment.timelock],
    [],
    ['AccessControlEnforcedDefaultAdminDelay'],
  ),
  onContract('beginDefaultAdminTransfer', (notary) => [notary.address('stranger')]),
  onContract('acceptDefaultAdminTransfer', () => [], [], ['AccessControlInvalidDefaultAdmin']),
  onContract('cancelDefaultAdminTransfer', () => []),
  onContract('changeDefaultAdminDelay', () => [0]),
  onContract('rollbackDefaultAdminDelay', () => []),
  onContract('initialize', (notary) => [0, notary.address('stranger'), notary.address('stranger'), notary.address('stranger')], [], ['InvalidInitialization']), // prettier-ignore
  {
    what: 'ProxyAdmin.upgradeAndCall',
    to: (notary) => notary.deployment.proxyAdmin,
    abi: proxyAdminAbi,
    functionName: 'upgradeAndCall',
    args: (notary) => [notary.deployment.contract, notary.deployment.provenCodes, '0x'],
    may: [],
    refusals: ['OwnableUnauthorizedAccount'],
  },
  {
    what: 'ProxyAdmin.transferOwnership',
    to: (notary) => notary.deployment.proxyAdmin,
    abi: proxyAdminAbi,
    functionName: 'transferOwnership',
    args: (notary) => [notary.address('stranger')],
    may: [],
    refusals: ['OwnableUnauthorizedAccount'],
  },
  onTimelock('schedule', (notary) => [notary.deployment.contract, 0n, '0x', zeroHash, HASH, BigInt(DELAY)]),
  onTimelock('scheduleBatch', (notary) => [[notary.deployment.contract], [0n], ['0x'], zeroHash, HASH, BigInt(DELAY)]),
  onTimelock('cancel', () => [HASH], [], ['AccessControlUnauthorizedAccount', 'TimelockUnexpectedOperationState']),
  onTimelock('execute', (notary) => [notary.deployment.contract, 0n, '0x', zeroHash, HASH], [], ['TimelockUnexpectedOperationState']), // prettier-ignore
  onTimelock('executeBatch', (notary) => [[notary.deployment.contract], [0n], ['0x'], zeroHash, HASH], [], ['TimelockUnexpectedOperationState']), // prettier-ignore
  onTimelock('updateDelay', () => [0n], [], ['TimelockUnauthorizedCaller']),
  onTimelock('grantRole', (notary) => [zeroHash, notary.address('stranger')]),
  onTimelock('revokeRole', (notary) => [zeroHash, notary.deployment.timelock]),
  {
    what: 'ProvenCodes.addReceiptKey',
    to: (notary) => notary.deployment.provenCodes,
    abi: provenCodesAbi,
    functionName: 'addReceiptKey',
    args: () => [ORIGIN, HASH],
    may: [],
    refusals: ['NotGovernor'],
  },
  {
    what: 'ProvenCodes.retireReceiptKey',
    to: (notary) => notary.deployment.provenCodes,
    abi: provenCodesAbi,
    functionName: 'retireReceiptKey',
    args: () => [ORIGIN_ID, HASH],
    may: [],
    refusals: ['NotGovernor'],
  },
  ...(['addOwnerWithThreshold', 'enableModule', 'changeThreshold', 'setGuard', 'setFallbackHandler'] as const).map(
    (functionName): Write => ({
      what: `Safe.${functionName}`,
      to: (notary) => notary.deployment.safe,
      abi: safeAbi,
      functionName,
      args: (notary) => safeArgs[functionName](notary.address('stranger')),
      may: [],
      refusals: ['Error: GS031'],
    }),
  ),
];

const safeArgs = {
  addOwnerWithThreshold: (to: Address) => [to, 1n],
  enableModule: (to: Address) => [to],
  changeThreshold: () => [1n],
  setGuard: () => [zeroAddress],
  setFallbackHandler: (to: Address) => [to],
} as const;

describe('log-22: who is not named cannot', () => {
  let notary: GovernedNotary;
  before(async () => {
    notary = await GovernedNotary.deploy();
  });
  const attempt = ({ to, abi, functionName, args }: Write, office: Office) =>
    notary.reader.simulateContract({ address: to(notary), abi, functionName, args: args(notary), account: notary.people[office].account }); // prettier-ignore

  for (const write of writes) {
    const allowed = write.may.length === 0 ? 'nobody but the timelock' : `only the ${write.may.join(' and ')}`;
    it(`${write.what}: ${allowed}`, async () => {
      for (const office of everybody) {
        if (write.may.includes(office)) {
          await attempt(write, office);
          continue;
        }
        const name = await nameOf(attempt(write, office));
        assert.ok(write.refusals.includes(name), `${office}: ${name}`);
      }
    });
  }

  it('covers every write of the contract and of ProvenCodes but those that are for everybody', () => {
    const covered = new Set(writes.map(({ what }) => what));
    const open = new Set(['ProvenCodes.consumeDirect', 'ProvenCodes.flag']);
    for (const [contract, abi] of [
      ['OtpNotary', otpNotaryAbi],
      ['ProvenCodes', provenCodesAbi],
      ['ProxyAdmin', proxyAdminAbi],
    ] as const) {
      // prettier-ignore
      for (const item of abi) {
        if (item.type !== 'function' || item.stateMutability === 'view') continue;
        const name = `${contract}.${item.name}`;
        // Who gives up a right of its own needs none: renounceRole and renounceOwnership of others are refused as any write.
        assert.ok(covered.has(name) || open.has(name) || name === 'ProxyAdmin.renounceOwnership', name);
        assert.equal(item.stateMutability === 'payable' && contract !== 'ProxyAdmin', false, `${name} takes money`);
      }
    }
  });

  it('an operation cannot run early, twice, after it was cancelled, or past its predecessor', async () => {
    const delayed = await notary.schedule(governanceCalls.grantRole(notary.deployment, 'RELAYER_ROLE', notary.address('stranger'))); // prettier-ignore
    await assert.rejects(execute(notary.as('stranger'), delayed), ProposalInvalid);
    const run = (args: readonly [readonly Address[], readonly bigint[], readonly Hex[], Hex, Hex]) =>
      notary.reader.simulateContract({ address: notary.deployment.timelock, abi: timelockAbi, functionName: 'executeBatch', args, account: notary.people.owner1.account }); // prettier-ignore
    const batch = [delayed.calls.map(({ to }) => to), [0n], delayed.calls.map(({ data }) => data), zeroHash, delayed.salt] as const; // prettier-ignore
    assert.equal(await nameOf(run(batch)), 'TimelockUnexpectedOperationState');
    await notary.pass(DELAY);
    await execute(notary.as('stranger'), delayed);
    assert.equal(await nameOf(run(batch)), 'TimelockUnexpectedOperationState', 'replayed');
    const cancelled = await notary.schedule(governanceCalls.updateDelay(notary.deployment, 0));
    await cancel(notary.as('canceller'), cancelled);
    await notary.pass(DELAY);
    assert.deepEqual(await stageOf(notary.reader, cancelled), { is: 'spent' });
    const behind = { ...(await notary.propose(governanceCalls.unpause(notary.deployment))), predecessor: HASH };
    const signed = await approve(notary.as('owner1'), await approve(notary.as('owner2'), behind));
    await execute(notary.as('owner1'), signed);
    await notary.pass(DELAY);
    const late = [[notary.deployment.contract], [0n], behind.calls.map(({ data }) => data), HASH, behind.salt] as const;
    assert.equal(await nameOf(run(late)), 'TimelockUnexecutedPredecessor');
  });

  it('one owner alone, a stranger’s signature, or the same owner twice do not move the Safe', async () => {
    const safe = notary.deployment.safe;
    const pause = encodeFunctionData({ abi: parseAbi(['function pause()']) });
    for (const signatures of [
      approvalsOf(notary.address('owner1')),
      approvalsOf(notary.address('owner1'), notary.address('owner1')),
      approvalsOf(notary.address('owner1'), notary.address('stranger')),
    ]) {
      const args = [toContract(notary), 0n, pause, 0, 0n, 0n, 0n, zeroAddress, zeroAddress, signatures] as const;
      const call = notary.reader.simulateContract({ address: safe, abi: safeAbi, functionName: 'execTransaction', args, account: notary.people.owner1.account }); // prettier-ignore
      assert.match(await nameOf(call), /^Error: GS02[056]$/);
    }
  });

  it('after all of these attempts the access review says what it said before', async () => {
    const { rows } = await accessReview(notary.reader, notary.deployment.contract, { minimums: minimums.production });
    const wrong = rows.filter(({ agrees }) => !agrees).map(({ right }) => right);
    // The one decision above, which was a decision.
    assert.deepEqual(wrong, ['RELAYER_ROLE']);
  });
});

/** Approvals in the form that the Safe takes from the sender or from `approveHash`, sorted. */
function approvalsOf(...owners: readonly Address[]): Hex {
  const sorted = owners.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return `0x${sorted.map((owner) => `${owner.slice(2).padStart(64, '0')}${'0'.repeat(64)}01`).join('')}`;
}

/** The refusal's name; for a Safe, which reverts with text, that text. */
async function nameOf(call: Promise<unknown>): Promise<string> {
  try {
    const { name, args } = await refusal(call);
    return name === 'Error' ? `Error: ${String(args[0])}` : name;
  } catch (error) {
    return /GS\d{3}/.exec(String(error))?.[0].replace(/^/, 'Error: ') ?? String(error);
  }
}
