import assert from 'node:assert/strict';
import { network } from 'hardhat';
import {
  createPublicClient,
  createWalletClient,
  custom,
  keccak256,
  toHex,
  type Address,
  type Hex,
  type PublicClient,
} from 'viem';
import { hardhat } from 'viem/chains';
import {
  approve,
  deployGoverned,
  execute,
  minimums,
  propose,
  type Governed,
  type GovernanceCall,
  type Proposal,
} from '../src/governance/index.ts';
import { otpNotaryAbi, type Deployer, type Deployment } from '../src/index.ts';
import { LIFE, ORIGIN, type Wallet } from './fixture.ts';

const KEY_HASH = keccak256(toHex('a receipt key'));
const VKEY_HASH = keccak256(toHex('a verifier key'));
/** What every test governs with: a week, as in production. */
export const DELAY = minimums.production.timelockDelaySeconds;

/** Everybody who has an office, and two who have none. */
export interface People {
  readonly deployer: Wallet;
  readonly owner1: Wallet;
  readonly owner2: Wallet;
  readonly owner3: Wallet;
  readonly relayer: Wallet;
  readonly guardian: Wallet;
  readonly canceller: Wallet;
  readonly stranger: Wallet;
}
const offices = ['deployer', 'owner1', 'owner2', 'owner3', 'relayer', 'guardian', 'canceller', 'stranger'] as const;

/** A fresh chain with the contract under its real governance: Safe, timelock, ProxyAdmin. */
export class GovernedNotary {
  #salt = 0n;

  private constructor(
    readonly reader: PublicClient,
    readonly people: People,
    readonly deployment: Deployment & Governed,
    readonly request: (method: string, params: unknown[]) => Promise<unknown>,
  ) {}

  static async deploy(): Promise<GovernedNotary> {
    const { provider } = await network.create();
    const transport = custom(provider, { retryCount: 0 });
    const reader = createPublicClient({ chain: hardhat, transport, pollingInterval: 10, cacheTime: 0 });
    const addresses = (await provider.request({ method: 'eth_accounts', params: [] })) as Address[];
    const wallets = offices.map((office, i) => {
      const account = addresses[i];
      assert.ok(account);
      return [office, createWalletClient({ account, chain: hardhat, transport })] as const;
    });
    const people = Object.fromEntries(wallets) as unknown as People;
    const address = (office: keyof People): Address => people[office].account.address;
    const deployment = await deployGoverned(
      { wallet: people.deployer, reader },
      {
        owners: [address('owner1'), address('owner2'), address('owner3')],
        threshold: 2,
        timelockDelaySeconds: DELAY,
        adminDelaySeconds: minimums.production.adminDelaySeconds,
        relayer: address('relayer'),
        guardian: address('guardian'),
        canceller: address('canceller'),
        logs: [{ origin: ORIGIN, keyHash: VKEY_HASH, lifeSeconds: LIFE }],
        receiptKeys: [{ origin: ORIGIN, keyHash: KEY_HASH }],
        minimums: minimums.production,
      },
    );
    const request = (method: string, params: unknown[]): Promise<unknown> => provider.request({ method, params });
    return new GovernedNotary(reader, people, deployment, request);
  }

  get contract() {
    return { abi: otpNotaryAbi, address: this.deployment.contract } as const;
  }

  as(office: keyof People): Deployer {
    return { wallet: this.people[office], reader: this.reader };
  }

  address(office: keyof People): Address {
    return this.people[office].account.address;
  }

  propose(...calls: readonly GovernanceCall[]): Promise<Proposal> {
    this.#salt += 1n;
    return propose(this.reader, this.deployment, { title: 'a test', calls, salt: toHex(this.#salt, { size: 32 }) });
  }

  /** Signed by two owners and scheduled. */
  async schedule(...calls: readonly GovernanceCall[]): Promise<Proposal> {
    const proposal = await this.propose(...calls);
    const signed = await approve(this.as('owner3'), await approve(this.as('owner1'), proposal));
    assert.equal((await execute(this.as('stranger'), signed)).did, 'scheduled');
    return signed;
  }

  /** All the way: signed, scheduled, waited for, executed. Returns the executing transaction. */
  async decide(...calls: readonly GovernanceCall[]): Promise<Hex> {
    const proposal = await this.schedule(...calls);
    await this.pass(DELAY);
    const { did, hash } = await execute(this.as('stranger'), proposal);
    assert.equal(did, 'executed');
    return hash;
  }

  async pass(seconds: number): Promise<void> {
    await this.request('evm_increaseTime', [seconds]);
    await this.request('evm_mine', []);
  }
}
