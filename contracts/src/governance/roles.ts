import { keccak256, toHex, zeroHash, type Hex } from 'viem';

const names = [
  'RELAYER_ROLE',
  'GUARDIAN_ROLE',
  'GOVERNOR_ROLE',
  'PROPOSER_ROLE',
  'EXECUTOR_ROLE',
  'CANCELLER_ROLE',
] as const;

const byHash: ReadonlyMap<string, string> = new Map([
  [zeroHash, 'DEFAULT_ADMIN_ROLE'],
  ...names.map((name) => [keccak256(toHex(name)), name] as const),
]);

/** The name of a role of ours or of the timelock. */
export function roleName(hash: string): string | undefined {
  return byHash.get(hash);
}

/** The hash of a role's name. */
export function roleHash(name: string): Hex {
  return name === 'DEFAULT_ADMIN_ROLE' ? zeroHash : keccak256(toHex(name));
}
