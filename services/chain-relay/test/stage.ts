import { deployOtpNotary, otpNotaryAbi, readLogState, type Deployment, type LogState } from '@otp-notary/contracts';
import { generateKey, KeyRing, type SigningKey } from '@otp-notary/keys';
import { migrate } from '@otp-notary/persistence';
import { startAnvil, startPostgres, type Anvil, type DatabaseUrls, type Postgres } from '@otp-notary/testkit';
import { randomUUID } from 'node:crypto';
import { createPublicClient, createWalletClient, http, numberToHex, parseEther, type Address, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { KeystoreSigner } from '../src/adapters/keystore-signer.js';
import { logIdOf } from '../src/adapters/anchor-call.js';
import { migrationSets } from '../src/service.js';
import { keyHash } from './stand-in-log.js';

/** Seconds that a code of the test log lives. */
export const LIFE_SECONDS = 15;

/** A chain and a database server, real ones. */
export class Stage {
  private constructor(
    readonly anvil: Anvil,
    readonly postgres: Postgres,
  ) {}

  static async open(): Promise<Stage> {
    const [anvil, postgres] = await Promise.all([startAnvil(), startPostgres()]);
    return new Stage(anvil, postgres);
  }

  async close(): Promise<void> {
    await Promise.all([this.anvil.stop(), this.postgres.stop()]);
  }

  /** A contract with a log, a funded relayer and an empty database, all new. Blocks come only when they are mined. */
  async scene(): Promise<Scene> {
    const { anvil } = this;
    const origin = `log.example/${randomUUID()}`;
    const relayKey = generateKey('relay') as SigningKey;
    const { address: relayer } = new KeystoreSigner(
      new KeyRing([relayKey]),
      BigInt(anvil.chainId),
      `0x${'0'.repeat(40)}`,
      origin,
    );
    await anvil.request('anvil_setBalance', [relayer, numberToHex(parseEther('10'))]);
    await anvil.request('evm_setAutomine', [true]);
    const [governor] = anvil.accounts;
    if (governor === undefined) throw new Error('anvil has no accounts');
    const transport = http(anvil.rpcUrl);
    const account = privateKeyToAccount(governor.privateKey);
    const deployer = {
      wallet: createWalletClient({ account, chain: foundry, transport }),
      reader: createPublicClient({ chain: foundry, transport, pollingInterval: 50 }),
    };
    const deployment = await deployOtpNotary(deployer, {
      adminDelaySeconds: 0,
      governor: governor.address,
      relayer,
      guardian: governor.address,
      logs: [{ origin, keyHash, lifeSeconds: LIFE_SECONDS }],
    });
    await anvil.request('evm_setAutomine', [false]);
    return new Scene(this, origin, relayKey, relayer, deployment, deployer, await this.database());
  }

  async database(): Promise<DatabaseUrls> {
    const name = `relay_${randomUUID().replaceAll('-', '')}`;
    const urls = await this.postgres.createDatabase(name);
    await migrate(urls.ownerUrl, migrationSets, { role: name });
    return urls;
  }
}

type Clients = Parameters<typeof deployOtpNotary>[0];

/** What one test plays on. */
export class Scene {
  constructor(
    readonly stage: Stage,
    readonly origin: string,
    readonly relayKey: SigningKey,
    readonly relayer: Address,
    readonly deployment: Deployment,
    readonly clients: Clients,
    readonly database: DatabaseUrls,
  ) {}

  get anvil(): Anvil {
    return this.stage.anvil;
  }

  async mine(blocks = 1): Promise<void> {
    await this.anvil.request('anvil_mine', [numberToHex(blocks)]);
  }

  logState(): Promise<LogState> {
    return readLogState(this.clients.reader, this.deployment.contract, logIdOf(this.origin));
  }

  /** Sizes of all anchors that stand on the chain, oldest first. */
  async anchors(): Promise<{ size: number; hash: Hex }[]> {
    const logs = await this.clients.reader.getContractEvents({
      abi: otpNotaryAbi,
      address: this.deployment.contract,
      eventName: 'Anchored',
      args: { originId: logIdOf(this.origin) },
      fromBlock: 0n,
    });
    return logs.map(({ args, transactionHash }) => ({ size: Number(args.size), hash: transactionHash }));
  }

  async minedNonces(): Promise<number> {
    return this.clients.reader.getTransactionCount({ address: this.relayer, blockTag: 'latest' });
  }

  /** Calls the contract as its governor and guardian, in a block of its own. */
  async govern(functionName: 'pause' | 'unpause'): Promise<void> {
    await this.clients.wallet.writeContract({
      abi: otpNotaryAbi,
      address: this.deployment.contract,
      functionName,
      gas: 200_000n,
    });
    await this.mine();
  }
}
