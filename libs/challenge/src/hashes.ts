import { b64u, canonicalJson, keyedHash } from '@otp-notary/crypto';
import type { SecretKey } from '@otp-notary/keys';

/** Transaction details that a code is bound to (PSD2 RTS Art. 5): names and values as text, shown to the payer. */
export type TransactionContext = Readonly<Record<string, string>>;

/** A keyed hash as base64url, 32 bytes. */
export type Hash32 = string & { readonly brand: 'Hash32' };

/** The subject as we know it: without the key nobody can test a guess against it. */
export function subjectHash(key: SecretKey, tenant: string, subject: string): Hash32 {
  return b64u(keyedHash(key.secret, 'otp-notary/subject/v1', tenant, subject)) as Hash32;
}

/**
 * The form of a context that is hashed: names sorted, values in Unicode NFC, RFC 8785. Values are compared as text:
 * `100.0` and `100.00` are two amounts, so callers format an amount once and show what they send.
 */
export function canonicalContext(context: TransactionContext | undefined): string {
  const entries = Object.entries(context ?? {});
  if (entries.length === 0) return '';
  return canonicalJson(
    Object.fromEntries(entries.map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC')])),
  );
}

export function contextHash(key: SecretKey, tenant: string, context: TransactionContext | undefined): Hash32 {
  return b64u(keyedHash(key.secret, 'otp-notary/context/v1', tenant, canonicalContext(context))) as Hash32;
}

/** What a code is bound to besides itself. */
export interface CommitmentFields {
  readonly tenant: string;
  readonly challenge: string;
  readonly purpose: string;
  readonly context: Hash32;
}

/** Commits to a code under the pepper: useless for guessing without it. Returns 32 bytes, for a constant-time comparison. */
export function commitment(pepper: SecretKey, bound: CommitmentFields, code: string): Buffer {
  const { tenant, challenge, purpose, context } = bound;
  return keyedHash(
    pepper.secret,
    'otp-notary/commitment/v1',
    tenant,
    challenge,
    purpose,
    Buffer.from(context, 'base64url'),
    code,
  );
}
