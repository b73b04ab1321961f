import { holds, sizeOf, type Range } from './ranges.js';

/** What a batch promised when it closed: `count` positions, of which the void ones never held a code. */
export interface Closing {
  readonly count: number;
  readonly void: readonly Range[];
}

/** One issue batch as the log knows it so far. */
export interface BatchLife {
  readonly batch: number;
  /** Its header leaf stands in the log. */
  readonly opened: boolean;
  /** Number of `issued` leaves. */
  readonly issued: number;
  /** One more than the index of its last `issued` leaf, 0 without one (docs/formats.md: `issuedBelow`). */
  readonly issuedBelow: number;
  /** One more than the index of the last leaf that its settlement refers to. */
  readonly refersBelow: number;
  /** Latest end of life of its codes, epoch ms; 0 without codes. */
  readonly lastExpiresMs: number;
  readonly closing: Closing | null;
  /** Its settlement tree was built: no use can be logged any more. */
  readonly settled: boolean;
}

/** A batch nothing is known of. */
export function unseen(batch: number): BatchLife {
  return {
    batch,
    opened: false,
    issued: 0,
    issuedBelow: 0,
    refersBelow: 0,
    lastExpiresMs: 0,
    closing: null,
    settled: false,
  };
}

/** Whether every position that holds a code has its `issued` leaf. */
export function isComplete(life: BatchLife): boolean {
  return life.closing !== null && life.issued === life.closing.count - sizeOf(life.closing.void);
}

/** Whether a code may stand at this position, as far as the batch has said. */
export function admits(closing: Closing | null, position: number): boolean {
  return closing === null || (position < closing.count && !holds(closing.void, position));
}
