import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { osRandom, type RandomBytes } from './code.js';

/** NIST SP 800-38D §8.2.2: random nonces of 96 bits. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed value that does not open: wrong key, wrong binding (AAD) or changed bytes. */
export class SealBroken extends Error {
  readonly code = 'OTP_SEAL_BROKEN';
  constructor() {
    super('sealed value does not open');
    this.name = 'SealBroken';
  }
}

/** AES-256-GCM: `nonce ‖ ciphertext ‖ tag`. `aad` binds the value to the record it belongs to. */
export function seal(key: KeyObject, plaintext: Uint8Array, aad: Uint8Array, random: RandomBytes = osRandom): Buffer {
  const nonce = random(new Uint8Array(NONCE_BYTES));
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what {@link seal} made. @throws SealBroken */
export function open(key: KeyObject, sealed: Uint8Array, aad: Uint8Array): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}
