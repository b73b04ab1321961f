import { b64u, fromB64u, lengthPrefixed, open, osRandom, seal, SealBroken } from '@otp-notary/crypto';
import { OtpError } from '@otp-notary/errors';
import { createPrivateKey, createPublicKey, createSecretKey, scryptSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { KeyRing } from './key-ring.js';
import { isSecretPurpose, secretPurposes, signingPurposes, type AnyKey, type KeyProvider } from './provider.js';

/** OWASP's scrypt setting for 32 MiB: strong, and small enough for a 150 MiB service. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const AAD_LABEL = 'otp-notary/keystore/v1';

const keystoreFile = z.strictObject({
  format: z.literal('otp-notary/keystore@v1'),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.literal(SCRYPT.N),
    r: z.literal(SCRYPT.r),
    p: z.literal(SCRYPT.p),
    salt: z.string(),
  }),
  keys: z.array(
    z.strictObject({ kid: z.string(), purpose: z.enum([...secretPurposes, ...signingPurposes]), sealed: z.string() }),
  ),
});

/** The keystore file does not open: wrong passphrase, or its bytes were changed. */
export class KeystoreRefused extends OtpError {
  readonly code = 'OTP_KEYSTORE_REFUSED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

function wrappingKey(passphrase: string, salt: Uint8Array): KeyObject {
  const bytes = scryptSync(passphrase.normalize('NFC'), salt, 32, SCRYPT);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

const aad = (kid: string, purpose: string): Buffer => lengthPrefixed(AAD_LABEL, kid, purpose);

function exported(key: AnyKey): Buffer {
  return 'secret' in key ? key.secret.export() : key.privateKey.export({ format: 'der', type: 'pkcs8' });
}

function imported(kid: string, purpose: AnyKey['purpose'], bytes: Buffer): AnyKey {
  if (isSecretPurpose(purpose)) return { kid, purpose, secret: createSecretKey(bytes) };
  const privateKey = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  return { kid, purpose, privateKey, publicKey: createPublicKey(privateKey) };
}

/** Seals keys under a passphrase (scrypt, RFC 7914; AES-256-GCM, bound to kid and purpose). The first key of a purpose is the current one. */
export function writeKeystore(keys: readonly AnyKey[], passphrase: string): string {
  const salt = osRandom(new Uint8Array(16));
  const wrapping = wrappingKey(passphrase, salt);
  const sealed = keys.map((key) => {
    const bytes = exported(key);
    const entry = {
      kid: key.kid,
      purpose: key.purpose,
      sealed: b64u(seal(wrapping, bytes, aad(key.kid, key.purpose))),
    };
    bytes.fill(0);
    return entry;
  });
  const { N, r, p } = SCRYPT;
  const file = { format: 'otp-notary/keystore@v1', kdf: { name: 'scrypt', N, r, p, salt: b64u(salt) }, keys: sealed };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Opens a keystore. @throws KeystoreRefused */
export function readKeystore(text: string, passphrase: string): KeyProvider {
  try {
    const file = keystoreFile.parse(JSON.parse(text));
    const wrapping = wrappingKey(passphrase, fromB64u(file.kdf.salt));
    return new KeyRing(
      file.keys.map(({ kid, purpose, sealed }) => {
        const bytes = open(wrapping, fromB64u(sealed), aad(kid, purpose));
        const key = imported(kid, purpose, bytes);
        bytes.fill(0);
        return key;
      }),
    );
  } catch (cause) {
    const why = cause instanceof SealBroken ? 'wrong passphrase or changed bytes' : 'not a keystore file';
    throw new KeystoreRefused(`keystore refused: ${why}`);
  }
}
