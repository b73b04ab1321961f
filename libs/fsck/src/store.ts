import type { LeafKind } from '@otp-notary/proof';
import type { ClientBase } from 'pg';

/** A connection to the log's database, in a transaction that sees one snapshot. Nothing is written to it. */
export type Database = Pick<ClientBase, 'query'>;

/** `[index, kind, batch, position, entry, hash]` as the driver gives them. */
export type LeafRow = readonly [string, LeafKind, string, string | null, string, Buffer];

export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}
export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}
export interface SettlementRow {
  readonly batch: number;
  readonly count: number;
  readonly issuedBelow: number;
  readonly refersBelow: number;
  readonly root: Buffer;
  readonly fates: Buffer;
}
export interface BatchRow {
  readonly batch: number;
  readonly opened: boolean;
  readonly issued: number;
  readonly issuedBelow: number;
  readonly refersBelow: number;
  readonly lastExpires: number;
  readonly count: number | null;
  readonly void: readonly (readonly [number, number])[] | null;
  readonly settled: boolean;
}
export interface AnchorRow {
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly settlementsHash: string;
  readonly time: number;
  readonly firstBatch: number;
  readonly settlements: readonly { readonly count: number; readonly issuedBelow: number; readonly root: string }[];
}

const LOG = `select origin, size from log`;
const LEAVES = `select index, kind, batch, position, entry, hash from leaf where index >= $1 order by index limit $2`;
const TILES = `
  select tile.level, tile.index, tile.hashes
  from unnest($1::smallint[], $2::bigint[]) as asked (level, index) join tile using (level, index)`;
/** The tiles that a log of $1 leaves has no use for. */
const SURPLUS_TILES = `
  select level, index from tile
  where level not between 0 and 6 or index < 0 or index::numeric * 256 >= floor($1::numeric / 256::numeric ^ level)
  order by level, index limit 1`;
const CHECKPOINTS = `select size, root, note from checkpoint where size > $1 and size <= $2 order by size`;
const CHECKPOINT_BEYOND = `select size from checkpoint where size > $1 or size <= 0 order by size limit 1`;
const SETTLEMENTS = `
  select batch, count, issued_below, refers_below, root, fates from settlement
  where batch >= $1 order by batch limit $2`;
const BATCHES = `
  select batch, opened, issued, issued_below, refers_below, last_expires_ms, count, void, settled
  from batch where batch = any($1::bigint[])`;
const COPIES = `select batch, position, copies from challenge_copies($1::bigint[], $2::bigint[])`;
const COUNTS = `select batch, places from challenge_places($1::bigint[])`;
/** Batches up to $1 are settled, those of $2 are not. */
const BATCH_BEYOND = `
  select batch from batch where (batch <= 0 or batch > $1) and batch <> all($2::bigint[]) order by batch limit 1`;
const CHALLENGE_BEYOND = `select challenge_beyond($1, $2::bigint[]) as batch`;
const LEAF_BEYOND = `select index from leaf where index >= $1 or index < 0 order by index limit 1`;
/** Uses leaf_one_issue. */
const ISSUE = `select index from leaf where kind = 'issued' and batch = $1 and position = $2`;
const ANCHORS = `
  select index, size, root, settlements_hash, time_seconds, first_batch, settlements from anchor
  where state <> 'reorged' and index >= $1 order by index limit $2`;
const ANCHORED = `
  select index, size, root from anchor where state <> 'reorged' and size > $1 and size <= $2 order by size, index`;
const ANCHOR_NODES = `
  select node.level, node.index, node.hash
  from unnest($1::smallint[], $2::bigint[]) as asked (level, index) join anchor_node as node using (level, index)`;
const ANCHOR_BEYOND = `select index, size from anchor where state <> 'reorged' and size > $1 order by index limit 1`;

const numbers = (row: Readonly<Record<string, unknown>>, name: string): number => Number(row[name]);

/** The SQL of the check. Every read is by key or in key order, a page at a time. */
export class LogStore {
  constructor(private readonly db: Database) {}

  async log(): Promise<{ readonly origin: string; readonly size: number } | null> {
    const { rows } = await this.db.query<{ origin: string; size: string }>(LOG);
    return rows[0] === undefined ? null : { origin: rows[0].origin, size: Number(rows[0].size) };
  }

  async leaves(from: number, limit: number): Promise<readonly LeafRow[]> {
    const { rows } = await this.db.query({ text: LEAVES, values: [from, limit], rowMode: 'array' });
    return rows as unknown as LeafRow[];
  }

  async tiles(asked: readonly { readonly level: number; readonly index: number }[]): Promise<readonly TileRow[]> {
    const { rows } = await this.db.query<{ level: number; index: string; hashes: Buffer }>(TILES, [
      asked.map(({ level }) => level),
      asked.map(({ index }) => index),
    ]);
    return rows.map(({ level, index, hashes }) => ({ level, index: Number(index), hashes }));
  }

  async surplusTile(size: number): Promise<{ readonly level: number; readonly index: number } | null> {
    const { rows } = await this.db.query<{ level: number; index: string }>(SURPLUS_TILES, [size]);
    return rows[0] === undefined ? null : { level: rows[0].level, index: Number(rows[0].index) };
  }

