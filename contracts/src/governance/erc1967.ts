import { getAddress, type Address, type PublicClient } from 'viem';

/** `bytes32(uint256(keccak256('eip1967.proxy.admin')) - 1)` (ERC-1967). */
const ADMIN_SLOT = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103';

/** The ProxyAdmin of a transparent proxy; the zero address when it is none. */
export async function adminOf(reader: PublicClient, proxy: Address): Promise<Address> {
  return addressIn(await reader.getStorageAt({ address: proxy, slot: ADMIN_SLOT }));
}

/** The address in a storage word. */
export function addressIn(word: string | undefined): Address {
  return getAddress(`0x${(word ?? '0x').slice(2).padStart(64, '0').slice(24)}`);
}
