import {
  createPublicClient,
  createWalletClient,
  encodeFunctionData,
  getAddress,
  hexToBigInt,
  http,
  toHex,
  type Address,
  type Chain,
  type Hex,
  type PublicClient,
} from 'viem';
import { create, implementationOf, IMPLEMENTATION_SLOT, type Deployer } from '../deploy.js';
import { safeAbi } from '../generated/Governance.js';
import { otpNotaryV2Abi, otpNotaryV2Bytecode } from '../generated/Rehearsal.js';
import { governanceCalls } from './calls.js';
import type { Governed } from './deploy-governed.js';
import { dryRun } from './effects.js';
import { propose, type GovernanceCall, type Proposal } from './proposal.js';
import { approveOnChain, execute, stageOf } from './stage.js';

/** ERC-7201 slot of OpenZeppelin's Initializable. */
const INITIALIZABLE_SLOT = '0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00';
/** ERC-7201 slot of `otp-notary.storage.Rehearsal` (OtpNotaryV2.sol). */
const REHEARSAL_SLOT = '0x43c153e50f67ef2adfb7c35755c634b81383fbcc9a5733b1a258246a21258700';
/** Longest delay that a rehearsal waits for in real time, seconds. */
const PATIENCE_SECONDS = 120;
const POLL_MS = 250;
const GAS_MONEY = 10n ** 18n;

/** Rehearsals are for development nodes only: elsewhere nobody can sign for others. */
export class RehearsalRefused extends Error {
  readonly code = 'OTP_REHEARSAL_REFUSED';
}

/** What one upgrade of a rehearsal did. */
export interface RehearsedUpgrade {
  readonly from: Address;
  readonly to: Address;
  /** Slots of the contract that the executing transaction changed. */
  readonly changed: readonly Hex[];
  /** Slots that it was to change, and no others. */
  readonly declared: readonly Hex[];
}

/** A development node on which upgrades are rehearsed by the owners' names, without their keys. */
export class Rehearsal {
  private constructor(
    private readonly url: string,
    readonly reader: PublicClient,
    private readonly chain: Chain,
    private readonly governed: Governed,
    private readonly mayMoveTime: boolean,
  ) {}

