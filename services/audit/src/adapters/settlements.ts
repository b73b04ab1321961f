import type { Fate, PositionFate } from '@otp-notary/merkle';
import { int, type Tx } from './tx.js';

/** What the contract takes of a settled batch. */
export interface SettlementHead {
  readonly batch: number;
  readonly count: number;
  readonly issuedBelow: number;
  /** One more than the highest leaf index it refers to. */
  readonly refersBelow: number;
  readonly root: Uint8Array;
}

/** A settled batch, with the fates that its root stands for. */
export interface Settlement extends SettlementHead {
  readonly fates: readonly PositionFate[];
}

const names: readonly Fate[] = ['void', 'unused', 'used'];
const BYTES_PER_FATE = 9;

const INSERT = `
  insert into settlement (batch, count, issued_below, refers_below, root, fates, settled_at)
  values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`;
const MARK = `update batch set settled = true where batch = $1`;
const NEWEST = `select batch from settlement order by batch desc limit 1`;
const HEAD = `batch, count, issued_below, refers_below, root`;
const ONE = `select ${HEAD}, fates from settlement where batch = $1`;
/** What a tree of $3 leaves and a contract mature up to $2 can take, from batch $1 on. */
const READY = `
  select ${HEAD} from settlement
  where batch >= $1 and batch < $1 + $4 and issued_below <= $2 and refers_below <= $3 order by batch`;
const REFERS_BELOW = `select coalesce(max(refers_below), 0) as below from settlement where batch >= $1`;
const USED = `select position, index from leaf where kind = 'verified' and batch = $1`;

interface Row {
  batch: string;
  count: string;
  issued_below: string;
  refers_below: string;
  root: Buffer;
}

/** Stores a settlement and closes the batch to uses, in one transaction with the caller's lock on the log. */
export async function insertSettlement(tx: Tx, settlement: Settlement, nowMs: number): Promise<void> {
  const { batch, count, issuedBelow, refersBelow, root } = settlement;
  await tx.query(INSERT, [batch, count, issuedBelow, refersBelow, root, packFates(settlement.fates), nowMs]);
  await tx.query(MARK, [batch]);
}

/** The batch that comes next: batches are settled strictly in order 1, 2, 3, … */
export async function nextToSettle(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ batch: string }>(NEWEST);
  return rows[0] === undefined ? 1 : int(rows[0].batch) + 1;
}

export async function settlementOf(tx: Tx, batch: number): Promise<Settlement | null> {
  const { rows } = await tx.query<Row & { fates: Buffer }>(ONE, [batch]);
  return rows[0] === undefined ? null : { ...headFrom(rows[0]), fates: unpackFates(rows[0].fates) };
}

/** Consecutive settlements from `nextBatch` on that a tree of `size` leaves and a contract mature to `matureSize` can take. */
export async function readySettlements(
  tx: Tx,
  asked: { readonly nextBatch: number; readonly matureSize: number; readonly size: number; readonly limit: number },
): Promise<readonly SettlementHead[]> {
  const { rows } = await tx.query<Row>(READY, [asked.nextBatch, asked.matureSize, asked.size, asked.limit]);
  const ready = rows.map((row) => headFrom(row));
  const gap = ready.findIndex(({ batch }, at) => batch !== asked.nextBatch + at);
  return gap === -1 ? ready : ready.slice(0, gap);
}

/** One more than the highest leaf index that the settlements from `batch` on refer to. */
export async function refersBelowFrom(tx: Tx, batch: number): Promise<number> {
  const { rows } = await tx.query<{ below: string }>(REFERS_BELOW, [batch]);
  return int(rows[0]?.below ?? '0');
}

/** Index of the `verified` leaf of each used position. Uses leaf_one_use. */
export async function usedPositions(tx: Tx, batch: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.query<{ position: string; index: string }>(USED, [batch]);
  return new Map(rows.map(({ position, index }) => [int(position), int(index)]));
}

function packFates(fates: readonly PositionFate[]): Buffer {
  const bytes = Buffer.alloc(fates.length * BYTES_PER_FATE);
  for (const [at, { fate, logIndex }] of fates.entries()) {
    bytes.writeUInt8(names.indexOf(fate), at * BYTES_PER_FATE);
    bytes.writeBigUInt64BE(BigInt(logIndex), at * BYTES_PER_FATE + 1);
  }
  return bytes;
}

function unpackFates(bytes: Buffer): PositionFate[] {
  return Array.from({ length: bytes.length / BYTES_PER_FATE }, (_, at) => {
    const fate = names[bytes.readUInt8(at * BYTES_PER_FATE)];
    if (fate === undefined) throw new RangeError('stored fate is unknown');
    return { fate, logIndex: Number(bytes.readBigUInt64BE(at * BYTES_PER_FATE + 1)) };
  });
}

function headFrom(row: Row): SettlementHead {
  return {
    batch: int(row.batch),
    count: int(row.count),
    issuedBelow: int(row.issued_below),
    refersBelow: int(row.refers_below),
    root: row.root,
  };
}
