import { fromB64u } from '@otp-notary/crypto';
import { HASH_BYTES, toB64 } from '@otp-notary/merkle';
import { z } from 'zod';
import type { ConsistencyAnswer, InclusionAnswer } from '../log/reader.js';

/** A whole number in a query string, in its only spelling. */
const whole = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,15})$/, 'must be a whole number')
  .transform(Number)
  .refine((value) => Number.isSafeInteger(value), 'must be below 2^53');

const hash = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'must be base64url of 32 bytes')
  .transform((text): Uint8Array => fromB64u(text));

export const inclusionQuery = z.strictObject({
  index: whole.optional().describe('Index of the leaf; this or hash'),
  hash: hash.optional().describe('Hash of the leaf, base64url; this or index'),
  size: whole.optional().describe('Leaves of the tree to prove it in; the newest signed one when absent'),
});
export const consistencyQuery = z.strictObject({
  from: whole.describe('Leaves of the older tree'),
  to: whole.optional().describe('Leaves of the newer tree; the newest signed one when absent'),
});
export const entriesQuery = z.strictObject({
  start: whole.describe('Index of the first entry'),
  count: whole.describe('Entries at most; no answer holds more than 1,000'),
});
export const proofQuery = z.strictObject({
  disclose: z
    .string()
    .max(256)
    .optional()
    .describe('Fields to make readable, comma-separated; challenge, tenant and purpose when absent, none when empty'),
});
export const proofId = z.uuid('must be a UUID').transform((id) => id.toLowerCase());

const b64Hash = z.string().length(44).describe(`base64 of ${HASH_BYTES} bytes`);
const count = z.int().nonnegative();

export const logAnswer = z.strictObject({
  origin: z.string(),
  vkey: z.string().describe('C2SP verifier key'),
  size: count.describe('Leaves of the newest signed tree'),
  chain: z.strictObject({ chainId: z.string(), contract: z.string() }).describe('As in proof bundles'),
});
export const inclusionAnswer = z.strictObject({
  index: count,
  size: count,
  root: b64Hash,
  entry: z.string().describe('Canonical JSON: the bytes of the leaf'),
  proof: z.array(b64Hash).describe('RFC 9162 inclusion proof, lowest first'),
});
export const consistencyAnswer = z.strictObject({
  from: count,
  to: count,
  proof: z.array(b64Hash).describe('RFC 9162 consistency proof'),
});
export const entriesAnswer = z.strictObject({ start: count, entries: z.array(z.string()) });

export function shownInclusion({ leaf, size, root, proof }: InclusionAnswer): z.infer<typeof inclusionAnswer> {
  return { index: leaf.index, size, root: toB64(root), entry: leaf.entry, proof: proof.map((hash) => toB64(hash)) };
}

export function shownConsistency({ from, to, proof }: ConsistencyAnswer): z.infer<typeof consistencyAnswer> {
  return { from, to, proof: proof.map((hash) => toB64(hash)) };
}
