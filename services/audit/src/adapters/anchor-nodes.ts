import { anchorHeights, anchorNode, LogRangeInvalid, type Hash } from '@otp-notary/merkle';
import { int, type Tx } from './tx.js';

/** Nodes of the anchor tree: (level, index) is the perfect tree over anchors [index · 2^level, (index + 1) · 2^level). */
interface NodePlace {
  readonly level: number;
  readonly index: number;
}

const COUNT = `select index from anchor_node where level = 0 order by index desc limit 1`;
const SELECT = `
  select node.level, node.index, node.hash
  from unnest($1::smallint[], $2::bigint[]) as asked (level, index) join anchor_node as node using (level, index)`;
const INSERT = `
  insert into anchor_node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`;
/** Everything that covers anchor $1 or a later one. */
const CUT = `delete from anchor_node where ((index + 1) << level) > $1`;

/** How many anchors, from the first on, are known without a gap. */
export async function countAnchors(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ index: string }>(COUNT);
  return rows[0] === undefined ? 0 : int(rows[0].index) + 1;
}

/** Adds the leaf of anchor `count`, and the perfect trees that it completes. */
export async function pushAnchorNode(tx: Tx, count: number, leaf: Hash): Promise<void> {
  const lefts: NodePlace[] = [];
  for (let level = 0, rest = count; rest % 2 === 1; level += 1, rest = (rest - 1) / 2) {
    lefts.push({ level, index: rest - 1 });
  }
  const added = [{ level: 0, index: count, hash: leaf }];
  for (const left of await readNodes(tx, lefts)) {
    const { level, index, hash } = added.at(-1) ?? { level: 0, index: count, hash: leaf };
    added.push({ level: level + 1, index: (index - 1) / 2, hash: anchorNode(left, hash) });
  }
  await tx.query(INSERT, [
    added.map(({ level }) => level),
    added.map(({ index }) => index),
    added.map(({ hash }) => hash),
  ]);
}

/** Forgets anchor `index` and all after it. */
export async function cutAnchorNodes(tx: Tx, index: number): Promise<void> {
  await tx.query(CUT, [index]);
}

/** The peaks of the range of `count` anchors, highest first. */
export function anchorPeaks(tx: Tx, count: number): Promise<readonly Hash[]> {
  const places: NodePlace[] = [];
  let start = 0;
  for (const level of anchorHeights(count)) {
    places.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return readNodes(tx, places);
}

/** The siblings of anchor `index` up to its peak as of `count` anchors, lowest first (docs/formats.md). */
export function anchorPathOf(tx: Tx, index: number, count: number): Promise<readonly Hash[]> {
  let start = 0;
  for (const height of anchorHeights(count)) {
    if (index < start + 2 ** height) {
      const siblings = Array.from({ length: height }, (_, level): NodePlace => {
        const at = Math.floor(index / 2 ** level);
        return { level, index: at % 2 === 0 ? at + 1 : at - 1 };
      });
      return readNodes(tx, siblings);
    }
    start += 2 ** height;
  }
  throw new LogRangeInvalid('no such anchor');
}

async function readNodes(tx: Tx, places: readonly NodePlace[]): Promise<readonly Hash[]> {
  if (places.length === 0) return [];
  const { rows } = await tx.query<{ level: number; index: string; hash: Buffer }>(SELECT, [
    places.map(({ level }) => level),
    places.map(({ index }) => index),
  ]);
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${int(index)}`, hash]));
  return places.map(({ level, index }) => {
    const hash = found.get(`${level}/${index}`);
    if (hash === undefined) throw new LogRangeInvalid('no such anchor node');
    return hash;
  });
}
