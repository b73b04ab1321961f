import { TilesBroken } from './errors.js';
import { HASH_BYTES, logHasher, type Hash, type TreeHasher } from './hasher.js';
import type { CompleteNode } from './compact-range.js';
import { rootOf } from './compact-range.js';
import type { NodeReader } from './prove.js';
import type { NodeRef } from './shape.js';

/** Tiles of 256 hashes: 8 KiB, the C2SP tlog-tiles layout. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** One tile: `width` hashes of tree level `8 * level`, from hash `256 * index` on. Below 256 wide it is partial. */
export interface TileRef {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Where the hashes of a log are stored. */
export interface TileStore {
  /** The hashes of each tile, in the order asked, at least `width * 32` bytes each (a fuller tile will do). */
  readTiles(tiles: readonly TileRef[]): Promise<readonly Uint8Array[]>;
}

/** Hashes to be written into one tile, from `offset` (in hashes) on. */
export interface TileAddition {
  readonly level: number;
  readonly index: number;
  readonly offset: number;
  readonly hashes: Uint8Array;
}

interface Place {
  readonly level: number;
  readonly index: number;
  readonly offset: number;
  /** Hashes of the tile that lie under the node: a power of two. */
  readonly span: number;
}

/** A node's place: the tile that holds it, or the hashes below it when its level lies inside a tile. */
function placeOf(node: NodeRef): Place {
  const level = Math.floor(node.level / TILE_HEIGHT);
  const span = 2 ** (node.level % TILE_HEIGHT);
  const first = node.index * span;
  const index = Math.floor(first / TILE_WIDTH);
  return { level, index, offset: first - index * TILE_WIDTH, span };
}

/** Width of a tile in the tree of `size` leaves: 256 when full, 0 when the tile is not there. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH));
}

const keyOf = (tile: { readonly level: number; readonly index: number }): string => `${tile.level}/${tile.index}`;

/** The tiles, each once, that hold these nodes of the tree of `size` leaves: one query for a whole proof. */
export function tilesOf(nodes: readonly NodeRef[], size: number): TileRef[] {
  const tiles = new Map<string, TileRef>();
  for (const node of nodes) {
    const { level, index, offset, span } = placeOf(node);
    const width = tileWidth(level, index, size);
    if (offset + span > width) throw new TilesBroken('node is not complete at this size');
    tiles.set(keyOf({ level, index }), { level, index, width });
  }
  return [...tiles.values()];
}

/** Groups completed nodes, in the order of {@link CompactRange.append}, into what each tile gains. */
export function tileAdditions(nodes: readonly CompleteNode[]): TileAddition[] {
  const additions = new Map<string, { level: number; index: number; offset: number; hashes: Hash[] }>();
  for (const node of nodes) {
    if (node.level % TILE_HEIGHT !== 0) continue;
    const { level, index, offset } = placeOf(node);
    const addition = additions.get(keyOf({ level, index }));
    if (addition === undefined) additions.set(keyOf({ level, index }), { level, index, offset, hashes: [node.hash] });
    else if (addition.offset + addition.hashes.length === offset) addition.hashes.push(node.hash);
    else throw new TilesBroken('nodes are not in the order of appending');
  }
  return [...additions.values()].map(({ level, index, offset, hashes }) => {
    return { level, index, offset, hashes: Buffer.concat(hashes) };
  });
}

/** Reads complete subtrees of the tree of `size` leaves from its tiles, all tiles in one call. */
export class TileNodeReader implements NodeReader {
  constructor(
    private readonly store: TileStore,
    private readonly size: number,
    private readonly hasher: TreeHasher = logHasher,
  ) {}

  /** @throws TilesBroken when a tile is missing or too short. */
  async readNodes(nodes: readonly NodeRef[]): Promise<readonly Hash[]> {
    const refs = tilesOf(nodes, this.size);
    if (refs.length === 0) return [];
    const read = await this.store.readTiles(refs);
    const tiles = new Map(refs.map((ref, i) => [keyOf(ref), checkedTile(ref, read[i])]));
    return nodes.map((node) => {
      const { level, index, offset, span } = placeOf(node);
      const tile = tiles.get(keyOf({ level, index }));
      if (tile === undefined) throw new TilesBroken('tile was not read');
      return rootOf(hashesOf(tile.subarray(offset * HASH_BYTES, (offset + span) * HASH_BYTES)), this.hasher);
    });
  }
}

function checkedTile(ref: TileRef, bytes: Uint8Array | undefined): Uint8Array {
  const fits = bytes !== undefined && bytes.length % HASH_BYTES === 0 && bytes.length >= ref.width * HASH_BYTES;
  if (!fits) throw new TilesBroken(`tile ${keyOf(ref)} is missing or too short`);
  return bytes;
}

function* hashesOf(bytes: Uint8Array): Iterable<Hash> {
  for (let at = 0; at < bytes.length; at += HASH_BYTES) yield bytes.subarray(at, at + HASH_BYTES);
}
