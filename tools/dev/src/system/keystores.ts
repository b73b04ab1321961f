import {
  generateKey,
  readKeystore,
  writeKeystore,
  type AnyKey,
  type KeyProvider,
  type KeyPurpose,
} from '@otp-notary/keys';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { publicKeyToAddress, privateKeyToAccount } from 'viem/accounts';
import type { Address, Hex } from 'viem';
import { CannotStart } from '../cannot-start.js';
import type { DataDir } from './data-dir.js';
import { serviceNames, type ServiceName } from './options.js';
import type { Secrets } from './secrets.js';

/** Each service holds the keys of its own purposes and no others. */
const purposes: Readonly<Record<ServiceName, readonly KeyPurpose[]>> = {
  issuer: ['subject', 'context', 'pepper', 'seal', 'replay', 'request'],
  verifier: ['context', 'pepper', 'seal', 'receipt', 'request'],
  audit: ['leaf', 'checkpoint'],
  'chain-relay': ['relay'],
};

/** What the issuer makes and the verifier must open again. Every other key belongs to one service. */
const shared: readonly KeyPurpose[] = ['context', 'pepper', 'seal'];

const fileOf = (service: ServiceName): string => `keystores/${service}.json`;

export function keystorePath(data: DataDir, service: ServiceName): string {
  return data.at(fileOf(service));
}

/** Makes every key and writes a keystore for each service. `relayKey`: a private key (0x…) to use instead of a new one. */
export async function createKeystores(data: DataDir, secrets: Secrets, relayKey: string | undefined): Promise<void> {
  const common = shared.map(generateKey);
  for (const service of serviceNames) {
    const keys = purposes[service].map((purpose): AnyKey => {
      if (purpose === 'relay' && relayKey !== undefined) return importedRelayKey(relayKey);
      return common.find((key) => key.purpose === purpose) ?? generateKey(purpose);
    });
    await data.write(fileOf(service), writeKeystore(keys, secrets.keystores[service]));
  }
}

export async function openKeystore(data: DataDir, secrets: Secrets, service: ServiceName): Promise<KeyProvider> {
  return readKeystore(await readFile(keystorePath(data, service), 'utf8'), secrets.keystores[service]);
}

/** Ethereum address of a secp256k1 key. */
export function addressOf(publicKey: KeyObject): Address {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const hex = [x, y].map((coordinate) => Buffer.from(coordinate, 'base64url').toString('hex')).join('');
  return publicKeyToAddress(`0x04${hex}`);
}

/** @throws CannotStart when the text is not a private key; it does not repeat the text */
export function relayAccount(relayKey: string): ReturnType<typeof privateKeyToAccount> {
  try {
    return privateKeyToAccount(relayKey as Hex);
  } catch {
    throw new CannotStart('OTP_RELAY_KEY is not a private key: it is 0x and 64 hexadecimal digits');
  }
}

/** The private key of the relay as viem wants it. */
export function hexOf(privateKey: KeyObject): Hex {
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return `0x${Buffer.from(d, 'base64url').toString('hex').padStart(64, '0')}`;
}

function importedRelayKey(relayKey: string): AnyKey {
  const point = Buffer.from(relayAccount(relayKey).publicKey.slice(4), 'hex');
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'secp256k1',
      d: Buffer.from(relayKey.slice(2), 'hex').toString('base64url'),
      x: point.subarray(0, 32).toString('base64url'),
      y: point.subarray(32).toString('base64url'),
    },
  });
  return { ...generateKey('relay'), purpose: 'relay', privateKey, publicKey: createPublicKey(privateKey) };
}
