import { LogRangeInvalid } from './errors.js';
import { TILE_WIDTH, type TileRef } from './tiles.js';

/** C2SP tlog-tiles: tile levels go from 0 to 63. */
const MAX_LEVEL = 63;
const GROUP = /^(x[0-9]{3}\/)*[0-9]{3}$/;

/** `1234067` → `x001/x234/067`: groups of three digits, all but the last with an `x`. */
function indexPath(index: number): string {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return path;
}

function suffix(width: number): string {
  return width === TILE_WIDTH ? '' : `.p/${width}`;
}

/** Path of a tile below the log's prefix: `tile/<L>/<N>[.p/<W>]`. */
export function tilePath({ level, index, width }: TileRef): string {
  return `tile/${level}/${indexPath(index)}${suffix(width)}`;
}

/** Path of an entry bundle: `tile/entries/<N>[.p/<W>]`. */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${suffix(width)}`;
}

/**
 * Reads the part of a path behind `tile/`: `<L>/<N>[.p/<W>]`, with `entries` given as level `'entries'`.
 * Only the one canonical spelling is read. @throws LogRangeInvalid
 */
export function parseTilePath(path: string): { readonly level: number | 'entries'; index: number; width: number } {
  const match = /^(entries|0|[1-9][0-9]?)\/([x0-9/]+)(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path);
  const [, levelText, groups, widthText] = match ?? [];
  if (levelText === undefined || groups === undefined || !GROUP.test(groups)) throw new LogRangeInvalid('no such tile');
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  const level = levelText === 'entries' ? levelText : Number(levelText);
  const isCanonical = Number.isSafeInteger(index) && indexPath(index) === groups;
  if (!isCanonical || (widthText !== undefined && width >= TILE_WIDTH) || (level !== 'entries' && level > MAX_LEVEL)) {
    throw new LogRangeInvalid('no such tile');
  }
  return { level, index, width };
}
