import { fromB64u } from '@otp-notary/crypto';
import { HASH_BYTES, toB64 } from '@otp-notary/merkle';
import { z } from 'zod';
import { DEFAULT_DISCLOSURE, disclosable } from '../domain/disclosure.js';
import type { ConsistencyAnswer, InclusionAnswer } from '../log/reader.js';

/** A whole number in a query string, in its only spelling; described as the number that clients hold. */
const whole = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,15})$/, 'must be a whole number')
  .meta({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, pattern: undefined })
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
    .meta({ examples: ['challenge,purpose'] })
    .describe(
      `Fields to make readable, comma-separated, of ${disclosable.join(', ')}; ${DEFAULT_DISCLOSURE.join(', ')} when absent, none when empty`,
    ),
});
export const proofId = z
  .uuid('must be a UUID')
  .describe('`proof_id` of the answer to an issue or a verification')
  .transform((id) => id.toLowerCase());
/** What routes of tiles take; the reader decides whether there is such a tile. */
export const tilePath = z
  .string()
  .meta({ examples: ['0/000', 'entries/x001/234.p/17'] })
  .describe(
    '`<L>/<N>` for hashes of level L, `entries/<N>` for entries; `.p/<W>` behind it for a partial tile of width W. ' +
      'Its slashes are not percent-encoded',
  );

const b64Hash = z.string().length(44).describe(`base64 of ${HASH_BYTES} bytes`);
const count = z.int().nonnegative();

export const logAnswer = z
  .strictObject({
    origin: z.string().describe('Name of the log'),
    vkey: z.string().describe('C2SP verifier key'),
    size: count.describe('Leaves of the newest signed tree'),
    chain: z
      .strictObject({
        chain_id: z.string().describe('Chain of the contract, decimal'),
        contract: z.string().describe('Its address, lower case'),
      })
      .describe('Where the log is anchored'),
  })
  .meta({
    title: 'LogCard',
    examples: [
      {
        origin: 'log.example/otp',
        vkey: 'log.example/otp+2f6fd1a3+AQBjd2dL6mE2tLr0XxQmS2vKQk5o9pZ1yB3dF4gH5jK6',
        size: 4711,
        chain: { chain_id: '1', contract: '0x52908400098527886e0f7030069857d2e4169ee7' },
      },
    ],
  });
export const inclusionAnswer = z
  .strictObject({
    index: count.describe('Index of the leaf'),
    size: count.describe('Leaves of the tree that it is proven in'),
    root: b64Hash.describe('Root of that tree, base64'),
    entry: z.string().describe('Canonical JSON: the bytes of the leaf'),
    proof: z.array(b64Hash).describe('RFC 9162 inclusion proof, lowest first, base64'),
  })
  .meta({ title: 'InclusionProof' });
export const consistencyAnswer = z
  .strictObject({
    from: count.describe('Leaves of the older tree'),
    to: count.describe('Leaves of the newer tree'),
    proof: z.array(b64Hash).describe('RFC 9162 consistency proof, base64'),
  })
  .meta({ title: 'ConsistencyProof' });
export const entriesAnswer = z
  .strictObject({
    start: count.describe('Index of the first entry'),
    entries: z
      .array(z.string())
      .describe('Canonical JSON, each the bytes of a leaf; fewer than asked at the end of the log'),
  })
  .meta({ title: 'LogEntries' });

export function shownInclusion({ leaf, size, root, proof }: InclusionAnswer): z.infer<typeof inclusionAnswer> {
  return { index: leaf.index, size, root: toB64(root), entry: leaf.entry, proof: proof.map((hash) => toB64(hash)) };
}

export function shownConsistency({ from, to, proof }: ConsistencyAnswer): z.infer<typeof consistencyAnswer> {
  return { from, to, proof: proof.map((hash) => toB64(hash)) };
}
