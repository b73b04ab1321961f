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
const hexHash = hexOf(64);
/** Lower case: a checksum spelling would be a second form of the same address. */
const address = hexOf(40);
const decimal = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);
const count = z.int().nonnegative();
const witnessNumber = count;

const provenLeaf = z
  .strictObject({
    entry: z.string().min(1).max(65_535).describe("The leaf's bytes as text: canonical JSON"),
    index: count.describe('Its index in the log'),
    witness: witnessNumber.describe('Which of `witnesses` it is proven in'),
    inclusion: z.array(b64Hash).max(MAX_PATH).describe('RFC 9162 inclusion path, lowest first, base64'),
    disclosed: z
      .record(
        z.string(),
        z.strictObject({
          salt: salt.describe('What the commitment in the entry was salted with, base64url'),
          value: z.string().describe('The value'),
        }),
      )
      .describe('Fields that this file makes readable, by name'),
  })
  .meta({ title: 'ProvenLeaf' });

const witness = z
  .strictObject({
    checkpoint: z.string().describe("C2SP signed note with the log's own signature and no other"),
    anchor: z
      .strictObject({
        index: count.describe('Number of the anchor in the contract'),
        settlementsHash: hexHash.describe('keccak256 of the settlements that it carried, 0 without any'),
        time: count.describe('Block time, Unix seconds'),
        path: z.array(hexHash).max(MAX_PATH).describe('Siblings up to the peak as of `anchors.count`, lowest first'),
      })
      .nullable()
      .describe('What the contract keeps of it; null while it is not anchored'),
  })
  .meta({ title: 'Witness' });

const batchSettlement = z.strictObject({
  count: z.int().min(1).max(0xffff_ffff).describe('Positions of the batch'),
  issuedBelow: count.describe('One more than the index of the last issue of the batch in the log'),
  root: hexHash.describe('Root of the settlement tree of the batch'),
});

const settlement = z
  .strictObject({
    witness: witnessNumber.describe('Which of `witnesses` carried it'),
    firstBatch: z.int().positive().describe('Number of the first of the batches that this anchor settled'),
    settlements: z.array(batchSettlement).min(1).max(10_000).describe('Every batch that this anchor settled, in order'),
    path: z
      .array(b64Hash)
      .max(MAX_PATH)
      .describe("Path of the code's position in the settlement tree of its batch, lowest first, base64"),
  })
  .meta({ title: 'Settlement' });

/** Why the use stands after the issue: the log's word alone, or the chain, which held the issue before the use was logged. */
export const orderTiers = ['claimed', 'chain'] as const;
export type OrderTier = (typeof orderTiers)[number];

function hexOf(digits: number) {
  const form = new RegExp(`^0x[0-9a-f]{${digits}}$`);
  return z.templateLiteral(['0x', z.string()]).check(z.regex(form)).meta({ pattern: form.source });
}

/** Shape of a bundle (docs/proof-format.md); what it means is checked by `checkFile`. */
export const bundleSchema = z
  .strictObject({
    format: z.literal('otp-notary/proof@v1').describe('What the file is'),
    origin: z.string().min(1).max(255).describe('Name of the log'),
    vkey: z.string().max(512).describe('C2SP verifier key of the log; its SHA-256 stands in the contract'),
    chain: z
      .strictObject({
        chainId: decimal.describe('Chain of the contract, decimal'),
        contract: address.describe('Its address, lower case'),
      })
      .describe('Where the log is anchored'),
    anchors: z
      .strictObject({
        count: z.int().positive().describe('Anchors that the contract held'),
        peaks: z.array(hexHash).max(MAX_PATH).describe('Roots of the perfect trees of that range, highest first'),
      })
      .nullable()
      .describe("The contract's anchor range when this file was made; null when nothing here is anchored"),
    witnesses: z
      .array(witness)
      .min(1)
      .max(3)
      .describe('Signed trees, each once: anchored ones by anchor index, one that is not anchored yet last'),
    issued: provenLeaf.describe('The issue of the code'),
    used: provenLeaf.nullable().describe('The use of the code; null when none stands in the log'),
    settlement: settlement.nullable().describe('What fixed the one fate of the code; null until its batch is settled'),
    order: z
      .enum(orderTiers)
      .nullable()
      .describe(
        "Why the use stands after the issue: `claimed` is the log's word, `chain` was held by the contract before the use was " +
          'logged; null without a use',
      ),
  })
  .meta({ title: 'ProofBundle' });

/** A proof bundle (docs/proof-format.md): one code's issue, its use if any, and what proves them. */
export type Bundle = z.infer<typeof bundleSchema>;
export type ProvenLeaf = Bundle['issued'];
export type Witness = Bundle['witnesses'][number];
export type Settlement = NonNullable<Bundle['settlement']>;

/** The one byte form of a bundle: RFC 8785 and a newline. @throws BundleInvalid */
export function encodeBundle(bundle: Bundle): string {
  const shaped = checkedShape(bundle);
  try {
    return `${canonicalJson(shaped)}\n`;
  } catch {
    // Half a surrogate pair: an escape can spell it, UTF-8 cannot.
    throw new BundleInvalid('not canonical', { detail: 'text that is not well-formed Unicode' });
  }
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
