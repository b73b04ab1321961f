import { zeroAddress, type Address, type PublicClient } from 'viem';
import { readAccess } from './access-facts.js';
import type { Governed } from './deploy-governed.js';

/** The contract is not governed by a Safe through a timelock. */
export class NotGoverned extends Error {
  readonly code = 'OTP_NOT_GOVERNED';
}

/**
 * Finds what governs a contract from the contract itself: ProxyAdmin, its owner, who proposes to that.
 * @param provenCodes the contract that proves codes beside it, which nothing on chain leads to; the zero address when not needed
 * @throws NotGoverned, and viem's errors
 */
export async function findGoverned(
  reader: PublicClient,
  contract: Address,
  { provenCodes = zeroAddress, fromBlock = 0n }: { readonly provenCodes?: Address; readonly fromBlock?: bigint } = {},
): Promise<Governed> {
  const { proxyAdmin, proxyAdminOwner, timelock, safe } = await readAccess(reader, contract, fromBlock);
  if (timelock === null) throw new NotGoverned(`the owner of the ProxyAdmin, ${proxyAdminOwner}, is no timelock`);
  if (safe === null) throw new NotGoverned(`no Safe proposes to the timelock ${timelock.address}`);
  return { contract, provenCodes, proxyAdmin, timelock: timelock.address, safe: safe.address };
}
