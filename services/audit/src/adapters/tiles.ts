import {
  CompactRange,
  edgeOf,
  tileAdditions,
  TileNodeReader,
  TilesBroken,
  type CompleteNode,
  type Hash,
  type TileRef,
  type TileStore,
} from '@otp-notary/merkle';
import { int, type Tx } from './tx.js';

const SELECT_TILES = `
  select tile.level, tile.index, tile.hashes
  from unnest($1::smallint[], $2::bigint[]) as asked (level, index) join tile using (level, index)`;

const INSERT_TILES = `
  insert into tile (level, index, hashes)
  select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`;

/** Grows tiles that have exactly the expected length: an old or foreign writer changes nothing. */
const GROW_TILES = `
  update tile set hashes = tile.hashes || added.hashes
  from unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::int[]) as added (level, index, hashes, length)
  where tile.level = added.level and tile.index = added.index and length(tile.hashes) = added.length`;

const HASH_BYTES = 32;

/** The tiles of the log, in PostgreSQL. */
export class PgTileStore implements TileStore {
  constructor(private readonly tx: Tx) {}

  async readTiles(tiles: readonly TileRef[]): Promise<readonly Uint8Array[]> {
    const { rows } = await this.tx.query<{ level: number; index: string; hashes: Buffer }>(SELECT_TILES, [
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
    ]);
    const found = new Map(rows.map(({ level, index, hashes }) => [`${level}/${int(index)}`, hashes]));
    // A missing tile reads as no bytes, which the node reader refuses.
    return tiles.map(({ level, index }) => found.get(`${level}/${index}`) ?? Buffer.alloc(0));
  }
}

/** Reads complete subtrees of the tree of `size` leaves. */
export function nodesAt(tx: Tx, size: number): TileNodeReader {
  return new TileNodeReader(new PgTileStore(tx), size);
}

/**
 * Appends leaf hashes to the tree of `size` leaves: only the last tile of each level is read and written.
 * @throws TilesBroken when the stored tiles are not those of that size
 */
export async function appendToTiles(tx: Tx, size: number, leaves: readonly Hash[]): Promise<void> {
  const range = CompactRange.resume(size, await nodesAt(tx, size).readNodes(edgeOf(size)));
  const completed: CompleteNode[] = [];
  for (const leaf of leaves) completed.push(...range.append(leaf));
  const additions = tileAdditions(completed);
  await writeAll(tx, INSERT_TILES, additions, ({ offset }) => offset === 0, false);
  await writeAll(tx, GROW_TILES, additions, ({ offset }) => offset > 0, true);
}

type Addition = ReturnType<typeof tileAdditions>[number];

async function writeAll(
  tx: Tx,
  statement: string,
  additions: readonly Addition[],
  isMeant: (addition: Addition) => boolean,
  withLength: boolean,
): Promise<void> {
  const meant = additions.filter((addition) => isMeant(addition));
  if (meant.length === 0) return;
  const columns: unknown[] = [
    meant.map(({ level }) => level),
    meant.map(({ index }) => index),
    meant.map(({ hashes }) => hashes),
  ];
  if (withLength) columns.push(meant.map(({ offset }) => offset * HASH_BYTES));
  const { rowCount } = await tx.query(statement, columns);
  if (rowCount !== meant.length) throw new TilesBroken('a tile is missing or has another length than the log');
}
