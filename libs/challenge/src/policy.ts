/** Alphabets a code can be drawn from. Crockford's leaves out I, L, O and U, which people misread. */
export const alphabets = {
  digits: '0123456789',
  crockford: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
} as const;
export type AlphabetName = keyof typeof alphabets;

/** NIST SP 800-63B-4 §3.1.3.2: at least six digits. */
export const MIN_LENGTH = 6;
export const MAX_LENGTH = 10;
/** Attempts a challenge gives at most (PSD2 RTS Art. 4(3)(b): no more than five). */
export const MAX_ATTEMPTS = 5;
/** Ceiling of a code's life. */
export const MAX_LIFE_MS = 60_000;

/** What a code of one challenge looks like. */
export interface CodeShape {
  readonly alphabet: AlphabetName;
  readonly length: number;
}

const patterns = new Map<string, RegExp>();

/**
 * Whether the text is exactly a code of that shape. Nothing is trimmed, folded or normalised first:
 * CVE-2025-6014 was a second spelling of the same code.
 */
export function hasShape(text: string, shape: CodeShape): boolean {
  const key = `${shape.alphabet}/${shape.length}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    // No `$` without `\n` care: in JavaScript `$` matches at the very end only, unless the m flag is set.
    pattern = new RegExp(`^[${alphabets[shape.alphabet]}]{${shape.length}}$`);
    patterns.set(key, pattern);
  }
  return pattern.test(text);
}
