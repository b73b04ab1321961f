import { commitmentsOf, openingsOf, type Opening } from './field-commitment.js';
import { encodeLeaf, type CommittedField, type CommittingKind } from './leaf.js';

/** What happened at a position of a batch. */
export interface Happening<K extends CommittingKind> {
  /** Epoch milliseconds UTC. */
  readonly at: number;
  readonly batch: number;
  readonly position: number;
  /** Values that stand in the leaf as salted commitments only. */
  readonly fields: Readonly<Record<CommittedField<K>, string>>;
}

/** Canonical bytes for the log, and the openings of its commitments, which stay private. */
export interface CommittedEntry<K extends CommittingKind> {
  readonly entry: string;
  readonly openings: Readonly<Record<CommittedField<K>, Opening>>;
}

function salted<K extends CommittingKind>(kind: K, { at, batch, position, fields }: Happening<K>, seed: Uint8Array) {
  const openings = openingsOf<CommittedField<K>>(seed, fields);
  return { openings, leaf: { v: 1 as const, kind, at, batch, position, c: commitmentsOf(kind, openings) } };
}

/** A code was issued, good until `expires` (epoch ms). `seed`: 32 fresh random bytes, never used for another leaf. */
export function issuedEntry(
  issued: Happening<'issued'> & { readonly expires: number },
  seed: Uint8Array,
): CommittedEntry<'issued'> {
  const { leaf, openings } = salted('issued', issued, seed);
  return { entry: encodeLeaf({ ...leaf, expires: issued.expires }), openings };
}

/** A code was used. */
export function verifiedEntry(verified: Happening<'verified'>, seed: Uint8Array): CommittedEntry<'verified'> {
  const { leaf, openings } = salted('verified', verified, seed);
  return { entry: encodeLeaf(leaf), openings };
}

/** An answer was refused. */
export function rejectedEntry(rejected: Happening<'rejected'>, seed: Uint8Array): CommittedEntry<'rejected'> {
  const { leaf, openings } = salted('rejected', rejected, seed);
  return { entry: encodeLeaf(leaf), openings };
}

/** A challenge or its subject takes no more answers. */
export function lockedEntry(locked: Happening<'locked'>, seed: Uint8Array): CommittedEntry<'locked'> {
  const { leaf, openings } = salted('locked', locked, seed);
  return { entry: encodeLeaf(leaf), openings };
}

/** Header of a batch. `chain`: a recent block; nothing behind this leaf was logged before it. */
export function batchOpenedEntry(opened: {
  readonly at: number;
  readonly batch: number;
  readonly chain: { readonly chainId: string; readonly block: string; readonly hash: string } | null;
}): string {
  const { at, batch, chain } = opened;
  return encodeLeaf({ v: 1, kind: 'batch-opened', at, batch, chain });
}

/** End of a batch: its positions, and those of them that never held a code (inclusive ranges, sorted, merged). */
export function batchClosedEntry(closed: {
  readonly at: number;
  readonly batch: number;
  readonly count: number;
  readonly void: readonly (readonly [from: number, to: number])[];
}): string {
  const { at, batch, count } = closed;
  const ranges = closed.void.map(([from, to]): [number, number] => [from, to]);
  return encodeLeaf({ v: 1, kind: 'batch-closed', at, batch, count, void: ranges });
}
