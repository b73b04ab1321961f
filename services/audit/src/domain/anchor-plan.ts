/** When to ask for an anchor. */
export interface AnchorLimits {
  /** Signed leaves beyond the last request that make one due. */
  readonly leaves: number;
  /** Age of the oldest checkpoint beyond the last request that makes one due, ms. */
  readonly ageMs: number;
  /** A request unanswered for so long is repeated, ms: a repeat is harmless, a lost request is not. */
  readonly repeatMs: number;
}

/** A tree size, and below which batch everything is settled. */
export interface AnchorAsk {
  readonly size: number;
  readonly settleBelow: number;
}

/** What is signed, asked for and settled so far. */
export interface AnchorState {
  /** Newest signed size. */
  readonly signed: number;
  /** Newest signed size that is a multiple of 256; 0 when there is none. */
  readonly signedAligned: number;
  /** The last request. */
  readonly asked: AnchorAsk & { readonly atMs: number };
  /** What the chain holds, as far as it is confirmed. */
  readonly held: AnchorAsk;
  /** The oldest checkpoint beyond both. */
  readonly oldestUncovered: { readonly size: number; readonly atMs: number } | null;
  /** Batches below `below` have their settlement trees, which refer to leaves below `refersBelow`. */
  readonly settled: { readonly below: number; readonly refersBelow: number };
}

/** What to ask the relay for now, or null when nothing is due. Pure. */
export function planAnchor(state: AnchorState, limits: AnchorLimits, nowMs: number): AnchorAsk | null {
  const { signed, asked, held, oldestUncovered, settled } = state;
  const size = Math.max(asked.size, held.size);
  const settleBelow = Math.max(asked.settleBelow, held.settleBelow);
  const due: number[] = [];
  if (signed - size >= limits.leaves) due.push(size + 1);
  if (oldestUncovered !== null && nowMs - oldestUncovered.atMs >= limits.ageMs) due.push(oldestUncovered.size);
  // Only with a tree that holds every leaf the settlement refers to.
  const settles = settled.below > settleBelow && settled.refersBelow <= signed;
  if (settles) due.push(Math.max(size, settled.refersBelow));
  const unanswered = size > held.size || settleBelow > held.settleBelow;
  if (unanswered && nowMs - asked.atMs >= limits.repeatMs) due.push(size);
  if (due.length === 0) return null;
  return { size: cheapest(Math.max(...due), state), settleBelow: settles ? settled.below : settleBelow };
}

/** The signed size that reaches `needed` at the least cost on chain: an aligned one when it reaches that far. */
function cheapest(needed: number, { signed, signedAligned, asked }: AnchorState): number {
  if (needed === asked.size) return needed;
  return signedAligned >= needed ? signedAligned : signed;
}
