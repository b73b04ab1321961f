import { HASH_BYTES, TILE_WIDTH, tileAdditions, tileWidth, type CompleteNode } from '@otp-notary/merkle';
import type { Finding } from './finding.js';
import type { LogStore } from './store.js';

/**
 * Holds the subtrees that a page of leaves completed against the stored tiles, and the length of those tiles against the
 * log's. The first difference of each tile counts.
 */
export async function checkTiles(
  store: LogStore,
  size: number,
  completed: readonly CompleteNode[],
): Promise<readonly Finding[]> {
  const additions = tileAdditions(completed);
  const stored = new Map(
    (await store.tiles(additions)).map(({ level, index, hashes }) => [`${level}/${index}`, hashes]),
  );
  return additions.flatMap(({ level, index, offset, hashes }): Finding[] => {
    const tile = stored.get(`${level}/${index}`) ?? Buffer.alloc(0);
    const at = (hash: number): number => (index * TILE_WIDTH + hash) * TILE_WIDTH ** level;
    const width = tileWidth(level, index, size);
    const name = `tile ${level}/${index}`;
    const length = tile.length / HASH_BYTES;
    const differs = firstDifference(tile.subarray(offset * HASH_BYTES), Buffer.from(hashes));
    if (differs !== null) {
      const first = offset + differs;
      const below = level === 0 ? {} : { below: at(first + 1) };
      return [
        { kind: 'leaf-or-tile-changed', index: at(first), ...below, what: `hash ${first} of ${name} is not that of the leaves` }, // prettier-ignore
      ];
    }
    if (length === width) return [];
    const first = Math.floor(length);
    const place =
      length > width ? { index: size } : { index: at(first), ...(level === 0 ? {} : { below: at(first + 1) }) };
    return [{ kind: 'tile-length', ...place, what: `${name} has ${length} hashes, the log fills ${width}` }];
  });
}

/** Number of the first hash that differs; null when all that both have are equal: lengths are looked at apart. */
function firstDifference(tile: Buffer, hashes: Buffer): number | null {
  const common = Math.min(tile.length, hashes.length);
  if (tile.subarray(0, common).equals(hashes.subarray(0, common))) return null;
  for (let at = 0; at < common; at += HASH_BYTES) {
    if (!tile.subarray(at, at + HASH_BYTES).equals(hashes.subarray(at, at + HASH_BYTES))) return at / HASH_BYTES;
  }
  return null;
}
