import { getAddress, type Address, type PublicClient } from 'viem';
import declaredTable from '../../access.json' with { type: 'json' };
import { isAnybody, readAccess, type AccessFacts, type Holders } from './access-facts.js';
import type { Minimums } from './minimums.js';

/** Who shall be able to do what, by names (contracts/access.json). */
export interface DeclaredAccess {
  readonly contract: Readonly<Record<string, readonly string[]>>;
  readonly contractRoleAdmins: Readonly<Record<string, string>>;
  readonly proxyAdminOwner: readonly string[];
  readonly timelock: Readonly<Record<string, readonly string[]>>;
  readonly safeOwners: readonly string[];
  readonly safeThreshold: number;
}

/** The table that this release declares. */
export const declaredAccess: DeclaredAccess = declaredTable;

/** One right: who holds it and who shall. */
export interface AccessRow {
  /** `OtpNotary`, `ProxyAdmin`, `TimelockController`, `Safe`. */
  readonly on: string;
  readonly right: string;
  /** Holders, by address and by the name that they have in the table. */
  readonly holds: readonly string[];
  readonly declared: readonly string[];
  readonly agrees: boolean;
}

export interface AccessReview {
  readonly facts: AccessFacts;
  readonly rows: readonly AccessRow[];
  /** True when every row agrees. */
  readonly agrees: boolean;
}

export interface ReviewOptions {
  readonly minimums: Minimums;
  readonly declared?: DeclaredAccess;
  /** Addresses of names of the table. A name that is left out is taken by the account that is found in its first place. */
  readonly accounts?: Readonly<Record<string, Address>>;
  readonly fromBlock?: bigint;
}

/**
 * Reads who can do what on a deployed contract and compares it with the declared table. Without addresses the comparison
 * is of the structure: one account for each name, in just the places of that name.
 */
export async function accessReview(
  reader: PublicClient,
  contract: Address,
  options: ReviewOptions,
): Promise<AccessReview> {
  const facts = await readAccess(reader, contract, options.fromBlock);
  const rows = compare(facts, options.declared ?? declaredAccess, new Names(options.accounts ?? {}), options.minimums);
  return { facts, rows, agrees: rows.every(({ agrees }) => agrees) };
}

function compare(facts: AccessFacts, declared: DeclaredAccess, names: Names, least: Minimums): AccessRow[] {
  const { timelock, safe } = facts;
  names.bind('timelock', timelock?.address);
  names.bind('safe', safe?.address);
  return [
    ...roleRows('OtpNotary', facts.roles, declared.contract, names),
    ...Object.entries({ ...declared.contractRoleAdmins, ...adminsBeyond(facts, declared) }).map(([role, admin]) =>
      row('OtpNotary', `admin of ${role}`, [facts.roleAdmins[role] ?? 'nobody'], [admin]),
    ),
    row('OtpNotary', 'pending handovers', facts.pending, []),
    atLeast('OtpNotary', 'delay of an admin handover, s', facts.adminDelaySeconds, least.adminDelaySeconds),
    names.row('ProxyAdmin', 'owner: may upgrade', [facts.proxyAdminOwner], declared.proxyAdminOwner),
    ...roleRows('TimelockController', timelock?.roles ?? {}, declared.timelock, names),
    atLeast('TimelockController', 'delay, s', timelock?.delaySeconds ?? 0, least.timelockDelaySeconds),
    row('TimelockController', 'code', [genuine(timelock?.isGenuine)], ['as released']),
    names.row('Safe', 'owners', safe?.owners ?? [], declared.safeOwners),
    row('Safe', 'signatures needed', [String(safe?.threshold ?? 0)], [String(declared.safeThreshold)]),
    row('Safe', 'modules, guards, handlers', [...(safe?.modules ?? []), ...(safe?.hooks ?? [])], []),
    row('Safe', 'code', [genuine(safe?.isGenuine)], ['as released']),
    names.distinctRow(),
  ];
}

/** Admins of roles that nobody declared: each is a finding, with the default that such a role has. */
function adminsBeyond({ roleAdmins }: AccessFacts, declared: DeclaredAccess): Record<string, string> {
  const known = new Set([...Object.keys(declared.contractRoleAdmins), ...Object.keys(declared.contract)]);
  const beyond = Object.keys(roleAdmins).filter((role) => !known.has(role));
  return Object.fromEntries(beyond.map((role) => [role, 'no such role']));
}

/** Declared roles first, then those that nobody declared. */
function roleRows(
  on: string,
  held: Holders,
  declared: Readonly<Record<string, readonly string[]>>,
  names: Names,
): AccessRow[] {
  const roles = new Set([...Object.keys(declared), ...Object.keys(held)]);
  return [...roles].map((role) => names.row(on, role, held[role] ?? [], declared[role] ?? []));
}

function atLeast(on: string, right: string, value: number, least: number): AccessRow {
  return { on, right, holds: [String(value)], declared: [`at least ${least}`], agrees: value >= least };
}

function row(on: string, right: string, holds: readonly string[], declared: readonly string[]): AccessRow {
  const agrees = holds.length === declared.length && holds.every((holder) => declared.includes(holder));
  return { on, right, holds, declared, agrees };
}

function genuine(is: boolean | undefined): string {
  return is === undefined ? 'none' : is ? 'as released' : 'unknown';
}

/** Which account stands behind which name of the table. */
class Names {
  readonly #accounts = new Map<string, Address>();

  constructor(given: Readonly<Record<string, Address>>) {
    for (const [name, account] of Object.entries(given)) this.#accounts.set(name, getAddress(account));
  }

  bind(name: string, account: Address | undefined): void {
    if (account !== undefined && !this.#accounts.has(name)) this.#accounts.set(name, getAddress(account));
  }

  /** Compares accounts with names; names without an account yet take the accounts that are left. */
  row(on: string, right: string, held: readonly Address[], declared: readonly string[]): AccessRow {
    const unnamed = held.map((account) => getAddress(account)).filter((account) => this.#nameOf(account) === undefined);
    for (const name of declared) {
      if (name !== 'anybody' && !this.#accounts.has(name)) this.bind(name, unnamed.shift());
    }
    const found = held.map((account) => this.#nameOf(getAddress(account)) ?? 'undeclared');
    const agrees = found.length === declared.length && declared.every((name) => found.includes(name));
    const holds = held.map((account, i) => (isAnybody(account) ? 'anybody' : `${found[i]} ${getAddress(account)}`));
    return { on, right, holds, declared, agrees };
  }

  /** No account stands behind two names. */
  distinctRow(): AccessRow {
    const byAccount = new Map<Address, string[]>();
    for (const [name, account] of this.#accounts) byAccount.set(account, [...(byAccount.get(account) ?? []), name]);
    const twice = [...byAccount].filter(([, names]) => names.length > 1);
    const holds = twice.map(([account, names]) => `${names.join(' and ')} ${account}`);
    return row('all', 'one account under two names', holds, []);
  }

  #nameOf(account: Address): string | undefined {
    if (isAnybody(account)) return 'anybody';
    return [...this.#accounts].find(([, known]) => known === account)?.[0];
  }
}
