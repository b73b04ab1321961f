/** What a batch says when it closes (docs/formats.md, `batch-closed`). */
export interface Closing {
  readonly count: number;
  /** Positions below `count` without a code: inclusive ranges, sorted, disjoint. */
  readonly void: readonly [number, number][];
}

/**
 * Closes a batch over the positions that hold a code. Pure.
 * @param positions ascending, each once.
 */
export function closingOf(positions: Iterable<number>): Closing {
  const voids: [number, number][] = [];
  let next = 0;
  for (const position of positions) {
    if (position > next) voids.push([next, position - 1]);
    next = position + 1;
  }
  return { count: next, void: voids };
}
