import { canonicalJson } from '@otp-notary/crypto';
import { z } from 'zod';
import { BundleInvalid } from './errors.js';

/** No honest file comes near: an entry is about 700 bytes, a path 40 hashes. */
const MAX_BUNDLE_BYTES = 1_000_000;
const MAX_PATH = 64;

/** Base64url of exactly 32 bytes, no other spelling. */
const salt = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** Standard base64 of exactly 32 bytes, no other spelling. */
const b64Hash = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
const hexHash = z.templateLiteral(['0x', z.string()]).check(z.regex(/^0x[0-9a-f]{64}$/));
/** Lower case: a checksum spelling would be a second form of the same address. */
const address = z.templateLiteral(['0x', z.string()]).check(z.regex(/^0x[0-9a-f]{40}$/));
const decimal = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);
const count = z.int().nonnegative();
const witnessNumber = count;

const provenLeaf = z.strictObject({
  /** The leaf's bytes as text. */
  entry: z.string().min(1).max(65_535),
  /** Its index in the log. */
  index: count,
  /** Which of `witnesses` it is proven in. */
  witness: witnessNumber,
  /** RFC 9162 inclusion path, lowest first. */
  inclusion: z.array(b64Hash).max(MAX_PATH),
  /** Fields that this file makes readable. */
  disclosed: z.record(z.string(), z.strictObject({ salt, value: z.string() })),
});

const witness = z.strictObject({
  /** Signed note with the log's own signature and no other. */
  checkpoint: z.string(),
  /** What the contract keeps of it; null while it is not anchored. */
  anchor: z
    .strictObject({
      index: count,
      settlementsHash: hexHash,
      /** Block time, Unix seconds. */
      time: count,
      /** Siblings up to the peak as of `anchors.count`, lowest first. */
      path: z.array(hexHash).max(MAX_PATH),
    })
    .nullable(),
});

const settlement = z.strictObject({
  /** Which of `witnesses` carried it. */
  witness: witnessNumber,
  /** Number of the first of the batches that this anchor settled. */
  firstBatch: z.int().positive(),
  settlements: z
    .array(z.strictObject({ count: z.int().min(1).max(0xffff_ffff), issuedBelow: count, root: hexHash }))
    .min(1)
    .max(10_000),
  /** Path of the code's position in the settlement tree of its batch, lowest first. */
  path: z.array(b64Hash).max(MAX_PATH),
});

/** Why the use stands after the issue: the log's word alone, or the chain, which held the issue before the use was logged. */
export const orderTiers = ['claimed', 'chain'] as const;
export type OrderTier = (typeof orderTiers)[number];

const bundleSchema = z.strictObject({
  format: z.literal('otp-notary/proof@v1'),
  origin: z.string().min(1).max(255),
  /** C2SP verifier key of the log; its SHA-256 stands in the contract. */
  vkey: z.string().max(512),
  chain: z.strictObject({ chainId: decimal, contract: address }),
  /** The contract's anchor range when this file was made: peaks highest first. Null when nothing here is anchored. */
  anchors: z.strictObject({ count: z.int().positive(), peaks: z.array(hexHash).max(MAX_PATH) }).nullable(),
  /** Each once, in order: anchored ones by anchor index, one that is not anchored yet last. */
  witnesses: z.array(witness).min(1).max(3),
  issued: provenLeaf,
  /** Null when no use stands in the log. */
  used: provenLeaf.nullable(),
  /** Null until the batch is settled. */
  settlement: settlement.nullable(),
  /** Null without a use. */
  order: z.enum(orderTiers).nullable(),
});

/** A proof bundle (docs/proof-format.md): one code's issue, its use if any, and what proves them. */
export type Bundle = z.infer<typeof bundleSchema>;
export type ProvenLeaf = Bundle['issued'];
export type Witness = Bundle['witnesses'][number];
export type Settlement = NonNullable<Bundle['settlement']>;

/** The one byte form of a bundle: RFC 8785 and a newline. @throws BundleInvalid */
export function encodeBundle(bundle: Bundle): string {
  return `${canonicalJson(checkedShape(bundle))}\n`;
}

/** Checks the shape of a bundle that came as JSON from an API. @throws BundleInvalid */
export function checkedShape(value: unknown): Bundle {
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new BundleInvalid('not a bundle', {
    detail: `${first?.path.join('.') || 'file'}: ${first?.code ?? 'invalid'}`,
  });
}

/**
 * Reads a proof file. Refuses every spelling but the canonical one, so that no byte of a file goes unchecked.
 * @throws BundleInvalid
 */
export function parseBundle(file: Uint8Array): Bundle {
  if (file.length > MAX_BUNDLE_BYTES) throw new BundleInvalid('too large', { detail: 'larger than 1 MB' });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file));
  } catch {
    throw new BundleInvalid('not JSON', { detail: 'not JSON in UTF-8' });
  }
  const bundle = checkedShape(json);
  if (!Buffer.from(encodeBundle(bundle)).equals(file)) {
    throw new BundleInvalid('not canonical', { detail: 'not the canonical form (RFC 8785 and one newline)' });
  }
  return bundle;
}
