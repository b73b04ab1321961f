import { deployOtpNotary, otpNotaryAbi, readLogState } from '@otp-notary/contracts';
import { sha256 } from '@otp-notary/crypto';
import type { EventOf } from '@otp-notary/events';
import { originId } from '@otp-notary/merkle';
import type { AuditClient } from '@otp-notary/proto';
import type { Anvil } from '@otp-notary/testkit';
import { randomUUID } from 'node:crypto';
import {
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  http,
  parseEventLogs,
  type Address,
  type Hex,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { ORIGIN } from '../src/domain/events.fixture.js';

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

/** What a relay does for the log, in a few lines: real contract, real chain, no durability. */
export class TestRelay {
  readonly #id = hex(originId(ORIGIN));

  private constructor(
    private readonly clients: ReturnType<typeof connect>,
    readonly contract: Address,
    readonly lifeSeconds: number,
  ) {}

  static async deploy(anvil: Anvil, vkey: string, lifeSeconds: number): Promise<TestRelay> {
    const clients = connect(anvil);
    const { address } = clients.wallet.account;
    const log = { origin: ORIGIN, keyHash: hex(sha256(vkey)), lifeSeconds };
    const roles = { governor: address, relayer: address, guardian: address };
    const { contract } = await deployOtpNotary(clients, { adminDelaySeconds: 0, ...roles, logs: [log] });
    return new TestRelay(clients, contract, lifeSeconds);
  }

  /** Brings the contract to at least `min` leaves, with all that can be settled. */
  async bring(audit: AuditClient, token: string, min: number): Promise<EventOf<'anchor.confirmed'>> {
    const { reader, wallet } = this.clients;
    const held = await readLogState(reader, this.contract, this.#id);
    const { timestamp } = await reader.getBlock();
    const isMature = Number(timestamp) + 1 >= held.candidateTime + held.life;
    const material = await audit.getAnchorMaterial(
      {
        origin: ORIGIN,
        from: held.size,
        min,
        next_batch: held.nextBatch,
        mature_size: isMature ? held.candidateSize : held.matureSize,
        limit: 100,
      },
      { token },
    );
    const settlements = material.settlements.map(({ count, issued_below, root }) => {
      return { count, issuedBelow: BigInt(issued_below), root: hex(root) };
    });
    const transaction = await wallet.writeContract({
      abi: otpNotaryAbi,
      address: this.contract,
      functionName: 'anchor',
      args: [this.#id, BigInt(material.size), hex(material.root), material.proof.map((one) => hex(one)), settlements],
    });
    const receipt = await reader.waitForTransactionReceipt({ hash: transaction });
    const [anchored] = parseEventLogs({ abi: otpNotaryAbi, eventName: 'Anchored', logs: receipt.logs });
    if (anchored === undefined) throw new Error('the contract took no anchor');
    const { index, size, root, settlementsHash, time } = anchored.args;
    return {
      id: randomUUID(),
      version: 1,
      time: new Date().toISOString(),
      type: 'anchor.confirmed',
      origin: ORIGIN,
      chainId: String(wallet.chain.id),
      contract: this.contract,
      transaction,
      index: Number(index),
      size: Number(size),
      root,
      settlementsHash,
      timeSeconds: Number(time),
      block: String(receipt.blockNumber),
      blockHash: receipt.blockHash,
      firstBatch: settlements.length === 0 ? 0 : material.first_batch,
      settlements: settlements.map(({ count, issuedBelow, root: settled }) => {
        return { count, issuedBelow: Number(issuedBelow), root: settled };
      }),
    };
  }

  /** Lets the chain's time pass beyond the life of every code, and mines so many blocks. */
  async pass(blocks = 1): Promise<void> {
    await this.clients.test.increaseTime({ seconds: this.lifeSeconds + 1 });
    await this.clients.test.mine({ blocks });
  }

  /** Remembers the chain as it is now; what comes later is gone when the returned function is called. */
  async checkpoint(): Promise<() => Promise<void>> {
    const id = await this.clients.test.snapshot();
    return async () => {
      await this.clients.test.revert({ id });
      // Another block than the one that is gone: a chain does not come back to the same hash.
      await this.clients.test.mine({ blocks: 1 });
    };
  }
}

function connect({ rpcUrl, chainId, accounts }: Anvil) {
  const transport = http(rpcUrl);
  const chain = defineChain({
    id: chainId,
    name: 'development chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const account = privateKeyToAccount(accounts[0]?.privateKey ?? '0x');
  return {
    reader: createPublicClient({ chain, transport, pollingInterval: 20, cacheTime: 0 }),
    wallet: createWalletClient({ chain, transport, account }),
    test: createTestClient({ chain, transport, mode: 'anvil' }),
  };
}
