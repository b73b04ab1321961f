import { DeploymentReverted } from '@otp-notary/contracts';
import { NotGoverned, ProposalInvalid, RehearsalRefused } from '@otp-notary/contracts/governance';
import { readFileSync } from 'node:fs';
import {
  BaseError,
  createPublicClient,
  createWalletClient,
  defineChain,
  getAddress,
  http,
  HttpRequestError,
  isHex,
  TimeoutError,
  type Account,
  type Address,
  type Chain,
  type Hex,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { NodeUnreachable, NotSo, UsageError } from '../../errors.js';
import type { Settings } from '../../settings.js';

const TIMEOUT_MS = 15_000;
const POLL_MS = 250;

/** The node of the settings. */
export class Node {
  readonly reader: PublicClient;

  constructor(readonly url: string) {
    this.reader = createPublicClient({
      transport: http(url, { timeout: TIMEOUT_MS }),
      cacheTime: 0,
      pollingInterval: POLL_MS,
    });
  }

  /** A wallet whose key is in a file: `0x` and 64 hex digits. @throws UsageError */
  async wallet(keyFile: string): Promise<WalletClient<Transport, Chain, Account>> {
    const account = privateKeyToAccount(readKey(keyFile));
    const id = await this.reader.getChainId();
    const chain = defineChain({
      id,
      name: `chain ${id}`,
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [] } },
    });
    return createWalletClient({ account, chain, transport: http(this.url, { timeout: TIMEOUT_MS }) });
  }
}

/** The contract of the settings. @throws UsageError */
export function contractOf(settings: Settings): Address {
  return getAddress(settings.need('contract'));
}

/** Works with the node of the settings. @throws NodeUnreachable, NotSo, UsageError */
export async function withNode<T>(settings: Settings, work: (node: Node) => Promise<T>): Promise<T> {
  try {
    return await work(new Node(settings.need('rpc_url')));
  } catch (error) {
    if (
      error instanceof ProposalInvalid ||
      error instanceof NotGoverned ||
      error instanceof RehearsalRefused ||
      error instanceof DeploymentReverted
    ) {
      throw new NotSo(error.message, { cause: error });
    }
    if (!(error instanceof BaseError)) throw error;
    const gone = error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError);
    if (gone !== null)
      throw new NodeUnreachable('the chain’s node does not answer: nothing is known', { cause: error });
    // Short and without the request, which names the URL.
    throw new NotSo(`the chain refused: ${error.shortMessage}`, { cause: error });
  }
}

function readKey(file: string): Hex {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    throw new UsageError(`the key cannot be read from ${file}`);
  }
  if (!isHex(text) || text.length !== 66) throw new UsageError(`${file} holds no private key`);
  return text;
}
