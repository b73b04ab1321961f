import { receiptKeyHash } from '@otp-notary/contracts';
import { formatVkey } from '@otp-notary/merkle';
import { createHash } from 'node:crypto';
import type { Hex } from 'viem';
import type { Anvil } from '@otp-notary/testkit';
import { CannotStart } from '../cannot-start.js';
import { assertContractStands, deployContract } from './contract.js';
import type { DataRecord, LogRecord } from './data-dir.js';
import type { Setting } from './foundation.js';
import { addressOf, hexOf, openKeystore } from './keystores.js';

/** Name of the log and of its key. */
export const ORIGIN = 'localhost/otp-notary';

/** The contract of this data: deployed when the data is new, else checked to stand. @throws CannotStart */
export async function contractOf(
  setting: Setting,
  place: { readonly rpcUrl: string; readonly chain: Anvil | undefined },
  kept: DataRecord | undefined,
  lifeSeconds: number,
): Promise<LogRecord> {
  const { narrator, data } = setting;
  if (kept !== undefined) {
    await narrator.step(
      'Contract',
      () => assertContractStands(place.rpcUrl, kept, data.path),
      () => `${kept.chain.contract}, as it was left`,
    );
    return kept;
  }
  return narrator.step(
    'Contract',
    () => deploy(setting, place, lifeSeconds),
    ({ chain }) => `${chain.contract} deployed on chain ${chain.chainId}`,
  );
}

async function deploy(
  { data, secrets }: Setting,
  { rpcUrl, chain }: { readonly rpcUrl: string; readonly chain: Anvil | undefined },
  lifeSeconds: number,
): Promise<LogRecord> {
  const relay = (await openKeystore(data, secrets, 'chain-relay')).current('relay');
  const checkpoint = (await openKeystore(data, secrets, 'audit')).current('checkpoint');
  const receipt = (await openKeystore(data, secrets, 'verifier')).current('receipt');
  const vkey = formatVkey(ORIGIN, checkpoint.publicKey);
  const relayer = addressOf(relay.publicKey);
  const { x = '', y = '' } = receipt.publicKey.export({ format: 'jwk' });
  const [deployer, guardian, canceller, ...owners] = chain?.accounts.slice(0, 6) ?? [];
  if (chain !== undefined && (deployer === undefined || guardian === undefined)) {
    throw new CannotStart('the chain has no funded accounts');
  }
  // No waiting for the next second while nobody else is on the chain.
  await chain?.request('evm_setAutomine', [true]);
  const { chainId, block, provenCodes, ...at } = await deployContract({
    rpcUrl,
    deployerKey: deployer?.privateKey ?? hexOf(relay.privateKey),
    relayer,
    guardian: guardian?.address ?? relayer,
    origin: ORIGIN,
    keyHash: sha256Hex(vkey),
    lifeSeconds,
    receiptKeyHash: receiptKeyHash({ x, y }),
    governance: canceller && { canceller: canceller.address, owners: owners.map(({ address }) => address) },
  });
  await chain?.request('evm_setIntervalMining', [1]);
  await chain?.save();
  const { contract, implementation, codeHash, implementationCodeHash } = at;
  const deployed = { contract, implementation, codeHash, implementationCodeHash, ...(provenCodes && { provenCodes }) };
  return {
    origin: ORIGIN,
    vkey,
    lifeSeconds,
    chain: { own: chain === undefined, chainId, block: Number(block), ...deployed },
  };
}

function sha256Hex(text: string): Hex {
  return `0x${createHash('sha256').update(text).digest('hex')}`;
}
