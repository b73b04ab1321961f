import type { EventOf } from '@otp-notary/events';
import { int, type Tx } from './tx.js';

export type LandedAnchor = EventOf<'anchor.confirmed'> | EventOf<'anchor.final'>;
export type ReorgedAnchor = EventOf<'anchor.reorged'>;

/** An anchor that stands on the chain, as far as is known. Hashes are 0x-hex as the relay told them. */
export interface Anchor {
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly settlementsHash: string;
  /** Block time, Unix seconds. */
  readonly timeSeconds: number;
  readonly firstBatch: number;
  readonly settlements: readonly { readonly count: number; readonly issuedBelow: number; readonly root: string }[];
  readonly state: 'confirmed' | 'final';
}

/** An anchor of a tree that this log signed. */
export interface WitnessedAnchor extends Anchor {
  /** The checkpoint of that tree, a C2SP signed note. */
  readonly note: string;
}

const COLUMNS = `anchor.index, anchor.size, anchor.root, settlements_hash, time_seconds, first_batch, settlements, state`;
/** Anchors of trees that this log signed; its note is what a bundle shows. */
const WITNESSED = `
  select ${COLUMNS}, checkpoint.note
  from anchor join checkpoint
    on checkpoint.size = anchor.size and '0x' || encode(checkpoint.root, 'hex') = anchor.root
  where state <> 'reorged' and index < $2`;

/** Indexes follow blocks: when an anchor's block is gone, so are those of all later anchors. */
const DISPLACE = `
  update anchor set state = 'reorged'
  where state <> 'reorged' and index >= $1 and block_hash <> $2
    and exists (select from anchor as old where old.index = $1 and old.block_hash <> $2 and old.state <> 'reorged')`;
const UPSERT = `
  insert into anchor (block_hash, transaction, index, size, root, settlements_hash, time_seconds, chain_id, contract,
    block, first_batch, settlements, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (block_hash, index) do update set
    state = case when anchor.state = 'final' then 'final' else excluded.state end`;
const REORG = `
  update anchor set state = 'reorged'
  where state <> 'reorged' and index >= $2
    and exists (select from anchor as old where old.index = $2 and old.block_hash = $1 and old.state <> 'reorged')`;
const LIVE_AT = `select ${COLUMNS}, '' as note from anchor where state <> 'reorged' and index = $1`;
/** Uses anchor_live_size. Anchors are never smaller than the one before, so the smallest size has the smallest index. */
const FIRST_COVERING = `${WITNESSED} and anchor.size > $1 order by anchor.size, index limit 1`;
/** Uses anchor_live_batch. */
const SETTLING = `${WITNESSED} and first_batch between 1 and $1 order by first_batch desc limit 1`;
const HELD = `
  select
    (select coalesce(max(size), 0) from anchor where state <> 'reorged') as size,
    (select first_batch + jsonb_array_length(settlements) from anchor
      where state <> 'reorged' and first_batch > 0 order by first_batch desc limit 1) as settle_below`;

interface Row {
  index: string;
  size: string;
  root: string;
  settlements_hash: string;
  time_seconds: string;
  first_batch: string;
  settlements: Anchor['settlements'];
  state: Anchor['state'];
  note: string;
}

/**
 * Stores an anchor. What stood at its index in another block, and behind it, is gone from the chain.
 * @returns whether another anchor was displaced.
 */
export async function upsertAnchor(tx: Tx, event: LandedAnchor): Promise<boolean> {
  const displaced = await tx.query(DISPLACE, [event.index, event.blockHash]);
  await tx.query(UPSERT, [
    event.blockHash,
    event.transaction,
    event.index,
    event.size,
    event.root,
    event.settlementsHash,
    event.timeSeconds,
    event.chainId,
    event.contract,
    event.block,
    event.firstBatch,
    JSON.stringify(event.settlements),
    event.type === 'anchor.final' ? 'final' : 'confirmed',
  ]);
  return displaced.rowCount !== 0;
}

/** Takes an anchor back, and all that stand on it. Returns whether it stood. */
export async function reorgAnchor(tx: Tx, { blockHash, index }: ReorgedAnchor): Promise<boolean> {
  const { rowCount } = await tx.query(REORG, [blockHash, index]);
  return rowCount !== 0;
}

export function liveAnchor(tx: Tx, index: number): Promise<Anchor | null> {
  return one(tx, LIVE_AT, [index]);
}

/** The first of the first `count` anchors whose tree holds the leaf. */
export function firstCovering(tx: Tx, leafIndex: number, count: number): Promise<WitnessedAnchor | null> {
  return one(tx, FIRST_COVERING, [leafIndex, count]);
}

/** The one of the first `count` anchors that settled the batch. */
export async function anchorSettling(tx: Tx, batch: number, count: number): Promise<WitnessedAnchor | null> {
  const anchor = await one(tx, SETTLING, [batch, count]);
  return anchor !== null && batch < anchor.firstBatch + anchor.settlements.length ? anchor : null;
}

/** The largest size, and below which batch everything is settled, that the chain holds. */
export async function heldByChain(tx: Tx): Promise<{ readonly size: number; readonly settleBelow: number }> {
  const { rows } = await tx.query<{ size: string; settle_below: string | null }>(HELD);
  return { size: int(rows[0]?.size ?? '0'), settleBelow: int(rows[0]?.settle_below ?? '1') };
}

async function one(tx: Tx, statement: string, values: number[]): Promise<WitnessedAnchor | null> {
  const { rows } = await tx.query<Row>(statement, values);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    index: int(row.index),
    size: int(row.size),
    root: row.root,
    settlementsHash: row.settlements_hash,
    timeSeconds: int(row.time_seconds),
    firstBatch: int(row.first_batch),
    settlements: row.settlements,
    state: row.state,
    note: row.note,
  };
}
