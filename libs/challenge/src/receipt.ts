import { b64u, canonicalJson, fromB64u } from '@otp-notary/crypto';
import { OtpError } from '@otp-notary/errors';
import type { SigningKey } from '@otp-notary/keys';
import { sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** RFC 7515 compact serialisation, ES256 (RFC 7518 §3.4): a contract can check it with the P-256 precompile (EIP-7951). */
const TYP = 'otp-receipt+jwt';

const receiptSchema = z.strictObject({
  origin: z.string(),
  batch: z.int().positive(),
  position: z.int().nonnegative(),
  challenge: z.uuid(),
  verified_at: z.iso.datetime(),
  /** The `verified` leaf of (batch, position) stands in the log by then, or this receipt convicts us. */
  log_by: z.iso.datetime(),
});

/** A signed promise that a verification will stand in the log. */
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/** The receipt was not signed by that key, or is malformed. */
export class ReceiptInvalid extends OtpError {
  readonly code = 'OTP_RECEIPT_INVALID';
  readonly shown = { http: 400, grpc: 3, title: 'Receipt not valid' };
}

/** Signs a receipt. ECDSA is randomised: two signatures over equal payloads are one receipt. */
export function signReceipt(key: SigningKey, receipt: Receipt): string {
  const header = b64u(Buffer.from(canonicalJson({ alg: 'ES256', kid: key.kid, typ: TYP })));
  const input = `${header}.${b64u(Buffer.from(canonicalJson(receipt)))}`;
  const signature = sign('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${b64u(signature)}`;
}

/** The kid a receipt names, before anything is believed. @throws ReceiptInvalid */
export function receiptKid(jws: string): string {
  try {
    const header: unknown = JSON.parse(fromB64u(jws.split('.')[0] ?? '').toString('utf8'));
    return z.strictObject({ alg: z.literal('ES256'), kid: z.string(), typ: z.literal(TYP) }).parse(header).kid;
  } catch {
    throw new ReceiptInvalid('malformed header');
  }
}

/** Checks a receipt against a public key. @throws ReceiptInvalid */
export function checkReceipt(publicKey: KeyObject, jws: string): Receipt {
  receiptKid(jws);
  const [header, payload, signature, ...rest] = jws.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw new ReceiptInvalid('malformed');
  }
  try {
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, fromB64u(signature))) {
      throw new ReceiptInvalid('signature does not verify');
    }
    return receiptSchema.parse(JSON.parse(fromB64u(payload).toString('utf8')));
  } catch (cause) {
    throw cause instanceof ReceiptInvalid ? cause : new ReceiptInvalid('malformed');
  }
}
