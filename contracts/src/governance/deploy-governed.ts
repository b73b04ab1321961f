import {
  encodeFunctionData,
  getAddress,
  keccak256,
  parseEventLogs,
  toHex,
  zeroAddress,
  zeroHash,
  type Address,
  type Hex,
} from 'viem';
import { create, deployOtpNotary, landed, type Deployer, type Deployment, type LogPlan } from '../deploy.js';
import {
  safeAbi,
  safeBytecode,
  safeProxyFactoryAbi,
  safeProxyFactoryBytecode,
  timelockAbi,
  timelockBytecode,
} from '../generated/Governance.js';
import { otpNotaryAbi } from '../generated/OtpNotary.js';
import { provenCodesAbi } from '../generated/ProvenCodes.js';
import { deployProvenCodes } from '../proven-codes.js';
import { adminOf } from './erc1967.js';
import { GovernanceTooWeak, type Minimums } from './minimums.js';

/** A receipt key that the log's receipts are checked with from the start. */
export interface ReceiptKeyPlan {
  readonly origin: string;
  readonly keyHash: Hex;
}

export interface GovernancePlan {
  /** Owners of the Safe that proposes. */
  readonly owners: readonly Address[];
  readonly threshold: number;
  readonly timelockDelaySeconds: number;
  readonly adminDelaySeconds: number;
  /** May anchor. */
  readonly relayer: Address;
  /** May pause. */
  readonly guardian: Address;
  /** May cancel what was proposed, beside the Safe. */
  readonly canceller: Address;
  readonly logs: readonly LogPlan[];
  readonly receiptKeys?: readonly ReceiptKeyPlan[];
  readonly minimums: Minimums;
}

/** Addresses of everything that governs. */
export interface Governed {
  readonly contract: Address;
  /** The contract that proves codes; the zero address when it is not known. */
  readonly provenCodes: Address;
  readonly proxyAdmin: Address;
  readonly timelock: Address;
  readonly safe: Address;
}

const PROPOSER_ROLE = keccak256(toHex('PROPOSER_ROLE'));
const CANCELLER_ROLE = keccak256(toHex('CANCELLER_ROLE'));
const SETUP_SALT = keccak256(toHex('otp-notary/setup'));

/**
 * Deploys the contract under its governance: a Safe proposes to a timelock, which is governor, default admin and owner of
 * the ProxyAdmin. The deployer proposes the setup (logs, receipt keys, the timelock's delay) while the delay is 0 and
 * gives up every role in the end: then it can do nothing. Interrupted halfway, deploy anew: nothing was promised yet.
 * @throws GovernanceTooWeak, DeploymentReverted, and viem's errors
 */
export async function deployGoverned(deployer: Deployer, plan: GovernancePlan): Promise<Deployment & Governed> {
  assertStrong(plan, deployer.wallet.account.address);
  const safe = await deploySafe(deployer, plan.owners, plan.threshold);
  const timelock = await deployTimelock(deployer, safe);
  const deployment = await deployOtpNotary(deployer, {
    adminDelaySeconds: plan.adminDelaySeconds,
    governor: timelock,
    relayer: plan.relayer,
    guardian: plan.guardian,
    logs: [],
  });
  const provenCodes = await deployProvenCodes(deployer, deployment.contract);
  await setUp(deployer, timelock, setupCalls(plan, { timelock, contract: deployment.contract, provenCodes }));
  await stepDown(deployer, timelock, plan.canceller);
  const proxyAdmin = await adminOf(deployer.reader, deployment.contract);
  return { ...deployment, provenCodes, proxyAdmin, timelock, safe };
}

/** @throws GovernanceTooWeak */
function assertStrong(plan: GovernancePlan, deployer: Address): void {
  const { minimums: least, owners, threshold } = plan;
  const offices = [...owners, plan.relayer, plan.guardian, plan.canceller].map((account) => getAddress(account));
  if (new Set(offices).size < offices.length) throw new GovernanceTooWeak('one account has two offices');
  if (offices.includes(getAddress(deployer))) throw new GovernanceTooWeak('the deployer has an office');
  if (offices.includes(zeroAddress)) throw new GovernanceTooWeak('an office is vacant');
  if (owners.length < least.owners) throw new GovernanceTooWeak(`fewer than ${least.owners} owners`);
  if (threshold < least.threshold) throw new GovernanceTooWeak(`fewer than ${least.threshold} signatures`);
  if (plan.timelockDelaySeconds < least.timelockDelaySeconds) throw new GovernanceTooWeak('timelock delay too short');
  if (plan.adminDelaySeconds < least.adminDelaySeconds) throw new GovernanceTooWeak('admin delay too short');
}

