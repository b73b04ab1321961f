import { createHash, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Base64url without padding (RFC 4648 §5). */
export function b64u(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/**
 * Decodes base64url and refuses every spelling but the canonical one, so that a value has one form.
 * @throws RangeError when the text is not canonical base64url.
 */
export function fromB64u(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new RangeError('not canonical base64url');
  return bytes;
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** `u32 length ‖ bytes` for each field: no two lists of fields have the same encoding. */
export function lengthPrefixed(...fields: readonly (Uint8Array | string)[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const field of fields) {
    const bytes = typeof field === 'string' ? Buffer.from(field, 'utf8') : field;
    const length = Buffer.allocUnsafe(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  }
  return Buffer.concat(parts);
}

/** HMAC-SHA-256 over a label and length-prefixed fields: domain-separated by the label (FIPS 198-1). */
export function keyedHash(
  key: KeyObject | Uint8Array,
  label: string,
  ...fields: readonly (Uint8Array | string)[]
): Buffer {
  return createHmac('sha256', key)
    .update(lengthPrefixed(label, ...fields))
    .digest();
}

/** Compares two byte strings in time that depends on their lengths only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
