import type { PositionFate } from '@otp-notary/merkle';
import type { ReadLeaf, PlacedLeaf, BatchLeaf } from './entries.js';
import type { Finding, FindingKind } from './finding.js';

/** What a batch said when it closed. */
export interface Closing {
  readonly count: number;
  readonly void: readonly (readonly [from: number, to: number])[];
}

/** A batch as its leaves tell it, from its header until its settlement is checked. */
export interface OpenBatch {
  readonly batch: number;
  /** Index of the header. */
  readonly openedAt: number;
  readonly issued: Set<number>;
  /** Index of the use of each used position. */
  readonly used: Map<number, number>;
  issuedBelow: number;
  refersBelow: number;
  lastExpires: number;
  closing: Closing | null;
}

function isVoid({ void: ranges }: Closing, position: number): boolean {
  return ranges.some(([from, to]) => from <= position && position <= to);
}

function admits(closing: Closing | null, position: number): boolean {
  return closing === null || (position < closing.count && !isVoid(closing, position));
}

/** Whether every position that holds a code has its issue. */
export function isComplete({ closing, issued }: OpenBatch): boolean {
  if (closing === null) return false;
  return issued.size === closing.void.reduce((left, [from, to]) => left - (to - from + 1), closing.count);
}

/** The fates that a complete batch has, uses below `refersBelow` counted (docs/formats.md). */
export function fatesOf({ closing, used }: OpenBatch, refersBelow: number): PositionFate[] {
  if (closing === null) return [];
  if (closing.count === 0) return [{ fate: 'void', logIndex: 0 }];
  return Array.from({ length: closing.count }, (_, position): PositionFate => {
    const logIndex = used.get(position);
    if (logIndex !== undefined && logIndex < refersBelow) return { fate: 'used', logIndex };
    return { fate: isVoid(closing, position) ? 'void' : 'unused', logIndex: 0 };
  });
}

/**
 * The order that a log keeps (docs/formats.md), checked leaf by leaf. Holds the positions of batches that are not settled
 * yet; of settled ones only what their closing said.
 */
export class BatchBook {
  readonly #open = new Map<number, OpenBatch>();
  readonly #settled = new Map<number, Closing>();

  /** What contradicts the leaves before, or null. */
  take(index: number, leaf: ReadLeaf): Finding | null {
    const kind = leaf.kind === 'batch-opened' ? this.#header(index, leaf) : this.#later(index, leaf);
    if (kind === null) return null;
    const place = 'position' in leaf ? { batch: leaf.batch, position: leaf.position } : { batch: leaf.batch };
    const where = 'position' in leaf ? `batch ${leaf.batch}, position ${leaf.position}` : `batch ${leaf.batch}`;
    return { kind, index, ...place, what: `leaf ${index} (${leaf.kind}, ${where}): ${sentences[kind] ?? kind}` };
  }

  open(batch: number): OpenBatch | undefined {
    return this.#open.get(batch);
  }

  /** Batches whose settlement was not checked yet. */
  unsettled(): Iterable<OpenBatch> {
    return this.#open.values();
  }

  isSettled(batch: number): boolean {
    return this.#settled.has(batch);
  }

  /** From now on no use of this batch may follow, and its positions need not be kept. */
  settle({ batch, closing }: OpenBatch): void {
    if (closing !== null) this.#settled.set(batch, closing);
    this.#open.delete(batch);
  }

  #header(index: number, { batch }: BatchLeaf): FindingKind | null {
    if (this.#open.has(batch) || this.#settled.has(batch)) return 'opened-twice';
    this.#open.set(batch, {
      batch,
      openedAt: index,
      issued: new Set(),
      used: new Map(),
      issuedBelow: 0,
      refersBelow: 0,
      lastExpires: 0,
      closing: null,
    });
    return null;
  }

  #later(index: number, leaf: Exclude<ReadLeaf, { kind: 'batch-opened' }>): FindingKind | null {
    const batch = this.#open.get(leaf.batch);
    if (batch === undefined) {
      const closing = this.#settled.get(leaf.batch);
      return closing === undefined ? 'header-missing' : ofSettled(closing, leaf);
    }
    if (leaf.kind === 'batch-closed') return close(batch, index, leaf);
    return leaf.kind === 'issued' ? issue(batch, index, leaf) : conclude(batch, index, leaf);
  }
}

const sentences: Partial<Readonly<Record<FindingKind, string>>> = {
  'header-missing': 'the header of its batch does not stand before it',
  'opened-twice': 'the batch has a header already',
  'issued-twice': 'the position was issued before',
  'issued-outside-batch': 'the batch has no code at this position',
  'outcome-before-issue': 'the issue of this position does not stand before it',
  'used-twice': 'the position was used before',
  'used-after-settlement': 'the batch was settled before',
  'closed-twice': 'the batch was closed before',
  'closing-contradicts': 'it contradicts codes that were issued, or is not canonical',
};

function ofSettled(closing: Closing, leaf: PlacedLeaf | BatchLeaf): FindingKind | null {
  if (leaf.kind === 'batch-closed' || leaf.kind === 'batch-opened') return 'closed-twice';
  if (!admits(closing, leaf.position)) return leaf.kind === 'issued' ? 'issued-outside-batch' : 'outcome-before-issue';
  if (leaf.kind === 'issued') return 'issued-twice';
  return leaf.kind === 'verified' ? 'used-after-settlement' : null;
}

function close(batch: OpenBatch, index: number, leaf: BatchLeaf): FindingKind | null {
  if (leaf.kind !== 'batch-closed') return null;
  if (batch.closing !== null) return 'closed-twice';
  const closing = { count: leaf.count, void: leaf.void };
  const last = closing.void.at(-1)?.[1] ?? -1;
  if (last >= closing.count) return 'closing-contradicts';
  for (const position of batch.issued) if (!admits(closing, position)) return 'closing-contradicts';
  batch.closing = closing;
  batch.refersBelow = index + 1;
  return null;
}

function issue(batch: OpenBatch, index: number, { position, expires }: PlacedLeaf): FindingKind | null {
  if (batch.issued.has(position)) return 'issued-twice';
  if (!admits(batch.closing, position)) return 'issued-outside-batch';
  batch.issued.add(position);
  batch.issuedBelow = index + 1;
  batch.refersBelow = index + 1;
  batch.lastExpires = Math.max(batch.lastExpires, expires);
  return null;
}

function conclude(batch: OpenBatch, index: number, { kind, position }: PlacedLeaf): FindingKind | null {
  if (!batch.issued.has(position)) return 'outcome-before-issue';
  if (kind !== 'verified') return null;
  if (batch.used.has(position)) return 'used-twice';
  batch.used.set(position, index);
  batch.refersBelow = index + 1;
  return null;
}