async function deploySafe(deployer: Deployer, owners: readonly Address[], threshold: number): Promise<Address> {
  const { wallet, reader } = deployer;
  const singleton = await create(deployer, await wallet.deployContract({ abi: safeAbi, bytecode: safeBytecode }));
  const factory = await create(
    deployer,
    await wallet.deployContract({ abi: safeProxyFactoryAbi, bytecode: safeProxyFactoryBytecode }),
  );
  const setup = encodeFunctionData({
    abi: safeAbi,
    functionName: 'setup',
    // No call, no fallback handler, no payment: the Safe signs and sends, nothing else.
    args: [owners, BigInt(threshold), zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress],
  });
  const hash = await wallet.writeContract({
    abi: safeProxyFactoryAbi,
    address: factory.address,
    functionName: 'createProxyWithNonce',
    args: [singleton.address, setup, BigInt(Date.now())],
  });
  const { logs } = await landed({ reader }, hash);
  const [created] = parseEventLogs({ abi: safeProxyFactoryAbi, logs, eventName: 'ProxyCreation' });
  if (created === undefined) throw new GovernanceTooWeak('the factory made no Safe');
  return created.args.proxy;
}

/** With the deployer as second proposer and as admin, and without a delay: until {@link stepDown}. */
async function deployTimelock(deployer: Deployer, safe: Address): Promise<Address> {
  const own = deployer.wallet.account.address;
  const hash = await deployer.wallet.deployContract({
    abi: timelockAbi,
    bytecode: timelockBytecode,
    // Anybody may execute what is due: an executor that is gone holds nothing up.
    args: [0n, [safe, own], [zeroAddress], own],
  });
  return (await create(deployer, hash)).address;
}

interface SetupCall {
  readonly to: Address;
  readonly data: Hex;
}

function setupCalls(plan: GovernancePlan, at: Pick<Governed, 'timelock' | 'contract' | 'provenCodes'>): SetupCall[] {
  const logs = plan.logs.map(({ origin, keyHash, lifeSeconds }) => ({
    to: at.contract,
    data: encodeFunctionData({ abi: otpNotaryAbi, functionName: 'createLog', args: [origin, keyHash, lifeSeconds] }),
  }));
  const keys = (plan.receiptKeys ?? []).map(({ origin, keyHash }) => ({
    to: at.provenCodes,
    data: encodeFunctionData({ abi: provenCodesAbi, functionName: 'addReceiptKey', args: [origin, keyHash] }),
  }));
  const delay = encodeFunctionData({
    abi: timelockAbi,
    functionName: 'updateDelay',
    args: [BigInt(plan.timelockDelaySeconds)],
  });
  return [...logs, ...keys, { to: at.timelock, data: delay }];
}

async function setUp(deployer: Deployer, address: Address, calls: readonly SetupCall[]): Promise<void> {
  const targets = calls.map(({ to }) => to);
  const payloads = calls.map(({ data }) => data);
  const values = calls.map(() => 0n);
  const timelock = { abi: timelockAbi, address } as const;
  const batch = [targets, values, payloads, zeroHash, SETUP_SALT] as const;
  const scheduled = deployer.wallet.writeContract({ ...timelock, functionName: 'scheduleBatch', args: [...batch, 0n] });
  await landed(deployer, await scheduled);
  await landed(
    deployer,
    await deployer.wallet.writeContract({ ...timelock, functionName: 'executeBatch', args: batch }),
  );
}

/** Hands the office of the canceller out and gives up everything of its own, the admin of the timelock last. */
async function stepDown({ wallet, reader }: Deployer, address: Address, canceller: Address): Promise<void> {
  const timelock = { abi: timelockAbi, address } as const;
  const own = wallet.account.address;
  const grant = wallet.writeContract({ ...timelock, functionName: 'grantRole', args: [CANCELLER_ROLE, canceller] });
  await landed({ reader }, await grant);
  for (const role of [PROPOSER_ROLE, CANCELLER_ROLE, zeroHash]) {
    const left = wallet.writeContract({ ...timelock, functionName: 'renounceRole', args: [role, own] });
    await landed({ reader }, await left);
  }
}
