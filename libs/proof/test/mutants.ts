import { canonicalJson, type Json } from '@otp-notary/crypto';

/** The file with each of its bytes changed to a few others: a flipped low bit, case, a digit, a quote, zero. */
export function* flips(file: Buffer): Iterable<[at: number, mutant: Buffer]> {
  for (let at = 0; at < file.length; at++) {
    const original = file[at] ?? 0;
    for (const byte of new Set([original ^ 1, original ^ 0x20, 0x30, 0x22, 0])) {
      if (byte === original) continue;
      const mutant = Buffer.from(file);
      mutant[at] = byte;
      yield [at, mutant];
    }
  }
}

/** Names and numbers of members, from the root. */
export type Path = readonly (string | number)[];

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Every value of a file with its path. */
export function* values(value: Json, path: Path = []): Iterable<[Path, Json]> {
  yield [path, value];
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) {
    yield* values(member, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A copy with the value at a path changed, or without it. */
export function replaced(root: Json, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined || root === null || typeof root !== 'object') return value ?? null;
  if (isList(root)) {
    if (rest.length === 0 && value === undefined) return root.filter((_, i) => i !== key);
    return root.map((member, i) => (i === key ? replaced(member, rest, value) : member));
  }
  const members = Object.entries(root).flatMap(([name, member]): [string, Json][] => {
    if (name !== key) return [[name, member]];
    return rest.length === 0 && value === undefined ? [] : [[name, replaced(member, rest, value)]];
  });
  return Object.fromEntries(members);
}

/** What a value could be turned into that still looks like one. */
export function variants(value: Json): (Json | undefined)[] {
  const other: (Json | undefined)[] = [undefined, null, 0, 1, '', 'x', [], {}, true];
  if (typeof value === 'number') return [...other, value + 1, value - 1, value + 256, -value, value + 0.5, 2 ** 53];
  if (typeof value === 'string') {
    const hash = /^0x[0-9a-f]{64}$/.test(value)
      ? [`0x${'00'.repeat(32)}`, `0X${value.slice(2)}`, value.toUpperCase()]
      : [];
    return [...other, ...hash, `${value} `, value.slice(1), value.slice(0, -1), value + value, value.replace('=', '')];
  }
  if (isList(value)) {
    return [...other, [...value, ...value.slice(-1)], value.slice(1), value.toReversed(), [...value, null]];
  }
  if (value !== null && typeof value === 'object') return [...other, { ...value, extra: 1 }];
  return other;
}

/** Withholding what one could disclose is no lie: such a file stays good and says less. */
export function isWithholding(path: Path, value: Json | undefined): boolean {
  const [leaf, member] = path;
  const isLeaf = leaf === 'issued' || leaf === 'used';
  const isDisclosed = isLeaf && member === 'disclosed';
  return (
    isDisclosed &&
    ((path.length === 2 && canonicalJson(value ?? null) === '{}') || (path.length === 3 && value === undefined))
  );
}
