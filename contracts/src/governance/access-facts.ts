import { getAddress, zeroAddress, type Address, type Hex, type PublicClient } from 'viem';
import { codeHashOf, implementationOf } from '../deploy.js';
import { proxyAdminAbi, safeAbi, safeBytecode, timelockAbi, timelockBytecode } from '../generated/Governance.js';
import { otpNotaryAbi } from '../generated/OtpNotary.js';
import { addressIn, adminOf } from './erc1967.js';
import { roleHash, roleName } from './roles.js';

/** Accounts that hold a right, by the name of the right. */
export type Holders = Readonly<Record<string, readonly Address[]>>;

/** Who can do what, as read from a chain. */
export interface AccessFacts {
  readonly implementation: Address;
  readonly implementationCodeHash: Hex;
  readonly isPaused: boolean;
  /** Roles of the contract: all that were ever granted, with those who hold them now. */
  readonly roles: Holders;
  readonly roleAdmins: Readonly<Record<string, string>>;
  readonly adminDelaySeconds: number;
  /** Handovers and changes of delay that wait. */
  readonly pending: readonly string[];
  readonly proxyAdmin: Address;
  readonly proxyAdminOwner: Address;
  /** Null when the owner of the ProxyAdmin is no timelock. */
  readonly timelock: TimelockFacts | null;
  /** Null when no Safe proposes to the timelock. */
  readonly safe: SafeFacts | null;
}

export interface TimelockFacts {
  readonly address: Address;
  readonly roles: Holders;
  readonly delaySeconds: number;
  /** Whether its code is OpenZeppelin's TimelockController, byte for byte. */
  readonly isGenuine: boolean;
}

export interface SafeFacts {
  readonly address: Address;
  readonly owners: readonly Address[];
  readonly threshold: number;
  readonly modules: readonly Address[];
  /** Guards and fallback handler: none of ours has one. */
  readonly hooks: readonly Address[];
  readonly isGenuine: boolean;
}

/** `EXECUTOR_ROLE` of this account is everybody's. */
const ANYBODY = zeroAddress;
/** Safe: guard, module guard, fallback handler (storage slots named in Safe 1.5). */
const SAFE_HOOKS: readonly Hex[] = [
  '0x4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8',
  '0xb104e0b93118902c651344349b610029d694cfdec91c589c91ebafbcd0289947',
  '0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5',
];
const SENTINEL: Address = '0x0000000000000000000000000000000000000001';

/**
 * Reads who can do what on a deployed contract: members of roles from events, each confirmed by `hasRole`.
 * @param fromBlock a block not after the deployment; the node must serve events from there on
 * @throws viem's errors when the node does not answer
 */
export async function readAccess(reader: PublicClient, contract: Address, fromBlock = 0n): Promise<AccessFacts> {
  const notary = { abi: otpNotaryAbi, address: contract } as const;
  const [implementation, proxyAdmin, isPaused, adminDelay, [pendingAdmin], [pendingDelay, pendingAt], roles] =
    await Promise.all([
      implementationOf(reader, contract),
      adminOf(reader, contract),
      reader.readContract({ ...notary, functionName: 'paused' }),
      reader.readContract({ ...notary, functionName: 'defaultAdminDelay' }),
      reader.readContract({ ...notary, functionName: 'pendingDefaultAdmin' }),
      reader.readContract({ ...notary, functionName: 'pendingDefaultAdminDelay' }),
      holdersOf(reader, otpNotaryAbi, contract, fromBlock),
    ]);
  const owner = await reader.readContract({ abi: proxyAdminAbi, address: proxyAdmin, functionName: 'owner' });
  const timelock = await readTimelock(reader, owner, fromBlock);
  const proposers = timelock?.roles['PROPOSER_ROLE'] ?? [];
  return {
    implementation,
    implementationCodeHash: await codeHashOf(reader, implementation),
    isPaused,
    roles,
    roleAdmins: await roleAdminsOf(reader, contract, Object.keys(roles)),
    adminDelaySeconds: adminDelay,
    pending: [
      ...(pendingAdmin === zeroAddress ? [] : [`default admin is to become ${pendingAdmin}`]),
      ...(pendingAt === 0 ? [] : [`admin delay is to become ${pendingDelay} s`]),
    ],
    proxyAdmin,
    proxyAdminOwner: owner,
    timelock,
    safe: proposers[0] === undefined ? null : await readSafe(reader, proposers[0]),
  };
}

