import { canonicalJson } from '@otp-notary/crypto';
import { z } from 'zod';
import { EntryInvalid } from './errors.js';

/** Fields that a leaf of each kind commits to under `c`: all of them, always, so that their presence tells nothing. */
export const committedFields = {
  issued: ['challenge', 'tenant', 'subject', 'purpose', 'context', 'commitment', 'channel'],
  verified: ['challenge', 'tenant', 'subject', 'purpose', 'context'],
  rejected: ['challenge', 'tenant', 'subject', 'reason'],
  locked: ['challenge', 'tenant', 'subject', 'reason'],
} as const;
export type CommittingKind = keyof typeof committedFields;
export type CommittedField<K extends CommittingKind> = (typeof committedFields)[K][number];

const count = z.int().nonnegative();
const position = z.int().min(0).max(0xffff_ffff);
const hash32 = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
const decimal = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);

function commitments<K extends CommittingKind>(kind: K): z.ZodType<Readonly<Record<CommittedField<K>, string>>> {
  const shape = Object.fromEntries(committedFields[kind].map((field) => [field, hash32]));
  return z.strictObject(shape) as unknown as z.ZodType<Readonly<Record<CommittedField<K>, string>>>;
}

const stamp = { v: z.literal(1), at: count };
const place = { batch: z.int().positive(), position };

/** Inclusive ranges, sorted, disjoint and not touching: one spelling for one set. */
const ranges = z
  .array(z.tuple([position, position]))
  .refine((list) => list.every(([from, to], i) => from <= to && from > (list[i - 1]?.[1] ?? -2) + 1));

const leafSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...stamp,
    kind: z.literal('batch-opened'),
    batch: place.batch,
    chain: z.strictObject({ chainId: decimal, block: decimal, hash: z.string().regex(/^0x[0-9a-f]{64}$/) }).nullable(),
  }),
  z.strictObject({ ...stamp, kind: z.literal('issued'), ...place, expires: count, c: commitments('issued') }),
  z.strictObject({ ...stamp, kind: z.literal('verified'), ...place, c: commitments('verified') }),
  z.strictObject({ ...stamp, kind: z.literal('rejected'), ...place, c: commitments('rejected') }),
  z.strictObject({ ...stamp, kind: z.literal('locked'), ...place, c: commitments('locked') }),
  z.strictObject({
    ...stamp,
    kind: z.literal('batch-closed'),
    batch: place.batch,
    count: z.int().min(0).max(0xffff_ffff),
    void: ranges,
  }),
]);

/** What a log entry says. Times are epoch milliseconds UTC. */
export type Leaf = z.infer<typeof leafSchema>;
export type LeafKind = Leaf['kind'];
export type LeafOf<K extends LeafKind> = Extract<Leaf, { kind: K }>;

/** The bytes of a leaf: RFC 8785. @throws EntryInvalid when it is not a leaf of docs/formats.md */
export function encodeLeaf(leaf: Leaf): string {
  const parsed = leafSchema.safeParse(leaf);
  if (!parsed.success) throw new EntryInvalid('not a leaf');
  return canonicalJson(parsed.data);
}

/** Reads an entry; only the canonical spelling of a known leaf is one. @throws EntryInvalid */
export function parseEntry(entry: string): Leaf {
  let json: unknown;
  try {
    json = JSON.parse(entry);
  } catch {
    throw new EntryInvalid('entry is not JSON');
  }
  const parsed = leafSchema.safeParse(json);
  if (!parsed.success) throw new EntryInvalid('entry is not a known leaf');
  if (canonicalJson(parsed.data) !== entry) throw new EntryInvalid('entry is not canonical');
  return parsed.data;
}
