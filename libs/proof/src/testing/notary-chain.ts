import { deployOtpNotary, otpNotaryAbi, type Deployment, type LogPlan } from '@otp-notary/contracts';
import {
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  http,
  type Address,
  type Hex,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** What one call of `anchor` takes. */
export interface AnchorCall {
  readonly originId: Hex;
  readonly size: number;
  readonly root: Hex;
  readonly proof: readonly Hex[];
  readonly settlements: readonly { readonly count: number; readonly issuedBelow: number; readonly root: Hex }[];
}

/** A real OtpNotary on a development chain, every role in one hand unless it is deployed otherwise. */
export class NotaryChain {
  private constructor(
    readonly deployment: Deployment,
    readonly chainId: number,
    private readonly clients: Clients,
  ) {}

  static async deploy(
    rpcUrl: string,
    privateKey: Hex,
    log: LogPlan,
    deploy?: (log: LogPlan) => Promise<Deployment>,
  ): Promise<NotaryChain> {
    const clients = await connect(rpcUrl, privateKey);
    const hand = clients.wallet.account.address;
    const plan = { adminDelaySeconds: 0, governor: hand, relayer: hand, guardian: hand, logs: [log] };
    const deployment = await (deploy === undefined ? deployOtpNotary(clients, plan) : deploy(log));
    return new NotaryChain(deployment, clients.wallet.chain.id, clients);
  }

  get contract(): Address {
    return this.deployment.contract;
  }

  /** Anchors and returns the block's time. */
  async anchor({ originId, size, root, proof, settlements }: AnchorCall): Promise<number> {
    const { wallet, reader } = this.clients;
    const hash = await wallet.writeContract({
      abi: otpNotaryAbi,
      address: this.contract,
      functionName: 'anchor',
      args: [
        originId,
        BigInt(size),
        root,
        proof,
        settlements.map(({ issuedBelow, ...rest }) => ({ ...rest, issuedBelow: BigInt(issuedBelow) })),
      ],
    });
    const { status, blockNumber } = await reader.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    if (status !== 'success') throw new Error('anchor reverted');
    return Number((await reader.getBlock({ blockNumber })).timestamp);
  }

  /** Lets the chain's time pass, and mines so many blocks. */
  async pass(seconds: number, blocks = 1): Promise<void> {
    await this.clients.test.increaseTime({ seconds });
    await this.clients.test.mine({ blocks });
  }
}

type Clients = Awaited<ReturnType<typeof connect>>;

async function connect(rpcUrl: string, privateKey: Hex) {
  const transport = http(rpcUrl);
  const chain = defineChain({
    id: await createPublicClient({ transport }).getChainId(),
    name: 'development chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  return {
    reader: createPublicClient({ chain, transport, pollingInterval: 20 }),
    wallet: createWalletClient({ chain, transport, account: privateKeyToAccount(privateKey) }),
    test: createTestClient({ chain, transport, mode: 'anvil' }),
  };
}