async function readTimelock(reader: PublicClient, address: Address, fromBlock: bigint): Promise<TimelockFacts | null> {
  const code = await reader.getCode({ address });
  if (code === undefined) return null;
  const isGenuine = timelockBytecode.includes(code.slice(2));
  if (!isGenuine && (await holdsNothing(reader, address))) return null;
  const [roles, delay] = await Promise.all([
    holdersOf(reader, timelockAbi, address, fromBlock),
    reader.readContract({ abi: timelockAbi, address, functionName: 'getMinDelay' }),
  ]);
  return { address, roles, delaySeconds: Number(delay), isGenuine };
}

/** Whether a contract does not answer as a timelock. */
async function holdsNothing(reader: PublicClient, address: Address): Promise<boolean> {
  const answers = reader.readContract({ abi: timelockAbi, address, functionName: 'getMinDelay' });
  return answers.then(
    () => false,
    () => true,
  );
}

async function readSafe(reader: PublicClient, address: Address): Promise<SafeFacts | null> {
  if ((await reader.getCode({ address })) === undefined) return null;
  const safe = { abi: safeAbi, address } as const;
  const [owners, threshold, [modules], singleton, ...hooks] = await Promise.all([
    reader.readContract({ ...safe, functionName: 'getOwners' }),
    reader.readContract({ ...safe, functionName: 'getThreshold' }),
    reader.readContract({ ...safe, functionName: 'getModulesPaginated', args: [SENTINEL, 100n] }),
    reader.getStorageAt({ address, slot: '0x0' }),
    ...SAFE_HOOKS.map((slot) => reader.getStorageAt({ address, slot })),
  ]);
  const code = await reader.getCode({ address: addressIn(singleton) });
  return {
    address,
    owners,
    threshold: Number(threshold),
    modules,
    hooks: hooks.map((word) => addressIn(word)).filter((hook) => hook !== zeroAddress),
    isGenuine: code !== undefined && safeBytecode.includes(code.slice(2)),
  };
}

/** Members of every role that was ever granted. */
async function holdersOf(
  reader: PublicClient,
  abi: typeof otpNotaryAbi | typeof timelockAbi,
  address: Address,
  fromBlock: bigint,
): Promise<Holders> {
  const granted = await reader.getContractEvents({ abi, address, eventName: 'RoleGranted', fromBlock });
  const known = ['DEFAULT_ADMIN_ROLE'];
  const candidates = new Map<string, Set<Address>>(known.map((name) => [name, new Set()]));
  for (const { args } of granted) {
    const { role, account } = args as unknown as { readonly role: Hex; readonly account: Address };
    const name = roleName(role) ?? role;
    candidates.set(name, (candidates.get(name) ?? new Set()).add(getAddress(account)));
  }
  const holders: Record<string, readonly Address[]> = {};
  for (const [name, accounts] of candidates) {
    const hash = name.startsWith('0x') ? (name as Hex) : roleHash(name);
    const holds = await Promise.all(
      [...accounts].map((account) =>
        reader.readContract({ abi: timelockAbi, address, functionName: 'hasRole', args: [hash, account] }),
      ),
    );
    holders[name] = [...accounts].filter((_, i) => holds[i]);
  }
  return holders;
}

async function roleAdminsOf(
  reader: PublicClient,
  address: Address,
  roles: readonly string[],
): Promise<Record<string, string>> {
  const admins = await Promise.all(
    roles.map(async (role) => {
      const hash = role.startsWith('0x') ? (role as Hex) : roleHash(role);
      const args = [hash] as const;
      const admin = await reader.readContract({ abi: otpNotaryAbi, address, functionName: 'getRoleAdmin', args });
      return [role, roleName(admin) ?? admin] as const;
    }),
  );
  return Object.fromEntries(admins);
}

/** The name under which everybody holds a role of the timelock. */
export function isAnybody(account: Address): boolean {
  return account === ANYBODY;
}
