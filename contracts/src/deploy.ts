import {
  encodeFunctionData,
  getAddress,
  getContractAddress,
  keccak256,
  type Account,
  type Address,
  type Chain,
  type Hash,
  type Hex,
  type PublicClient,
  type TransactionReceipt,
  type Transport,
  type WalletClient,
} from 'viem';
import { otpNotaryAbi, otpNotaryBytecode, proxyAbi, proxyBytecode } from './generated/OtpNotary.js';

/** How long a deployment waits for one receipt, ms. */
const RECEIPT_TIMEOUT_MS = 120_000;
/** `bytes32(uint256(keccak256('eip1967.proxy.implementation')) - 1)` (ERC-1967). */
export const IMPLEMENTATION_SLOT = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';

/** A log that the contract shall hold. */
export interface LogPlan {
  /** Name of the log, as in its checkpoints. */
  readonly origin: string;
  /** SHA-256 of the C2SP verifier key that signs its checkpoints. */
  readonly keyHash: Hex;
  /** Longest life of a code and its grace, seconds. */
  readonly lifeSeconds: number;
}

export interface DeploymentPlan {
  /** Delay of a handover of the default admin, seconds. */
  readonly adminDelaySeconds: number;
  /** Default admin, governor and owner of the ProxyAdmin. Creates the logs, so they are created here only when it is the sender. */
  readonly governor: Address;
  /** May anchor. */
  readonly relayer: Address;
  /** May pause. */
  readonly guardian: Address;
  readonly logs: readonly LogPlan[];
}

/** What must be pinned by whoever talks to the contract. */
export interface Deployment {
  readonly contract: Address;
  readonly implementation: Address;
  /** keccak256 of the proxy's code, which never changes. */
  readonly codeHash: Hex;
  /** keccak256 of the implementation's code: the rules in force. */
  readonly implementationCodeHash: Hex;
  /** Block of the proxy's creation. */
  readonly block: bigint;
}

/** Who deploys: pays, signs and reads. */
export interface Deployer {
  readonly wallet: WalletClient<Transport, Chain, Account>;
  readonly reader: PublicClient;
}

/** A transaction of the deployment reverted. */
export class DeploymentReverted extends Error {
  readonly code = 'OTP_DEPLOYMENT_REVERTED';
}

/**
 * Deploys the implementation and its TransparentUpgradeableProxy, and creates the logs.
 * @throws DeploymentReverted, and viem's errors when the chain cannot be reached
 */
export async function deployOtpNotary(deployer: Deployer, plan: DeploymentPlan): Promise<Deployment> {
  const { wallet, reader } = deployer;
  const implementation = await create(
    deployer,
    await wallet.deployContract({ abi: otpNotaryAbi, bytecode: otpNotaryBytecode }),
  );
  const initialization = encodeFunctionData({
    abi: otpNotaryAbi,
    functionName: 'initialize',
    args: [plan.adminDelaySeconds, plan.governor, plan.relayer, plan.guardian],
  });
  const proxy = await create(
    deployer,
    await wallet.deployContract({
      abi: proxyAbi,
      bytecode: proxyBytecode,
      args: [implementation.address, plan.governor, initialization],
    }),
  );
  for (const log of plan.logs) {
    const hash = await wallet.writeContract({
      abi: otpNotaryAbi,
      address: proxy.address,
      functionName: 'createLog',
      args: [log.origin, log.keyHash, log.lifeSeconds],
    });
    await landed(deployer, hash);
  }
  return {
    contract: proxy.address,
    implementation: implementation.address,
    codeHash: await codeHashOf(reader, proxy.address),
    implementationCodeHash: await codeHashOf(reader, implementation.address),
    block: proxy.block,
  };
}

/** keccak256 of an account's code; of nothing when it has none. */
export async function codeHashOf(reader: PublicClient, address: Address): Promise<Hex> {
  return keccak256((await reader.getCode({ address })) ?? '0x');
}

/** The implementation that an ERC-1967 proxy delegates to now. */
export async function implementationOf(reader: PublicClient, proxy: Address): Promise<Address> {
  const word = await reader.getStorageAt({ address: proxy, slot: IMPLEMENTATION_SLOT });
  return getAddress(`0x${(word ?? '0x').slice(2).padStart(64, '0').slice(24)}`);
}

/** The contract that a transaction created. @throws DeploymentReverted */
export async function create(deployer: Deployer, hash: Hash): Promise<{ address: Address; block: bigint }> {
  const receipt = await landed(deployer, hash);
  const { from, nonce } = await deployer.reader.getTransaction({ hash });
  return {
    // One spelling, whatever the node's.
    address: getAddress(receipt.contractAddress ?? getContractAddress({ from, nonce: BigInt(nonce) })),
    block: receipt.blockNumber,
  };
}

/** Waits for a transaction. @throws DeploymentReverted */
export async function landed({ reader }: Pick<Deployer, 'reader'>, hash: Hash): Promise<TransactionReceipt> {
  const receipt = await reader.waitForTransactionReceipt({ hash, timeout: RECEIPT_TIMEOUT_MS });
  if (receipt.status !== 'success') throw new DeploymentReverted(`transaction ${hash} reverted`);
  return receipt;
}
