/** Positions, inclusive on both ends. */
export type Range = readonly [from: number, to: number];

/** Whether the ranges are sorted, disjoint and below `count`: the only spelling of a set of void positions. */
export function areCanonical(ranges: readonly Range[], count: number): boolean {
  let next = 0;
  for (const [from, to] of ranges) {
    if (from < next || to < from || to >= count) return false;
    // Neighbours must have been merged, or one set would have several spellings.
    next = to + 2;
  }
  return true;
}

export function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

export function holds(ranges: readonly Range[], position: number): boolean {
  return ranges.some(([from, to]) => from <= position && position <= to);
}
