import type { OrderTier } from '@otp-notary/proof';

/** What can stand as a witness of a leaf: an anchored tree, told by its anchor's index, or none so far. */
export interface AnchoredTree {
  readonly index: number;
}

/** The witnesses of one bundle, each once: anchored trees in chain order, then the tree that is only signed, if needed. */
export interface Witnesses<A extends AnchoredTree> {
  readonly anchored: readonly A[];
  /** Whether the newest signed tree stands behind them, for leaves that no anchor covers yet. */
  readonly needsSigned: boolean;
  /** Numbers into the list. */
  readonly issued: number;
  readonly used: number | null;
  readonly settlement: number | null;
  /** Tier of issue-before-use, null without a use. */
  readonly order: OrderTier | null;
}

/** Arranges the witnesses of a bundle. `used` is undefined when the code was not used, null when no anchor covers it. */
export function arrange<A extends AnchoredTree>(
  issued: A | null,
  used: A | null | undefined,
  settling: A | null,
): Witnesses<A> {
  const byIndex = new Map<number, A>();
  for (const anchor of [issued, used, settling]) if (anchor) byIndex.set(anchor.index, anchor);
  const anchored = [...byIndex.values()].sort((a, b) => a.index - b.index);
  const numberOf = (anchor: A | null): number =>
    anchor === null ? anchored.length : anchored.findIndex(({ index }) => index === anchor.index);
  return {
    anchored,
    needsSigned: issued === null || used === null,
    issued: numberOf(issued),
    used: used === undefined ? null : numberOf(used),
    settlement: settling === null ? null : numberOf(settling),
    order: used === undefined ? null : orderOf(issued, used),
  };
}

/** The chain proves the order when it held the issue in an anchor that did not hold the use yet. */
function orderOf(issued: AnchoredTree | null, used: AnchoredTree | null): OrderTier {
  return issued !== null && used !== null && issued.index < used.index ? 'chain' : 'claimed';
}
