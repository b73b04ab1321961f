import { isComplete, type BatchLife } from './batch-life.js';
import { holds, type Range } from './ranges.js';

/** What a batch still waits for before its codes' fates are final. */
export type Obstacle = 'closing' | 'issues' | 'watermark';

/**
 * Whether the fates of a batch are known, not guessed: it is closed, every code's issue stands in the log, and every
 * source of uses has said that all it decided until the last code's end of life (and `graceMs` more, for clocks that
 * differ) is read. Returns null when nothing stands in the way.
 *
 * @param readUpToMs how far each configured source is read, epoch ms; a source never heard of counts as 0.
 */
export function obstacle(life: BatchLife, readUpToMs: readonly number[], graceMs: number): Obstacle | null {
  if (life.closing === null) return 'closing';
  if (!isComplete(life)) return 'issues';
  if (life.issued > 0 && readUpToMs.some((upTo) => upTo <= life.lastExpiresMs + graceMs)) return 'watermark';
  return null;
}

/** The end of one position, as the settlement tree states it (docs/formats.md). */
export type FateName = 'void' | 'unused' | 'used';
export interface FateOfPosition {
  readonly fate: FateName;
  /** Index of the `verified` leaf when used, else 0. */
  readonly logIndex: number;
}

/**
 * One fate for each position of a complete batch. A batch that closed without any position settles as a single void
 * one, since the contract takes no settlement of nothing and no batch may be skipped.
 *
 * @param used index of the `verified` leaf by position.
 */
export function fatesOf(
  closing: { readonly count: number; readonly void: readonly Range[] },
  used: ReadonlyMap<number, number>,
): readonly FateOfPosition[] {
  if (closing.count === 0) return [{ fate: 'void', logIndex: 0 }];
  return Array.from({ length: closing.count }, (_, position): FateOfPosition => {
    const logIndex = used.get(position);
    if (logIndex !== undefined) return { fate: 'used', logIndex };
    return { fate: holds(closing.void, position) ? 'void' : 'unused', logIndex: 0 };
  });
}
