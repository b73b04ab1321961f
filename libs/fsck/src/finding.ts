/** What can be wrong with a stored log. The names are stable: docs/runbooks/log-tampering.md says what to do about each. */
export const findingKinds = [
  /** The database holds another log, or none. */
  'log-foreign',
  /** The index has no row: it was deleted, or the rows behind it were moved. */
  'leaf-missing',
  /** A row behind the end of the log, or one that is not a number. */
  'leaf-surplus',
  /** The entry is not the one that was hashed. */
  'leaf-changed',
  /** The hash is another one than the tree's: another leaf was put, swapped or inserted here. */
  'leaf-replaced',
  /** Leaf and tile differ, and no signed tree tells which of them is right. */
  'leaf-or-tile-changed',
  /** Columns of the row (kind, batch, position) say something else than its entry. */
  'leaf-columns',
  /** Not an entry of docs/formats.md. */
  'leaf-malformed',
  /** A leaf of a batch whose header does not stand before it. */
  'header-missing',
  'opened-twice',
  /** One position was issued twice. */
  'issued-twice',
  /** A position that its batch declared void or beyond its count. */
  'issued-outside-batch',
  /** A use or refusal whose issue does not stand before it. */
  'outcome-before-issue',
  'used-twice',
  'used-after-settlement',
  'closed-twice',
  'closing-contradicts',
  /** A hash in a tile is not that of the tree, which a signature confirms. */
  'tile-changed',
  /** A tile is missing, or longer or shorter than the log. */
  'tile-length',
  'tile-surplus',
  /** A checkpoint row is not what its own note says, or the note is not signed by the log's key. */
  'checkpoint-changed',
  /** The tree is not the one that was signed, kept outside, anchored or seen before. */
  'forked',
  /** The log holds less than was signed, kept outside or anchored. */
  'shrunk',
  /** A settlement is not what its leaves say. */
  'settlement-wrong',
  /** Settlements are not 1, 2, 3, … or one is of a batch that is not complete. */
  'settlement-order',
  /** The row that sums up a batch is not what its leaves say. */
  'batch-wrong',
  /** An issued code without the row that names its challenge, or a row without a code. */
  'challenge-missing',
  'challenge-surplus',
  /** One challenge at two positions. */
  'challenge-duplicated',
  /** What is stored of an anchor is not what the contract holds, or not what this log signed and settled. */
  'anchor-foreign',
  'anchor-missing',
  /** The contract pins another key for this log. */
  'key-foreign',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** First leaf that is not, or may not be, what it was. */
  readonly index: number;
  /** Set when it cannot be told exactly: the first bad leaf lies in `index … below - 1`. */
  readonly below?: number;
  readonly batch?: number;
  readonly position?: number;
  /** In a sentence, for people. No value that a leaf commits to is in it. */
  readonly what: string;
}

/** First bad index first: that which is certain below the smallest index, and of those what is known closest. */
export function byIndex(a: Finding, b: Finding): number {
  return belowOf(a) - belowOf(b) || b.index - a.index;
}

/** The first bad leaf of a finding has a smaller index. */
export function belowOf({ index, below = index + 1 }: Finding): number {
  return below;
}
