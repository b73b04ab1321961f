import {
  anchorHeights,
  anchorLeaf,
  extendAnchorPath,
  LogRangeInvalid,
  pushAnchors,
  verifyAnchor,
  type AnchorRecord,
  type Hash,
} from '@otp-notary/merkle';
import type { AnchorRange, ChainFacts } from './chain.js';
import { demand, Refused, type Finding } from './checks.js';
import type { Reading } from './reading.js';
import { anchoredTrees, fromHex, type AnchoredTree } from './settlement-checks.js';

/** Whether the path in the file leads to a peak of a range as it stands. */
export function standsIn({ leaf, record, path }: AnchoredTree, { count, peaks }: AnchorRange): boolean {
  return verifyAnchor({ leaf, index: record.index, count, path, peaks });
}

/**
 * Whether the contract holds the anchors of a file. It keeps only the peaks of its anchor tree, and peaks merge as anchors
 * come, so the paths of an older file can be too short. In order of assurance:
 *
 * 1. no anchors came since: the peaks of the file are those of the contract;
 * 2. the later anchors are known from events: with them the file's range must grow into exactly today's peaks. Events
 *    need no trust: only what they hash to counts;
 * 3. each path still ends at a peak of today; peaks of the file that have merged since stay unused;
 * 4. a node that keeps old state says what the peaks were.
 *
 * @returns `not checked` when the node serves none of these
 * @throws Refused when the contract holds something else
 */
export function judgeStanding(reading: Reading, { range, later, past, at }: ChainFacts): Finding {
  const { anchors } = reading.bundle;
  demand(anchors !== null && range !== null, 'the contract has no anchors of this log');
  const filed = { count: anchors.count, peaks: anchors.peaks.map((hash) => fromHex(hash)) };
  const trees = anchoredTrees(reading);
  const block = `state of the contract at block ${at.number}`;
  demand(
    range.count >= filed.count,
    `the contract has ${range.count} anchors at block ${at.number}, the file knows of ${filed.count}: ` +
      'the node lags, a reorganisation took anchors away, or the file is false',
  );
  demandKeptPeaks(filed, range, block);
  if (range.count === filed.count) return block;
  if (later !== null) {
    demandGrowth(trees, filed, range, reading.originId, later);
    return `${block}, reached through the events of ${later.length} later anchors`;
  }
  if (trees.every((tree) => standsIn(tree, range))) return `${block}: each path still ends at one of its peaks`;
  if (past?.count === filed.count) {
    demandKeptPeaks(filed, past, `state of the contract at block ${past.at.number}`);
    return `state of the contract at block ${past.at.number}, as this node still keeps it`;
  }
  return {
    verdict: 'not checked',
    detail:
      `${range.count - filed.count} anchors came since the file was made, and this node keeps neither their events nor ` +
      'the state of then: get the file anew, or ask a node with history',
  };
}

/** Peaks that stand in both ranges, the one before and the one after, must be the same: in time nothing else may happen. */
function demandKeptPeaks(before: AnchorRange, after: AnchorRange, where: string): void {
  const held = new Map(spans(after).map(({ start, height, peak }) => [`${start}/${height}`, peak]));
  for (const { start, height, peak } of spans(before)) {
    const kept = held.get(`${start}/${height}`);
    demand(
      kept === undefined || Buffer.from(kept).equals(peak),
      `anchors ${start} to ${start + 2 ** height - 1} are not those of the file (${where})`,
    );
  }
}

function demandGrowth(
  trees: readonly AnchoredTree[],
  filed: AnchorRange,
  range: AnchorRange,
  originId: Hash,
  later: readonly AnchorRecord[],
): void {
  const leaves = later.map((record) => anchorLeaf(originId, record));
  try {
    const grown = { count: filed.count + leaves.length, peaks: pushAnchors(filed.count, filed.peaks, leaves) };
    const isToday = grown.count === range.count && Buffer.concat(grown.peaks).equals(Buffer.concat(range.peaks));
    demand(isToday, 'the anchors of the file and those of the events since do not make up the contract’s');
    for (const tree of trees) {
      const path = extendAnchorPath({ index: tree.record.index, ...filed, path: tree.path }, leaves);
      demand(standsIn({ ...tree, path }, range), `anchor ${tree.record.index} does not stand in the contract`);
    }
  } catch (error) {
    throw error instanceof LogRangeInvalid ? new Refused('peaks do not fit their count') : error;
  }
}

/** The perfect trees of a range, with the anchors that they hold. */
function spans({ count, peaks }: AnchorRange): { start: number; height: number; peak: Hash }[] {
  let start = 0;
  return anchorHeights(count).map((height, i) => {
    const span = { start, height, peak: peaks[i] ?? new Uint8Array() };
    start += 2 ** height;
    return span;
  });
}