  /** @throws RehearsalRefused when the node is no development node, or its timelock waits longer than anybody wants to */
  static async open(
    url: string,
    governed: Governed,
    { mayMoveTime = false, delaySeconds = 0 } = {},
  ): Promise<Rehearsal> {
    const reader = createPublicClient({ transport: http(url), pollingInterval: POLL_MS, cacheTime: 0 });
    const [version, id] = await Promise.all([reader.request({ method: 'web3_clientVersion' }), reader.getChainId()]);
    if (!/anvil|hardhat/i.test(version)) throw new RehearsalRefused(`${version} is no development node`);
    if (!mayMoveTime && delaySeconds > PATIENCE_SECONDS) {
      throw new RehearsalRefused(`the timelock waits ${delaySeconds} s: allow the rehearsal to move the chain’s time`);
    }
    const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 };
    const chain = { id, name: `chain ${id}`, nativeCurrency, rpcUrls: { default: { http: [url] } } };
    return new Rehearsal(url, reader, chain, governed, mayMoveTime);
  }

  /** Deploys the rehearsal's implementation and upgrades to it. */
  async forward(): Promise<RehearsedUpgrade> {
    const { contract } = this.governed;
    const deployer = await this.#as(await this.#owner());
    const hash = await deployer.wallet.deployContract({ abi: otpNotaryV2Abi, bytecode: otpNotaryV2Bytecode });
    const { address } = await create(deployer, hash);
    const version = hexToBigInt(
      (await this.reader.getStorageAt({ address: contract, slot: INITIALIZABLE_SLOT })) ?? '0x0',
    );
    const args = [(version & 0xffff_ffff_ffff_ffffn) + 1n] as const;
    const rehearse = encodeFunctionData({ abi: otpNotaryV2Abi, functionName: 'rehearse', args });
    const declared: readonly Hex[] = [IMPLEMENTATION_SLOT, INITIALIZABLE_SLOT, REHEARSAL_SLOT];
    return this.#upgrade(address, declared, rehearse);
  }

  /** Upgrades back to an implementation that was there before. */
  back(implementation: Address): Promise<RehearsedUpgrade> {
    return this.#upgrade(implementation, [IMPLEMENTATION_SLOT]);
  }

  async #upgrade(to: Address, declared: readonly Hex[], data?: Hex): Promise<RehearsedUpgrade> {
    const from = await implementationOf(this.reader, this.governed.contract);
    const hash = await this.#decide(governanceCalls.upgrade(this.governed, to, data));
    const changed = await this.#slotsChangedBy(hash);
    return { from, to: await implementationOf(this.reader, this.governed.contract), changed, declared };
  }

  /** Through the whole of governance: dry run, as many owners as it takes, the Safe, the timelock and its delay. */
  async #decide(call: GovernanceCall): Promise<Hex> {
    const salt = toHex(BigInt(Date.now()), { size: 32 });
    let proposal = await propose(this.reader, this.governed, { title: 'rehearsal', calls: [call], salt });
    const { refusal } = await dryRun(this.reader, proposal);
    if (refusal !== null) throw new RehearsalRefused(`the upgrade would be refused: ${refusal}`);
    const safe = { abi: safeAbi, address: this.governed.safe } as const;
    const owners = await this.reader.readContract({ ...safe, functionName: 'getOwners' });
    const needed = Number(await this.reader.readContract({ ...safe, functionName: 'getThreshold' }));
    for (const owner of owners.slice(0, needed)) proposal = await approveOnChain(await this.#as(owner), proposal);
    const anybody = await this.#as(await this.#owner());
    await execute(anybody, proposal);
    await this.#untilReady(proposal);
    return (await execute(anybody, proposal)).hash;
  }

  async #untilReady(proposal: Proposal): Promise<void> {
    if (this.mayMoveTime) await this.#request('evm_increaseTime', [proposal.delaySeconds]);
    const giveUp = Date.now() + (PATIENCE_SECONDS + proposal.delaySeconds) * 1000;
    for (;;) {
      await this.#request('evm_mine', []);
      if ((await stageOf(this.reader, proposal)).is === 'ready') return;
      if (Date.now() > giveUp) throw new RehearsalRefused('the chain’s time does not pass');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** The slots of the contract that differ before and after a transaction. */
  async #slotsChangedBy(hash: Hex): Promise<Hex[]> {
    const options = { tracer: 'prestateTracer', tracerConfig: { diffMode: true } };
    const { pre, post } = (await this.#request('debug_traceTransaction', [hash, options])) as Record<'pre' | 'post', Record<string, { storage?: Record<Hex, Hex> }>>; // prettier-ignore
    const address = this.governed.contract.toLowerCase();
    const slots = [pre, post].flatMap((state) => Object.keys(state[address]?.storage ?? {}) as Hex[]);
    return [...new Set(slots)].toSorted();
  }

  async #owner(): Promise<Address> {
    const [owner] = await this.reader.readContract({
      abi: safeAbi,
      address: this.governed.safe,
      functionName: 'getOwners',
    });
    if (owner === undefined) throw new RehearsalRefused('the Safe has no owners');
    return owner;
  }

  /** An account that the node signs for, with money for gas. */
  async #as(account: Address): Promise<Deployer> {
    await this.#request('anvil_impersonateAccount', [account]);
    const balance = await this.reader.getBalance({ address: account });
    if (balance < GAS_MONEY) await this.#request('anvil_setBalance', [account, toHex(GAS_MONEY)]);
    const wallet = createWalletClient({ account: getAddress(account), chain: this.chain, transport: http(this.url) });
    return { wallet, reader: this.reader };
  }

  #request(method: string, params: readonly unknown[]): Promise<unknown> {
    return this.reader.request({ method, params } as never);
  }
}
