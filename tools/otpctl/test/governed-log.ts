import { deployGoverned, minimums, type Governed } from '@otp-notary/contracts/governance';
import type { Deployment } from '@otp-notary/contracts';
import { AnchoredLog } from '@otp-notary/proof/testing';
import type { Anvil } from '@otp-notary/testkit';
import { createPublicClient, createWalletClient, defineChain, http, type Address, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** Accounts of the chain by their office. */
const offices = ['relayer', 'guardian', 'canceller', 'owner1', 'owner2', 'owner3', 'deployer', 'stranger'] as const;
export type Office = (typeof offices)[number];
export type People = Readonly<Record<Office, { readonly address: Address; readonly privateKey: Hex }>>;

export interface GovernedLog {
  readonly log: AnchoredLog;
  readonly people: People;
  readonly deployed: Deployment & Governed;
}

/** A log over a contract under its real governance, with a timelock that waits for a second or two. */
export async function startGoverned(anvil: Anvil, delaySeconds = 2): Promise<GovernedLog> {
  const people = Object.fromEntries(offices.map((office, i) => [office, anvil.accounts[i]])) as unknown as People;
  const chain = defineChain({
    id: anvil.chainId,
    name: 'development chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.rpcUrl] } },
  });
  const transport = http(anvil.rpcUrl);
  const wallet = createWalletClient({ chain, transport, account: privateKeyToAccount(people.deployer.privateKey) });
  const reader = createPublicClient({ chain, transport, pollingInterval: 20, cacheTime: 0 });
  let deployed: (Deployment & Governed) | undefined;
  const log = await AnchoredLog.start({
    rpcUrl: anvil.rpcUrl,
    privateKey: people.relayer.privateKey,
    deploy: async (plan) => {
      deployed = await deployGoverned(
        { wallet, reader },
        {
          owners: [people.owner1.address, people.owner2.address, people.owner3.address],
          threshold: 2,
          timelockDelaySeconds: delaySeconds,
          adminDelaySeconds: minimums.development.adminDelaySeconds,
          relayer: people.relayer.address,
          guardian: people.guardian.address,
          canceller: people.canceller.address,
          logs: [plan],
          minimums: minimums.development,
        },
      );
      return deployed;
    },
  });
  if (deployed === undefined) throw new Error('not deployed');
  return { log, people, deployed };
}
