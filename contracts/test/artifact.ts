import { artifacts } from 'hardhat';
import { getContractAddress, type Abi, type Address, type Hex } from 'viem';
import type { Notary } from './fixture.ts';

/** Deploys a contract of examples or of tests, which nothing outside uses. */
export async function deployArtifact(
  notary: Notary,
  name: string,
  args: readonly unknown[],
): Promise<{ abi: Abi; address: Address }> {
  const { abi, bytecode } = await artifacts.readArtifact(name);
  const { governor: wallet, reader } = notary;
  const hash = await wallet.deployContract({ abi: abi as Abi, bytecode: bytecode as Hex, args });
  const { contractAddress } = await reader.waitForTransactionReceipt({ hash });
  const { from, nonce } = await reader.getTransaction({ hash });
  return { abi: abi as Abi, address: contractAddress ?? getContractAddress({ from, nonce: BigInt(nonce) }) };
}
