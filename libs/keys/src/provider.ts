import { OtpError } from '@otp-notary/errors';
import type { KeyObject } from 'node:crypto';

/** One key, one purpose. Secret keys feed HMAC-SHA-256 or AES-256-GCM; signing keys are asymmetric. */
export const secretPurposes = ['subject', 'context', 'pepper', 'seal', 'leaf', 'replay', 'request'] as const;
export const signingPurposes = ['checkpoint', 'receipt', 'relay'] as const;
export type SecretPurpose = (typeof secretPurposes)[number];
export type SigningPurpose = (typeof signingPurposes)[number];
export type KeyPurpose = SecretPurpose | SigningPurpose;

export interface SecretKey {
  readonly kid: string;
  readonly purpose: SecretPurpose;
  /** 256 bits. */
  readonly secret: KeyObject;
}

export interface SigningKey {
  readonly kid: string;
  /** checkpoint: Ed25519 (RFC 8032). receipt: P-256. relay: secp256k1. */
  readonly purpose: SigningPurpose;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export type AnyKey = SecretKey | SigningKey;
export type KeyFor<P extends KeyPurpose> = P extends SecretPurpose ? SecretKey : SigningKey;

/** Where keys come from. Answers from memory: KeyObjects are loaded once, not for each request. */
export interface KeyProvider {
  /** The key to use now. @throws KeyMissing */
  current<P extends KeyPurpose>(purpose: P): KeyFor<P>;
  /** A key by its id, also one that is kept for checking only; undefined when it is not (or no longer) held. */
  byId<P extends KeyPurpose>(purpose: P, kid: string): KeyFor<P> | undefined;
  /** Every key held for a purpose, the current one first: to publish public keys, and to check what carries no kid. */
  held<P extends KeyPurpose>(purpose: P): readonly KeyFor<P>[];
}

/** The provider holds no key for a purpose. */
export class KeyMissing extends OtpError {
  readonly code = 'OTP_KEY_MISSING';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

export function isSecretPurpose(purpose: KeyPurpose): purpose is SecretPurpose {
  return (secretPurposes as readonly string[]).includes(purpose);
}
