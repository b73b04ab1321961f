/**
 * Events that contradict the log. They never become leaves: they are kept word for word and alarm,
 * since each of them is either a broken promise of one of our services or an attack.
 */
export const evidenceKinds = [
  /** A second `issued` for one position. */
  'issued-twice',
  /** A second `verified` for one position. */
  'used-twice',
  /** A use that came after its batch was settled. */
  'used-after-settlement',
  /** A code at a position that its batch declared void or beyond its count. */
  'issued-outside-batch',
  /** A use or refusal at a position where no code can ever have been. */
  'outcome-without-issue',
  /** A second header for one batch. */
  'opened-twice',
  /** A second closing for one batch. */
  'closed-twice',
  /** A closing whose count or void positions contradict codes that stand in the log, that is not canonical, or too large. */
  'closing-contradicts',
  /** The contract holds a tree or a settlement that is not this log's. */
  'foreign-anchor',
  /** An anchor of this log in another contract or on another chain than the configured one. */
  'foreign-contract',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
