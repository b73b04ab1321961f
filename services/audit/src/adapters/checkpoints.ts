import { int, type Tx } from './tx.js';

/** A signed tree. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** C2SP signed note. */
  readonly note: string;
  /** Epoch ms. */
  readonly signedAtMs: number;
}

const COLUMNS = `size, root, note, (extract(epoch from signed_at) * 1000)::bigint as signed_at_ms`;
const NEWEST = `select ${COLUMNS} from checkpoint order by size desc limit 1`;
/** Uses checkpoint_aligned. */
const NEWEST_ALIGNED = `select ${COLUMNS} from checkpoint where size % 256 = 0 order by size desc limit 1`;
const OLDEST_ABOVE = `select ${COLUMNS} from checkpoint where size > $1 order by size limit 1`;
const AT = `select ${COLUMNS} from checkpoint where size = $1`;
/** Takes the row only on top of the size that was checked: two signers cannot both extend it. */
const INSERT = `
  insert into checkpoint (size, root, note, signed_at)
  select $1::bigint, $2::bytea, $3::text, to_timestamp($4::float8 / 1000)
  where (select coalesce(max(size), 0) from checkpoint) = $5`;

export function newestCheckpoint(tx: Tx): Promise<SignedCheckpoint | null> {
  return one(tx, NEWEST, []);
}

/** The newest whose size is a multiple of 256. */
export function newestAligned(tx: Tx): Promise<SignedCheckpoint | null> {
  return one(tx, NEWEST_ALIGNED, []);
}

export function oldestAbove(tx: Tx, size: number): Promise<SignedCheckpoint | null> {
  return one(tx, OLDEST_ABOVE, [size]);
}

export function checkpointAt(tx: Tx, size: number): Promise<SignedCheckpoint | null> {
  return one(tx, AT, [size]);
}

/** Stores a checkpoint on top of the one of `previous` leaves (0: the first). Returns false when another one is there. */
export async function insertCheckpoint(tx: Tx, checkpoint: SignedCheckpoint, previous: number): Promise<boolean> {
  const { size, root, note, signedAtMs } = checkpoint;
  const { rowCount } = await tx.query(INSERT, [size, root, note, signedAtMs, previous]);
  return rowCount === 1;
}

async function one(tx: Tx, statement: string, values: readonly number[]): Promise<SignedCheckpoint | null> {
  const { rows } = await tx.query<{ size: string; root: Buffer; note: string; signed_at_ms: string }>(statement, [
    ...values,
  ]);
  const row = rows[0];
  if (row === undefined) return null;
  return { size: int(row.size), root: row.root, note: row.note, signedAtMs: int(row.signed_at_ms) };
}
