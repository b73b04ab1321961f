import { parseEntry, type Leaf, type LeafKind } from '@otp-notary/proof';

/** What the order of a log rests on, of any leaf that stands at a position. */
export interface PlacedLeaf {
  readonly kind: 'issued' | 'verified' | 'rejected' | 'locked';
  readonly batch: number;
  readonly position: number;
  /** Epoch ms; 0 for leaves without. */
  readonly expires: number;
}
export type BatchLeaf = Extract<Leaf, { kind: 'batch-opened' | 'batch-closed' }>;
export type ReadLeaf = PlacedLeaf | BatchLeaf;

const HASH = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]';
const NUMBER = '(?:0|[1-9][0-9]{0,15})';
const MAX_POSITION = 0xffff_ffff;

/** Committed fields of each kind, in canonical order. */
const fields = {
  issued: ['challenge', 'channel', 'commitment', 'context', 'purpose', 'subject', 'tenant'],
  verified: ['challenge', 'context', 'purpose', 'subject', 'tenant'],
  rejected: ['challenge', 'reason', 'subject', 'tenant'],
  locked: ['challenge', 'reason', 'subject', 'tenant'],
} as const;

/** The one spelling of a leaf of a kind, as one expression: what it matches needs no parser and no canonical writer. */
function spellingOf(kind: PlacedLeaf['kind']): RegExp {
  const c = fields[kind].map((field) => `"${field}":"${HASH}"`).join(',');
  const expires = kind === 'issued' ? `"expires":(?<expires>${NUMBER}),` : '';
  return new RegExp(
    `^\\{"at":(?<at>${NUMBER}),"batch":(?<batch>[1-9][0-9]{0,15}),"c":\\{${c}\\},${expires}"kind":"${kind}","position":(?<position>${NUMBER}),"v":1\\}$`,
  );
}

const spellings: Readonly<Partial<Record<LeafKind, RegExp>>> = {
  issued: spellingOf('issued'),
  verified: spellingOf('verified'),
  rejected: spellingOf('rejected'),
  locked: spellingOf('locked'),
};

/**
 * Reads an entry of the kind that its row names: the same answer as `parseEntry`, some thirty times as fast for leaves
 * that stand at a position, which are nearly all.
 * @throws EntryInvalid
 */
export function readEntry(kind: LeafKind, entry: string): ReadLeaf {
  const groups = spellings[kind]?.exec(entry)?.groups;
  if (groups !== undefined) {
    const [at, batch, position] = [Number(groups['at']), Number(groups['batch']), Number(groups['position'])];
    const expires = Number(groups['expires'] ?? 0);
    const isInRange = Number.isSafeInteger(at) && Number.isSafeInteger(batch) && Number.isSafeInteger(expires);
    if (isInRange && position <= MAX_POSITION) {
      return { kind: kind as PlacedLeaf['kind'], batch, position, expires };
    }
  }
  const leaf = parseEntry(entry);
  if (leaf.kind === 'batch-opened' || leaf.kind === 'batch-closed') return leaf;
  return { kind: leaf.kind, batch: leaf.batch, position: leaf.position, expires: 'expires' in leaf ? leaf.expires : 0 };
}
