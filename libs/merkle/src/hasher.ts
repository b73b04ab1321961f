import { hash } from 'node:crypto';

/** A hash of 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** How a tree joins two nodes. Leaf hashing belongs to what the leaves are, so that no leaf of one tree parses in another. */
export interface TreeHasher {
  /** Root of a tree without leaves. */
  readonly empty: Hash;
  node(left: Hash, right: Hash): Hash;
}

/** SHA-256 of a domain byte and what follows it, in one call. */
export function prefixedSha256(domain: number, ...parts: readonly Uint8Array[]): Hash {
  const input = Buffer.allocUnsafe(1 + parts.reduce((sum, part) => sum + part.length, 0));
  input[0] = domain;
  let offset = 1;
  for (const part of parts) {
    input.set(part, offset);
    offset += part.length;
  }
  return hash('sha256', input, 'buffer');
}

/** A SHA-256 tree whose inner nodes carry this domain byte. */
export function sha256Hasher(nodeDomain: number): TreeHasher {
  return {
    empty: hash('sha256', '', 'buffer'),
    node: (left, right) => prefixedSha256(nodeDomain, left, right),
  };
}

/** RFC 9162 §2.1.1: nodes are `SHA-256(0x01 ‖ left ‖ right)`. */
export const logHasher: TreeHasher = sha256Hasher(0x01);

/** RFC 9162 §2.1.1: `SHA-256(0x00 ‖ entry)`; text is hashed as UTF-8. */
export function leafHash(entry: Uint8Array | string): Hash {
  return prefixedSha256(0x00, typeof entry === 'string' ? Buffer.from(entry, 'utf8') : entry);
}