  /** Checkpoints of sizes `above < size <= upTo`. */
  async checkpoints(above: number, upTo: number): Promise<readonly CheckpointRow[]> {
    const { rows } = await this.db.query<{ size: string; root: Buffer; note: string }>(CHECKPOINTS, [above, upTo]);
    return rows.map(({ size, root, note }) => ({ size: Number(size), root, note }));
  }

  async checkpointBeyond(size: number): Promise<number | null> {
    const { rows } = await this.db.query<{ size: string }>(CHECKPOINT_BEYOND, [size]);
    return rows[0] === undefined ? null : Number(rows[0].size);
  }

  async settlements(from: number, limit: number): Promise<readonly SettlementRow[]> {
    const { rows } = await this.db.query<Record<string, unknown>>(SETTLEMENTS, [from, limit]);
    return rows.map((row) => ({
      batch: numbers(row, 'batch'),
      count: numbers(row, 'count'),
      issuedBelow: numbers(row, 'issued_below'),
      refersBelow: numbers(row, 'refers_below'),
      root: row['root'] as Buffer,
      fates: row['fates'] as Buffer,
    }));
  }

  async batches(asked: readonly number[]): Promise<readonly BatchRow[]> {
    const { rows } = await this.db.query<Record<string, unknown>>(BATCHES, [asked]);
    return rows.map((row) => ({
      batch: numbers(row, 'batch'),
      opened: row['opened'] === true,
      issued: numbers(row, 'issued'),
      issuedBelow: numbers(row, 'issued_below'),
      refersBelow: numbers(row, 'refers_below'),
      lastExpires: numbers(row, 'last_expires_ms'),
      count: row['count'] === null ? null : numbers(row, 'count'),
      void: row['void'] as BatchRow['void'],
      settled: row['settled'] === true,
    }));
  }

  /** A row of a batch that is neither settled (`1 … settled`) nor among the `open` ones. */
  async batchBeyond(settled: number, open: readonly number[]): Promise<number | null> {
    const { rows } = await this.db.query<{ batch: string }>(BATCH_BEYOND, [settled, open]);
    return rows[0] === undefined ? null : Number(rows[0].batch);
  }

  /** The same of challenges. */
  async challengeBeyond(settled: number, open: readonly number[]): Promise<number | null> {
    const { rows } = await this.db.query<{ batch: string | null }>(CHALLENGE_BEYOND, [settled, open]);
    const batch = rows[0]?.batch ?? null;
    return batch === null ? null : Number(batch);
  }

  /** The first leaf that is not in the log of `size` leaves. */
  async leafBeyond(size: number): Promise<number | null> {
    const { rows } = await this.db.query<{ index: string }>(LEAF_BEYOND, [size]);
    return rows[0] === undefined ? null : Number(rows[0].index);
  }

  /** Index of the issue of a code that stands in the log. */
  async issueOf(batch: number, position: number): Promise<number> {
    const { rows } = await this.db.query<{ index: string }>(ISSUE, [batch, position]);
    return Number(rows[0]?.index ?? 0);
  }

  /** At how many positions each of these codes' challenges stands; a code without a row is left out. */
  async challengeCopies(
    places: readonly { readonly batch: number; readonly position: number }[],
  ): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.db.query<{ batch: string; position: string; copies: string }>(COPIES, [
      places.map(({ batch }) => batch),
      places.map(({ position }) => position),
    ]);
    return new Map(rows.map(({ batch, position, copies }) => [`${batch}/${position}`, Number(copies)]));
  }

  /** How many rows name challenges of these batches. */
  async challengePlaces(batches: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const { rows } = await this.db.query<{ batch: string; places: string }>(COUNTS, [batches]);
    return new Map(rows.map(({ batch, places }) => [Number(batch), Number(places)]));
  }

  /** Anchors that stand on the chain, as the relay told. */
  async anchors(from: number, limit: number): Promise<readonly AnchorRow[]> {
    const { rows } = await this.db.query<Record<string, unknown>>(ANCHORS, [from, limit]);
    return rows.map((row) => ({
      index: numbers(row, 'index'),
      size: numbers(row, 'size'),
      root: String(row['root']),
      settlementsHash: String(row['settlements_hash']),
      time: numbers(row, 'time_seconds'),
      firstBatch: numbers(row, 'first_batch'),
      settlements: row['settlements'] as AnchorRow['settlements'],
    }));
  }

  async anchored(above: number, upTo: number): Promise<readonly { index: number; size: number; root: string }[]> {
    const { rows } = await this.db.query<{ index: string; size: string; root: string }>(ANCHORED, [above, upTo]);
    return rows.map(({ index, size, root }) => ({ index: Number(index), size: Number(size), root }));
  }

  /** Nodes of the anchor tree, by `level/index`. */
  async anchorNodes(
    asked: readonly { readonly level: number; readonly index: number }[],
  ): Promise<ReadonlyMap<string, Buffer>> {
    const { rows } = await this.db.query<{ level: number; index: string; hash: Buffer }>(ANCHOR_NODES, [
      asked.map(({ level }) => level),
      asked.map(({ index }) => index),
    ]);
    return new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  }

  async anchorBeyond(size: number): Promise<{ readonly index: number; readonly size: number } | null> {
    const { rows } = await this.db.query<{ index: string; size: string }>(ANCHOR_BEYOND, [size]);
    return rows[0] === undefined ? null : { index: Number(rows[0].index), size: Number(rows[0].size) };
  }
}
