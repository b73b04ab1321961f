/** Tiles hold 256 hashes (C2SP tlog-tiles): proofs between such sizes are 8 to 10 hashes shorter on chain. */
export const ALIGNMENT = 256;

/** The largest aligned size that is not above `size`. */
export function aligned(size: number): number {
  return size - (size % ALIGNMENT);
}

/**
 * The sizes to sign now, ascending: the newest aligned size, since the chain is cheapest there, and the size itself,
 * so that every leaf is covered. Empty when nothing is new. Size 0 is never signed.
 */
export function sizesToSign(signed: number, size: number): readonly number[] {
  if (size <= signed) return [];
  const edge = aligned(size);
  return edge > signed && edge < size ? [edge, size] : [size];
}
