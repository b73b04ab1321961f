import {
  codeHashOf,
  deployOtpNotary,
  implementationOf,
  readLogState,
  type Deployer,
  type Deployment,
} from '@otp-notary/contracts';
import { deployGoverned, minimums } from '@otp-notary/contracts/governance';
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  formatEther,
  http,
  parseEther,
  sha256,
  stringToBytes,
  type Hex,
  type PublicClient,
} from 'viem';
import { Client } from 'pg';
import { privateKeyToAccount } from 'viem/accounts';
import { createNonceManager, jsonRpc } from 'viem/nonce';
import { CannotStart } from '../cannot-start.js';
import type { DataRecord } from './data-dir.js';

export interface ContractPlan {
  readonly rpcUrl: string;
  /** Deploys, governs, and pays for it. */
  readonly deployerKey: Hex;
  readonly relayer: Hex;
  readonly guardian: Hex;
  readonly origin: string;
  /** SHA-256 of the log's verifier key. */
  readonly keyHash: Hex;
  readonly lifeSeconds: number;
  /** SHA-256 of the verifier's receipt key; see `receiptKeyHash`. */
  readonly receiptKeyHash: Hex;
  /** Who governs, on a chain of one's own; elsewhere the deployer does, who has one account and no more. */
  readonly governance?: { readonly owners: readonly Hex[]; readonly canceller: Hex } | undefined;
}

/** The governance of a chain of one's own waits just long enough to be seen waiting. */
const TIMELOCK_DELAY_SECONDS = 2;

/** Enough for a thousand anchors at 20 gwei. */
const RELAY_NEEDS = parseEther('1');
/** A deployment takes about 4 million gas. */
const DEPLOYER_NEEDS = parseEther('0.01');
const POLL_MS = 50;

/** A reader of the chain. @throws CannotStart when nobody answers there */
export async function readChain(rpcUrl: string): Promise<{ reader: PublicClient; chainId: number }> {
  const reader = createPublicClient({
    transport: http(rpcUrl, { timeout: 10_000 }),
    pollingInterval: POLL_MS,
    cacheTime: 0,
  });
  try {
    return { reader, chainId: await reader.getChainId() };
  } catch (cause) {
    // Only the host: an RPC URL may hold a key of its provider.
    throw new CannotStart(
      `no chain answers at ${new URL(rpcUrl).host}: check the URL after --rpc and that the node runs`,
      { cause },
    );
  }
}

/** Refuses an account that cannot pay for a deployment. @throws CannotStart */
export async function assertFunded(rpcUrl: string, account: Hex): Promise<void> {
  const { reader, chainId } = await readChain(rpcUrl);
  const balance = await reader.getBalance({ address: account });
  if (balance >= DEPLOYER_NEEDS) return;
  throw new CannotStart(
    `the account of OTP_RELAY_KEY (${account}) has ${formatEther(balance)} ether on chain ${chainId}: ` +
      `send it at least ${formatEther(DEPLOYER_NEEDS)}, then start again`,
  );
}

/** Deploys the contract with one log and gives the relayer what it needs to pay. */
export async function deployContract(
  plan: ContractPlan,
): Promise<Deployment & { readonly chainId: number; readonly provenCodes?: Hex }> {
  const { reader, chainId } = await readChain(plan.rpcUrl);
  // Of its own: the one that viem shares remembers nonces of another chain with the same id.
  const nonceManager = createNonceManager({ source: jsonRpc() });
  const account = privateKeyToAccount(plan.deployerKey, { nonceManager });
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [plan.rpcUrl] } },
  });
  const wallet = createWalletClient({ account, chain, transport: http(plan.rpcUrl), pollingInterval: POLL_MS });
  const deployment = await deployRules({ wallet, reader }, plan);
  if (plan.relayer !== account.address) {
    const hash = await wallet.sendTransaction({ to: plan.relayer, value: RELAY_NEEDS });
    await reader.waitForTransactionReceipt({ hash, timeout: 120_000 });
  }
  return { ...deployment, chainId };
}

/** With Safe and timelock where there are accounts for them, so that upgrades can be rehearsed as they would happen. */
async function deployRules(
  deployer: Deployer,
  plan: ContractPlan,
): Promise<Deployment & { readonly provenCodes?: Hex }> {
  const { origin, keyHash, lifeSeconds, relayer, guardian, governance } = plan;
  const logs = [{ origin, keyHash, lifeSeconds }];
  if (governance === undefined) {
    const governor = deployer.wallet.account.address;
    return deployOtpNotary(deployer, { adminDelaySeconds: 0, governor, relayer, guardian, logs });
  }
  return deployGoverned(deployer, {
    ...governance,
    threshold: 2,
    timelockDelaySeconds: TIMELOCK_DELAY_SECONDS,
    adminDelaySeconds: TIMELOCK_DELAY_SECONDS,
    relayer,
    guardian,
    logs,
    receiptKeys: [{ origin, keyHash: plan.receiptKeyHash }],
    minimums: minimums.development,
  });
}

/** Id of a log in the contract (docs/formats.md). */
export function originIdOf(origin: string): Hex {
  return sha256(stringToBytes(origin));
}

/**
 * Checks that the chain still holds what the data was made with.
 * @throws CannotStart that says what to do
 */
export async function assertContractStands(
  rpcUrl: string,
  { chain, origin }: DataRecord,
  dataPath: string,
): Promise<void> {
  const { reader, chainId } = await readChain(rpcUrl);
  const anew = `set the data aside (mv ${dataPath} ${dataPath}.old) and start anew`;
  if (chainId !== chain.chainId) {
    throw new CannotStart(
      `the chain is ${chainId}, the contract of ${dataPath} is on ${chain.chainId}: use that chain, or ${anew}`,
    );
  }
  const [codeHash, implementation] = await Promise.all([
    codeHashOf(reader, chain.contract),
    implementationOf(reader, chain.contract),
  ]);
  if (codeHash !== chain.codeHash || implementation.toLowerCase() !== chain.implementation.toLowerCase()) {
    throw new CannotStart(
      `the chain does not hold the contract ${chain.contract}: its state is older than the databases; ${anew}`,
    );
  }
  await readLogState(reader, chain.contract, originIdOf(origin));
}

/**
 * Checks that the chain holds every anchor that the relay saw become final: a chain that lost one went back behind the databases.
 * @throws CannotStart that says what to do
 */
export async function assertAnchorsStand(
  rpcUrl: string,
  { chain, origin }: DataRecord,
  relayDatabase: string,
  dataPath: string,
): Promise<void> {
  const known = await largestFinal(relayDatabase);
  const { reader } = await readChain(rpcUrl);
  const { size } = await readLogState(reader, chain.contract, originIdOf(origin));
  if (size >= known) return;
  throw new CannotStart(
    `the chain holds ${size} leaves of the log, ${known} were anchored for good: its state is older than the databases; ` +
      `set the data aside (mv ${dataPath} ${dataPath}.old) and start anew`,
  );
}

async function largestFinal(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ exists: boolean }>(
      "select to_regclass('relay_transaction') is not null as exists",
    );
    if (tables[0]?.exists !== true) return 0;
    const { rows } = await client.query<{ size: string }>(
      "select coalesce(max(size), 0) as size from relay_transaction where state = 'final'",
    );
    return Number(rows[0]?.size ?? 0);
  } finally {
    await client.end();
  }
}
