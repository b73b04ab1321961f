import type { LeafKind } from '@otp-notary/proof';
import { int, type Tx } from './tx.js';

/** A stored leaf. */
export interface Leaf {
  readonly index: number;
  readonly kind: LeafKind;
  readonly entry: string;
  readonly hash: Uint8Array;
  /** Null when the leaf commits to nothing, or was erased. */
  readonly openings: Uint8Array | null;
}

const COLUMNS = `index, kind, entry, hash, openings`;
const BY_INDEX = `select ${COLUMNS} from leaf where index = $1`;
/** Uses leaf_by_hash. */
const BY_HASH = `select ${COLUMNS} from leaf where hash = $1 limit 1`;
const RANGE = `select ${COLUMNS} from leaf where index >= $1 and index < $2 order by index`;
/** Uses leaf_one_issue and leaf_one_use. */
const OF_CODE = `
  select ${COLUMNS} from leaf where kind = 'issued' and batch = $1 and position = $2
  union all
  select ${COLUMNS} from leaf where kind = 'verified' and batch = $1 and position = $2`;
const SET_TENANT = `select set_config('otp.tenant', $1, true)`;
/** Row-level security shows only the rows of the tenant set before. Uses challenge_by_id. */
const PLACE = `select batch, position from challenge where id = $1 order by batch, position limit 1`;

interface Row {
  index: string;
  kind: LeafKind;
  entry: string;
  hash: Buffer;
  openings: Buffer | null;
}

export async function leafAt(tx: Tx, index: number): Promise<Leaf | null> {
  const { rows } = await tx.query<Row>(BY_INDEX, [index]);
  return rows[0] === undefined ? null : leafFrom(rows[0]);
}

export async function leafByHash(tx: Tx, hash: Uint8Array): Promise<Leaf | null> {
  const { rows } = await tx.query<Row>(BY_HASH, [hash]);
  return rows[0] === undefined ? null : leafFrom(rows[0]);
}

/** Leaves `[from, to)` in log order. */
export async function leavesBetween(tx: Tx, from: number, to: number): Promise<readonly Leaf[]> {
  const { rows } = await tx.query<Row>(RANGE, [from, to]);
  return rows.map((row) => leafFrom(row));
}

/** The issue and the use, if any, of the code at a place. */
export async function leavesOfCode(
  tx: Tx,
  place: { readonly batch: number; readonly position: number },
): Promise<{ readonly issued: Leaf | null; readonly used: Leaf | null }> {
  const { rows } = await tx.query<Row>(OF_CODE, [place.batch, place.position]);
  const leaves = rows.map((row) => leafFrom(row));
  const find = (kind: LeafKind): Leaf | null => leaves.find((leaf) => leaf.kind === kind) ?? null;
  return { issued: find('issued'), used: find('verified') };
}

/** Where a challenge stands, for its own tenant only; null for every other one. Needs a transaction. */
export async function placeOfChallenge(
  tx: Tx,
  challenge: string,
  tenant: string,
): Promise<{ readonly batch: number; readonly position: number } | null> {
  await tx.query(SET_TENANT, [tenant]);
  const { rows } = await tx.query<{ batch: string; position: string }>(PLACE, [challenge]);
  return rows[0] === undefined ? null : { batch: int(rows[0].batch), position: int(rows[0].position) };
}

function leafFrom({ index, kind, entry, hash, openings }: Row): Leaf {
  return { index: int(index), kind, entry, hash, openings };
}
