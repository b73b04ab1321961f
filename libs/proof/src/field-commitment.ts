import { b64u, equal, fromB64u, keyedHash, lengthPrefixed, sha256 } from '@otp-notary/crypto';
import { createSecretKey, type KeyObject } from 'node:crypto';

const FIELD_LABEL = 'otp-notary/field/v1';
const SALT_LABEL = 'otp-notary/salt/v1';
/** One random seed a leaf: deleting it erases what the leaf says and keeps every proof. */
export const SEED_BYTES = 32;

/** What discloses one committed field: its salt (base64url) and its value. */
export interface Opening {
  readonly salt: string;
  readonly value: string;
}

function saltOf(seed: KeyObject, field: string): Buffer {
  return keyedHash(seed, SALT_LABEL, field);
}

/** `b64u(SHA-256(lp(label) ‖ lp(kind) ‖ lp(field) ‖ lp(salt) ‖ lp(value)))`. */
function commit(kind: string, field: string, salt: Uint8Array, value: string): string {
  return b64u(sha256(lengthPrefixed(FIELD_LABEL, kind, field, salt, value)));
}

/**
 * The openings of the given fields of a leaf, from its seed. Give away only those that the receiver may see.
 * @throws RangeError when the seed is not 32 bytes
 */
export function openingsOf<F extends string>(
  seed: Uint8Array,
  values: Readonly<Record<F, string>>,
): Readonly<Record<F, Opening>> {
  if (seed.length !== SEED_BYTES) throw new RangeError('a seed has 32 bytes');
  // One key object for all fields: OpenSSL takes longer to load a key than to use it.
  const key = createSecretKey(seed);
  const openings = Object.entries<string>(values).map(([field, value]) => {
    return [field, { salt: b64u(saltOf(key, field)), value }] as const;
  });
  return Object.fromEntries(openings) as Record<F, Opening>;
}

/** The salted commitments that stand in a leaf. */
export function commitmentsOf<F extends string>(
  kind: string,
  openings: Readonly<Record<F, Opening>>,
): Readonly<Record<F, string>> {
  const commitments = Object.entries<Opening>(openings).map(([field, { salt, value }]) => {
    return [field, commit(kind, field, fromB64u(salt), value)] as const;
  });
  return Object.fromEntries(commitments) as Record<F, string>;
}

/** Whether an opening is the one that the leaf committed to. */
export function opens(kind: string, field: string, commitment: string | undefined, opening: Opening): boolean {
  if (commitment === undefined) return false;
  const opened = commit(kind, field, fromB64u(opening.salt), opening.value);
  return equal(Buffer.from(opened), Buffer.from(commitment));
}
