import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { CompactRange, type CompleteNode } from './compact-range.js';
import { LogRangeInvalid, TilesBroken } from './errors.js';
import { HASH_BYTES, leafHash, type Hash } from './hasher.js';
import { MerkleTree } from './merkle-tree.js';
import { proveConsistency, proveInclusion, rootAt } from './prove.js';
import { edgeOf, planInclusion } from './shape.js';
import { entriesPath, parseTilePath, tilePath } from './tile-path.js';
import { tileAdditions, TileNodeReader, tilesOf, tileWidth, type TileRef, type TileStore } from './tiles.js';

interface TileVectors {
  readonly paths: readonly (TileRef & { readonly path: string })[];
  readonly size: number;
  readonly tiles: readonly { level: number; full: number; partial: number }[];
}
const vectors = JSON.parse(
  readFileSync(new URL('../../test/vectors/tlog-tiles.json', import.meta.url), 'utf8'),
) as TileVectors;

/** Tiles as a table would hold them, grown by what appends return. */
class TileTable implements TileStore {
  private readonly tiles = new Map<string, Uint8Array>();
  reads = 0;

  add(nodes: readonly CompleteNode[]): void {
    for (const { level, index, offset, hashes } of tileAdditions(nodes)) {
      const held = this.tiles.get(`${level}/${index}`) ?? new Uint8Array();
      assert.equal(held.length, offset * HASH_BYTES);
      this.tiles.set(`${level}/${index}`, Buffer.concat([held, hashes]));
    }
  }

  readTiles(tiles: readonly TileRef[]): Promise<readonly Uint8Array[]> {
    this.reads += 1;
    return Promise.resolve(tiles.map(({ level, index }) => this.tiles.get(`${level}/${index}`) ?? new Uint8Array()));
  }
}

/** Appends in batches and resumes the range from its edge between them, as a restarted sequencer does. */
function grow(leaves: readonly Hash[], batch: number): TileTable {
  const table = new TileTable();
  let range = CompactRange.empty();
  for (let from = 0; from < leaves.length; from += batch) {
    range = CompactRange.resume(range.size, range.edge);
    table.add(leaves.slice(from, from + batch).flatMap((leaf) => range.append(leaf)));
  }
  return table;
}

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(String(i)));
const tree = MerkleTree.of(leaves);
const table = grow(leaves, 777);
const choice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('proofs and roots from tiles are those of the whole tree, with one read each', async () => {
  const sizes = fc.integer({ min: 1, max: leaves.length });
  await fc.assert(
    fc.asyncProperty(sizes, choice, async (size, at) => {
      const index = Math.floor(at * size);
      const reader = new TileNodeReader(table, size);
      table.reads = 0;
      assert.deepEqual(await proveInclusion(reader, index, size), tree.inclusion(index, size));
      assert.ok(table.reads <= 1);
      assert.deepEqual(await proveConsistency(reader, index, size), tree.consistency(index, size));
      assert.deepEqual(await rootAt(reader, size), tree.rootAt(size));
    }),
    { numRuns: 300 },
  );
});

test('a range resumed from the tiles of any size goes on as if it had never stopped', async () => {
  for (const size of [0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, 69_999]) {
    const edge = await new TileNodeReader(table, size).readNodes(edgeOf(size));
    const range = CompactRange.resume(size, edge);
    assert.deepEqual(range.root, tree.rootAt(size));
    range.append(leafHash(String(size)));
    assert.deepEqual(range.root, tree.rootAt(size + 1));
  }
  assert.throws(() => CompactRange.resume(3, [leafHash('')]), LogRangeInvalid);
});

test('a proof in a log of 2^40 leaves reads at most one tile a level', () => {
  const size = 2 ** 40 - 12_345;
  assert.ok(tilesOf(planInclusion(987_654_321_012, size).flat(), size).length <= 10);
});

test('a missing or short tile is an error, never a proof', async () => {
  const empty: TileStore = { readTiles: (tiles) => Promise.resolve(tiles.map(() => new Uint8Array())) };
  const short: TileStore = {
    readTiles: (tiles) => Promise.resolve(tiles.map(({ width }) => new Uint8Array(width * 32 - 1))),
  };
  const none: TileStore = { readTiles: () => Promise.resolve([]) };
  for (const store of [empty, short, none]) {
    await assert.rejects(proveInclusion(new TileNodeReader(store, 300), 5, 300), TilesBroken);
  }
  assert.throws(() => tilesOf([{ level: 3, index: 0 }], 7), TilesBroken);
});

test('the tiles of 70,000 leaves are those of the C2SP example', () => {
  for (const { level, full, partial } of vectors.tiles) {
    if (full > 0) assert.equal(tileWidth(level, full - 1, vectors.size), 256);
    assert.equal(tileWidth(level, full, vectors.size), partial);
    assert.equal(tileWidth(level, full + 1, vectors.size), 0);
  }
});

test('tile paths are the C2SP spelling, and no other spelling is read', () => {
  for (const { path, ...tile } of vectors.paths) {
    assert.equal(tilePath(tile), path);
    assert.deepEqual(parseTilePath(path.slice('tile/'.length)), tile);
  }
  assert.equal(entriesPath(273, 112), 'tile/entries/273.p/112');
  assert.deepEqual(parseTilePath('entries/273.p/112'), { level: 'entries', index: 273, width: 112 });
  const wrong = [
    '0/1',
    '0/0001',
    '0/x000/001',
    '00/001',
    '64/001',
    '0/001.p/0',
    '0/001.p/256',
    '0/001.p/01',
    '0/x001',
    '0/001/',
    '-1/001',
    '0/001.p/',
    '0/x1/001',
    'x/001',
    '0/001/x234',
  ];
  for (const path of wrong) assert.throws(() => parseTilePath(path), LogRangeInvalid, path);
});

test('every tile reference survives its path', () => {
  const tile = fc.record(
    { level: fc.nat(63), index: fc.nat(2 ** 40), width: fc.integer({ min: 1, max: 256 }) },
    { noNullPrototype: true },
  );
  fc.assert(fc.property(tile, (tile) => assert.deepEqual(parseTilePath(tilePath(tile).slice(5)), tile)));
});
