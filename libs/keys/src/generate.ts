import { b64u, osRandom } from '@otp-notary/crypto';
import { createSecretKey, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { isSecretPurpose, type AnyKey, type KeyPurpose, type SigningPurpose } from './provider.js';

/** 48 bits are enough to tell the keys of one purpose apart; kids are public. */
const KID_BYTES = 6;

const keyPairs: Record<SigningPurpose, () => KeyPairKeyObjectResult> = {
  checkpoint: () => generateKeyPairSync('ed25519'),
  receipt: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  relay: () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
};

/** Makes a new key for a purpose from the operating system's CSPRNG. */
export function generateKey(purpose: KeyPurpose): AnyKey {
  const kid = b64u(osRandom(new Uint8Array(KID_BYTES)));
  if (!isSecretPurpose(purpose)) return { kid, purpose, ...keyPairs[purpose]() };
  const bytes = osRandom(new Uint8Array(32));
  const secret = createSecretKey(bytes);
  bytes.fill(0);
  return { kid, purpose, secret };
}
