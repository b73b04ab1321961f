import assert from 'node:assert/strict';
import { network } from 'hardhat';
import { createPublicClient, createWalletClient, custom, toHex, type Address, type Hex } from 'viem';
import { hardhat } from 'viem/chains';
import { deployOtpNotary, type Deployment } from '../src/index.ts';
import { LIFE, ORIGIN } from './fixture.ts';
import { rulesOf } from './rules.ts';

/** More than any anchor needs and, since Osaka, the most that one transaction may take (EIP-7825). */
const GAS_LIMIT = toHex(16_777_216n);

const KEY_HASH: Hex = `0x${'7e'.repeat(32)}`;

/** What came of a transaction. */
export interface Outcome {
  readonly isTaken: boolean;
  /** What it reverted with. */
  readonly error: Hex | null;
  readonly gas: bigint;
  readonly contract: Address | null;
  readonly logs: readonly { readonly topics: [Hex, ...Hex[]]; readonly data: Hex }[];
}

interface RawReceipt {
  readonly status: Hex;
  readonly gasUsed: Hex;
  readonly contractAddress: Address | null;
  readonly logs: Outcome['logs'];
}

/**
 * A chain for tests that send very many transactions: no estimates, no polling, and a revert is an outcome like any
 * other. The contract stands behind its real proxy, with one account for each role.
 */
export class Sandbox {
  private constructor(
    private readonly request: (method: string, params: unknown[]) => Promise<unknown>,
    readonly deployment: Deployment,
    readonly roles: Readonly<Record<'governor' | 'relayer' | 'guardian' | 'stranger', Address>>,
  ) {}

  static async open(hardfork = 'osaka'): Promise<Sandbox> {
    const { provider } = await network.create({
      override: rulesOf(hardfork),
    });
    const request = (method: string, params: unknown[]): Promise<unknown> => provider.request({ method, params });
    const [governor, relayer, guardian, stranger] = (await request('eth_accounts', [])) as Address[];
    assert.ok(governor && relayer && guardian && stranger);
    const transport = custom(provider, { retryCount: 0 });
    const reader = createPublicClient({ chain: hardhat, transport, pollingInterval: 10 });
    const wallet = createWalletClient({ account: governor, chain: hardhat, transport });
    const logs = [{ origin: ORIGIN, keyHash: KEY_HASH, lifeSeconds: LIFE }];
    const deployment = await deployOtpNotary(
      { wallet, reader },
      { adminDelaySeconds: 3600, governor, relayer, guardian, logs },
    );
    return new Sandbox(request, deployment, { governor, relayer, guardian, stranger });
  }

  /** Sends a transaction, to the contract unless told otherwise; `to: null` creates one. */
  async send(from: Address, data: Hex, to: Address | null = this.deployment.contract): Promise<Outcome> {
    const transaction = { from, data, gas: GAS_LIMIT, ...(to === null ? {} : { to }) };
    const { hash, error } = await this.#submit(transaction);
    const receipt = (await this.request('eth_getTransactionReceipt', [hash])) as RawReceipt;
    return {
      isTaken: receipt.status === '0x1',
      error,
      gas: BigInt(receipt.gasUsed),
      contract: receipt.contractAddress,
      logs: receipt.logs,
    };
  }

  /** EDR mines a transaction that reverts, and throws what it reverted with. */
  async #submit(transaction: object): Promise<{ hash: unknown; error: Hex | null }> {
    try {
      return { hash: await this.request('eth_sendTransaction', [transaction]), error: null };
    } catch (error) {
      const { transactionHash } = error as { transactionHash?: Hex };
      if (transactionHash === undefined) throw error;
      return { hash: transactionHash, error: revertData(error) };
    }
  }

  /** What a call answers; its error's data when it reverts, null when it reverts with none. */
  async call(data: Hex, from: Address = this.roles.stranger): Promise<{ isTaken: boolean; data: Hex | null }> {
    try {
      const answer = await this.request('eth_call', [{ from, to: this.deployment.contract, data, gas: GAS_LIMIT }]);
      return { isTaken: true, data: answer as Hex };
    } catch (error) {
      return { isTaken: false, data: revertData(error) };
    }
  }

  /** Lets the next block be this much later than the last. */
  async pass(seconds: number): Promise<void> {
    await this.request('evm_increaseTime', [seconds]);
  }

  /** The next block has this time, Unix seconds. */
  async at(time: number): Promise<void> {
    await this.request('evm_setNextBlockTimestamp', [time]);
  }

  async time(): Promise<number> {
    const block = (await this.request('eth_getBlockByNumber', ['latest', false])) as { timestamp: Hex };
    return Number(block.timestamp);
  }

  async slot(index: bigint): Promise<Hex> {
    return (await this.request('eth_getStorageAt', [this.deployment.contract, toHex(index), 'latest'])) as Hex;
  }

  async setSlot(index: bigint, word: Hex): Promise<void> {
    await this.request('hardhat_setStorageAt', [this.deployment.contract, toHex(index), word]);
  }

  async snapshot(): Promise<() => Promise<void>> {
    const id = await this.request('evm_snapshot', []);
    return async () => {
      assert.equal(await this.request('evm_revert', [id]), true);
    };
  }
}

function revertData(error: unknown): Hex | null {
  const { data } = error as { data?: Hex | { data?: Hex } };
  return (typeof data === 'object' ? data.data : data) ?? null;
}
