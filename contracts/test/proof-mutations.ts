import type { Hex } from 'viem';

const EXTRA: Hex = `0x${'ab'.repeat(32)}`;

/** Proofs one change away, and different: a bit turned, a hash left out, doubled, added or swapped with its neighbour. */
export function mutationsOf(proof: readonly Hex[]): Hex[][] {
  const flipped = proof.map((hash, at) => proof.map((other, i) => (i === at ? flip(hash, at) : other)));
  const dropped = proof.map((_, at) => proof.toSpliced(at, 1));
  const doubled = proof.map((hash, at) => proof.toSpliced(at, 0, hash));
  const swapped = proof.slice(1).map((_, at) => proof.toSpliced(at, 2, proof[at + 1] ?? EXTRA, proof[at] ?? EXTRA));
  const all = [...flipped, ...dropped, ...doubled, ...swapped, [...proof, EXTRA], [EXTRA, ...proof], []];
  return all.filter((mutation) => mutation.join() !== proof.join());
}

/** Another bit for each place. */
function flip(hash: Hex, at: number): Hex {
  const bit = 1n << BigInt((at * 83) % 256);
  return `0x${(BigInt(hash) ^ bit).toString(16).padStart(64, '0')}`;
}
