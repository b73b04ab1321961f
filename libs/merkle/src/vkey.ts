import { sha256 } from '@otp-notary/crypto';
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { NoteInvalid } from './errors.js';

/** C2SP signed-note signature type of plain Ed25519. */
const ED25519 = 0x01;
const ED25519_KEY_BYTES = 32;
const ED25519_SIGNATURE_BYTES = 64;
const VKEY = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<key>[A-Za-z0-9+/]+={0,2})$/;

/** Who signs notes. `sign` takes the whole note text. */
export interface NoteSigner {
  readonly name: string;
  /** First four bytes of the key's hash, big-endian. */
  readonly keyId: number;
  sign(text: Uint8Array): Uint8Array;
}

/** Who is believed. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: number;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** Decodes standard base64 and refuses every spelling but the canonical one. @throws NoteInvalid */
export function fromB64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new NoteInvalid('not canonical base64');
  return bytes;
}

/** Standard base64 with padding (RFC 4648 §4). */
export function toB64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** C2SP signed-note: a key name is not empty and has neither Unicode spaces nor a plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name);
}

/** `SHA-256(name ‖ 0x0A ‖ type ‖ public key)[0:4]`. */
function keyIdOf(name: string, typedKey: Uint8Array): number {
  return sha256(name, '\n', typedKey).readUInt32BE(0);
}

function typedKeyOf(publicKey: KeyObject): Buffer {
  const { crv, x } = publicKey.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || x === undefined) throw new NoteInvalid('not an Ed25519 key');
  return Buffer.concat([Uint8Array.of(ED25519), Buffer.from(x, 'base64url')]);
}

/** The public half of a key pair as its holders hand it out: `name+hex key id+base64(type ‖ key)`. @throws NoteInvalid */
export function formatVkey(name: string, publicKey: KeyObject): string {
  if (!isKeyName(name)) throw new NoteInvalid('not a key name');
  const typedKey = typedKeyOf(publicKey);
  return `${name}+${keyIdOf(name, typedKey).toString(16).padStart(8, '0')}+${toB64(typedKey)}`;
}

/** Reads a vkey; its key id must be the hash of its own name and key. @throws NoteInvalid */
export function parseVkey(vkey: string): NoteVerifier {
  const { name, id, key } = VKEY.exec(vkey)?.groups ?? {};
  if (name === undefined || id === undefined || key === undefined || !isKeyName(name)) {
    throw new NoteInvalid('malformed vkey');
  }
  const typedKey = fromB64(key);
  if (typedKey[0] !== ED25519 || typedKey.length !== 1 + ED25519_KEY_BYTES)
    throw new NoteInvalid('not an Ed25519 vkey');
  const keyId = keyIdOf(name, typedKey);
  if (keyId !== Number.parseInt(id, 16)) throw new NoteInvalid('vkey with a foreign key id');
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: typedKey.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  return {
    name,
    keyId,
    verify: (text, signature) =>
      signature.length === ED25519_SIGNATURE_BYTES && verify(null, text, publicKey, signature),
  };
}

/** Signs notes with an Ed25519 key held in memory. `publicKey` belongs to `privateKey`. @throws NoteInvalid */
export function ed25519Signer(name: string, privateKey: KeyObject, publicKey: KeyObject): NoteSigner {
  if (!isKeyName(name)) throw new NoteInvalid('not a key name');
  return { name, keyId: keyIdOf(name, typedKeyOf(publicKey)), sign: (text) => sign(null, text, privateKey) };
}
