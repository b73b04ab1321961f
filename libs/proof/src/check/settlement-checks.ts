import { anchorLeaf, fromB64, verifyAnchor, verifyFate, type AnchorRecord, type Hash } from '@otp-notary/merkle';
import { encodeAbiParameters, keccak256 } from 'viem';
import type { Settlement } from '../bundle.js';
import { demand, type Check } from './checks.js';
import type { ReadWitness, Reading } from './reading.js';

/** What the file says about the contract, as far as the file itself can be wrong about it. */
export const settlementChecks: readonly Check<Reading>[] = [
  {
    id: 'anchor.path',
    claim: 'Each anchor leads to the anchor range in the file',
    by: 'keccak-256 paths to the peaks',
    applies: ({ bundle }) => bundle.anchors !== null,
    judge: (reading) => judgePaths(reading),
  },
  {
    id: 'settlement.list',
    claim: 'The anchor settled the batch of this code',
    by: 'hash of the settlements in the anchor',
    applies: ({ bundle }) => bundle.settlement !== null,
    judge: (reading) => {
      const settlement = theSettlement(reading);
      const { anchor } = settling(reading);
      const { batch } = reading.issued;
      demand(settlementsHash(settlement) === anchor.settlementsHash, 'the anchor carried other settlements');
      demand(settledBatch(reading) !== undefined, `batch ${batch} is not among them`);
      return `batch ${batch}, of ${settlement.settlements.length} from ${settlement.firstBatch} on, in anchor ${anchor.index}`;
    },
  },
  {
    id: 'settlement.fate',
    claim: 'The settlement gives this code exactly one fate, and it is this one',
    by: 'path in the settlement tree: one leaf for each position',
    applies: ({ bundle }) => bundle.settlement !== null,
    judge: (reading) => judgeFate(reading),
  },
  {
    id: 'order.tier',
    claim: 'The file names the right ground for the order of issue and use',
    by: 'which anchors hold them',
    judge: (reading) => {
      const tier = tierOf(reading);
      demand(
        reading.bundle.order === tier,
        `it says ${reading.bundle.order ?? 'none'}, the anchors say ${tier ?? 'none'}`,
      );
      if (tier === null) return 'there is no use';
      return tier === 'chain' ? 'chain: the issue was anchored without the use' : 'claimed: the log’s own order';
    },
  },
];

/** What the contract keeps of an anchored tree. */
export function recordOf(witness: ReadWitness & { readonly anchor: NonNullable<ReadWitness['anchor']> }): AnchorRecord {
  const { anchor, size, root } = witness;
  return { index: anchor.index, size, root, settlementsHash: fromHex(anchor.settlementsHash), time: anchor.time };
}

/** An anchored tree with the leaf of its anchor. */
export interface AnchoredTree {
  readonly record: AnchorRecord;
  readonly leaf: Hash;
  /** As of the count in the file. */
  readonly path: readonly Hash[];
}

/** The anchored trees of the file. */
export function anchoredTrees(reading: Reading): AnchoredTree[] {
  return reading.witnesses.flatMap((witness) => {
    if (!isAnchored(witness)) return [];
    const record = recordOf(witness);
    const path = witness.anchor.path.map((hash) => fromHex(hash));
    return [{ record, leaf: anchorLeaf(reading.originId, record), path }];
  });
}

/** The tree that carried the settlement. @throws Refused */
export function settling(reading: Reading): ReadWitness & { readonly anchor: NonNullable<ReadWitness['anchor']> } {
  const witness = reading.witness(theSettlement(reading).witness);
  demand(isAnchored(witness), 'a settlement without an anchor');
  return witness;
}

/** Narrow to what stands in the contract. */
export function isAnchored<W extends ReadWitness>(
  witness: W,
): witness is W & { readonly anchor: NonNullable<W['anchor']> } {
  return witness.anchor !== null;
}

/** Bytes of `0x…`. */
export function fromHex(hex: string): Buffer {
  return Buffer.from(hex.slice(2), 'hex');
}

/** `keccak256(abi.encode(uint64 firstBatch, Settlement[] settlements))`, as the contract computes it. */
export function settlementsHash({ firstBatch, settlements }: Pick<Settlement, 'firstBatch' | 'settlements'>): string {
  const list = settlements.map(({ count, issuedBelow, root }) => ({ count, issuedBelow: BigInt(issuedBelow), root }));
  return keccak256(encodeAbiParameters(settlementList, [BigInt(firstBatch), list]));
}

const settlementList = [
  { type: 'uint64' },
  {
    type: 'tuple[]',
    components: [
      { name: 'count', type: 'uint32' },
      { name: 'issuedBelow', type: 'uint64' },
      { name: 'root', type: 'bytes32' },
    ],
  },
] as const;

function theSettlement({ bundle }: Reading): Settlement {
  demand(bundle.settlement !== null, 'the file has no settlement');
  return bundle.settlement;
}

function settledBatch(reading: Reading): Settlement['settlements'][number] | undefined {
  const { firstBatch, settlements } = theSettlement(reading);
  return settlements[reading.issued.batch - firstBatch];
}

function judgePaths(reading: Reading): string {
  const { anchors } = reading.bundle;
  demand(anchors !== null, 'the file has no anchors');
  const peaks = anchors.peaks.map((hash) => fromHex(hash));
  const trees = anchoredTrees(reading);
  for (const { record, leaf, path } of trees) {
    const isThere = verifyAnchor({ leaf, index: record.index, count: anchors.count, path, peaks });
    demand(isThere, `anchor ${record.index} is not in the range of ${anchors.count} anchors`);
  }
  return `anchor ${trees.map(({ record }) => record.index).join(', ')} of ${anchors.count}`;
}

function judgeFate(reading: Reading): string {
  const settlement = theSettlement(reading);
  const settled = settledBatch(reading);
  demand(settled !== undefined, 'another batch was settled');
  const { batch, position } = reading.issued;
  const use = reading.bundle.used;
  const tree = settling(reading);
  demand(reading.bundle.issued.index < settled.issuedBelow, 'the issue stands behind the issues that were settled');
  demand(use === null || use.index < tree.size, 'the use stands behind the tree that settled it');
  const isFate = verifyFate({
    originId: reading.originId,
    batch,
    position,
    count: settled.count,
    fate: use === null ? 'unused' : 'used',
    logIndex: use?.index ?? 0,
    path: settlement.path.map((hash) => fromB64(hash)),
    root: fromHex(settled.root),
  });
  const fate = use === null ? 'not used' : `used by leaf ${use.index}`;
  demand(isFate, `the settlement does not say that position ${position} was ${fate}`);
  return `position ${position} of ${settled.count} in batch ${batch}: ${fate}`;
}

/** docs/formats.md: `chain` when both are anchored and the tree that holds the issue ends before the use. */
function tierOf(reading: Reading): Reading['bundle']['order'] {
  const { issued, used } = reading.bundle;
  if (used === null) return null;
  const [first, second] = [reading.witness(issued.witness), reading.witness(used.witness)];
  return isAnchored(first) && isAnchored(second) && first.size <= used.index ? 'chain' : 'claimed';
}
