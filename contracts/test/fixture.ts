import { sha256 } from '@otp-notary/crypto';
import { leafHash, MerkleTree, originId } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { network } from 'hardhat';
import {
  BaseError,
  ContractFunctionRevertedError,
  createPublicClient,
  createWalletClient,
  custom,
  decodeErrorResult,
  encodeAbiParameters,
  keccak256,
  parseEventLogs,
  toHex,
  type Account,
  type Address,
  type Chain,
  type Hex,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { hardhat } from 'viem/chains';
import {
  deployOtpNotary,
  otpNotaryAbi,
  provenCodesAbi,
  readLogState,
  type Deployment,
  type LogState,
} from '../src/index.ts';
import { rulesOf } from './rules.ts';

export const ORIGIN = 'log.example/otp';
export const ORIGIN_ID = hex(originId(ORIGIN));
export const LIFE = 61;
const VKEY_HASH = hex(sha256('log.example/otp+00000000+AQ=='));

export type Wallet = WalletClient<Transport, Chain, Account>;
export interface Settled {
  readonly count: number;
  readonly issuedBelow: bigint;
  readonly root: Hex;
}
export interface AnchorRecord {
  readonly index: bigint;
  readonly size: bigint;
  readonly root: Hex;
  readonly settlementsHash: Hex;
  readonly time: bigint;
}

export function hex(bytes: Uint8Array): Hex {
  return toHex(bytes);
}

/** A log of `size` leaves whose entries are their indexes. */
export function logOf(size: number, salt = ''): MerkleTree {
  return MerkleTree.of(Array.from({ length: size }, (_, index) => leafHash(`${salt}${index}`)));
}

export function settlementsHash(firstBatch: bigint, settlements: readonly Settled[]): Hex {
  if (settlements.length === 0) return `0x${'00'.repeat(32)}`;
  const settlement = { type: 'tuple[]', components: [{ type: 'uint32', name: 'count' }, { type: 'uint64', name: 'issuedBelow' }, { type: 'bytes32', name: 'root' }] } as const; // prettier-ignore
  return keccak256(encodeAbiParameters([{ type: 'uint64' }, settlement], [firstBatch, settlements]));
}

/** A fresh chain with the contract behind its real proxy, and one account for each role. */
export class Notary {
  private constructor(
    readonly reader: PublicClient,
    readonly deployment: Deployment,
    readonly governor: Wallet,
    readonly relayer: Wallet,
    readonly guardian: Wallet,
    readonly stranger: Wallet,
    private readonly request: (method: string, params: unknown[]) => Promise<unknown>,
  ) {}

  /** `hardfork`: the rules of the chain; those of the configuration unless given. */
  static async deploy(hardfork?: string): Promise<Notary> {
    const { provider } = await network.create(hardfork === undefined ? {} : { override: rulesOf(hardfork) });
    const transport = custom(provider, { retryCount: 0 });
    const reader = createPublicClient({ chain: hardhat, transport, pollingInterval: 10 });
    const addresses = (await provider.request({ method: 'eth_accounts', params: [] })) as Address[];
    const [governor, relayer, guardian, stranger] = addresses.map((account) =>
      createWalletClient({ account, chain: hardhat, transport }),
    );
    assert.ok(governor && relayer && guardian && stranger);
    const deployment = await deployOtpNotary(
      { wallet: governor, reader },
      {
        adminDelaySeconds: 3600,
        governor: governor.account.address,
        relayer: relayer.account.address,
        guardian: guardian.account.address,
        logs: [{ origin: ORIGIN, keyHash: VKEY_HASH, lifeSeconds: LIFE }],
      },
    );
    const request = (method: string, params: unknown[]): Promise<unknown> => provider.request({ method, params });
    return new Notary(reader, deployment, governor, relayer, guardian, stranger, request);
  }

  get contract(): { readonly abi: typeof otpNotaryAbi; readonly address: Address } {
    return { abi: otpNotaryAbi, address: this.deployment.contract };
  }

  state(): Promise<LogState> {
    return readLogState(this.reader, this.deployment.contract, ORIGIN_ID);
  }

  /** Anchors the first `size` leaves of a tree on top of the head. Returns the record and the gas used. */
  async anchor(
    tree: MerkleTree,
    size: number,
    settlements: readonly Settled[] = [],
  ): Promise<AnchorRecord & { readonly gas: bigint }> {
    const { size: head } = await this.state();
    const hash = await this.relayer.writeContract({
      ...this.contract,
      functionName: 'anchor',
      args: anchorArgs(tree, head, size, settlements),
    });
    const receipt = await this.reader.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: otpNotaryAbi, logs: receipt.logs, eventName: 'Anchored' });
    assert.ok(event, 'an anchor tells of itself');
    const { index, root, settlementsHash: settled, time } = event.args;
    return { index, size: event.args.size, root, settlementsHash: settled, time, gas: receipt.gasUsed };
  }

  /** Lets a call run without sending it; refuses with the decoded error's name and arguments. */
  async tryAnchor(args: AnchorArgs, from: Wallet = this.relayer): Promise<void> {
    await this.reader.simulateContract({ ...this.contract, account: from.account, functionName: 'anchor', args });
  }

  async pass(seconds: number): Promise<void> {
    await this.request('evm_increaseTime', [seconds]);
    await this.request('evm_mine', []);
  }
}

export type AnchorArgs = readonly [Hex, bigint, Hex, readonly Hex[], readonly Settled[]];

export function anchorArgs(
  tree: MerkleTree,
  head: number,
  size: number,
  settlements: readonly Settled[] = [],
): AnchorArgs {
  const proof = head === 0 ? [] : tree.consistency(head, size).map((hash) => hex(hash));
  return [ORIGIN_ID, BigInt(size), hex(tree.rootAt(size)), proof, settlements];
}

/** The contract's own error that a call ended with. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ readonly name: string; readonly args: readonly unknown[] }> {
  try {
    await call;
  } catch (error) {
    const revert =
      error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
    if (revert instanceof ContractFunctionRevertedError && revert.data !== undefined) {
      return { name: revert.data.errorName, args: revert.data.args ?? [] };
    }
    // Hardhat names errors of calls through a proxy by their data only.
    const data = /return data: (0x[0-9a-f]+)/.exec(String(error))?.[1];
    const named = /reverted with custom error '(\w+)\(/.exec(String(error))?.[1];
    if (data === undefined && named !== undefined) return { name: named, args: [] };
    if (data === undefined) throw error;
    const { errorName, args } = decodeErrorResult({ abi: [...otpNotaryAbi, ...provenCodesAbi], data: data as Hex });
    return { name: errorName, args: args ?? [] };
  }
  throw new assert.AssertionError({ message: 'the call was not refused' });
}
