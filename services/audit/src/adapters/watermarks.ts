import type { EventOf } from '@otp-notary/events';
import type { BusPositions } from '../domain/reading.js';
import { int, type Tx } from './tx.js';

/** A watermark that this log has not read up to yet. */
export interface PendingWatermark {
  readonly source: string;
  readonly upToMs: number;
  readonly positions: BusPositions;
}

const INSERT = `
  insert into watermark (source, up_to_ms, positions) values ($1, $2, $3)
  on conflict (source, up_to_ms) do update set positions = excluded.positions`;
const PENDING = `select source, up_to_ms, positions from watermark order by source, up_to_ms desc`;
const DROP_PASSED = `delete from watermark where source = $1 and up_to_ms <= $2`;
const ADVANCE = `
  insert into watermark_read (source, up_to_ms, read_at) values ($1, $2, to_timestamp($3::float8 / 1000))
  on conflict (source) do update set up_to_ms = excluded.up_to_ms, read_at = excluded.read_at
  where watermark_read.up_to_ms < excluded.up_to_ms`;
const READ = `select source, up_to_ms from watermark_read`;

export async function insertWatermark(tx: Tx, { source, upToMs, positions }: EventOf<'otp.watermark'>): Promise<void> {
  await tx.query(INSERT, [source, upToMs, JSON.stringify(positions)]);
}

/** Newest first for each source. */
export async function pendingWatermarks(tx: Tx): Promise<readonly PendingWatermark[]> {
  const { rows } = await tx.query<{ source: string; up_to_ms: string; positions: BusPositions }>(PENDING);
  return rows.map(({ source, up_to_ms, positions }) => ({ source, upToMs: int(up_to_ms), positions }));
}

/** Notes that everything a source decided up to `upToMs` is read. Never goes back. */
export async function advanceWatermark(tx: Tx, source: string, upToMs: number, nowMs: number): Promise<void> {
  await tx.query(ADVANCE, [source, upToMs, nowMs]);
  await tx.query(DROP_PASSED, [source, upToMs]);
}

/** How far each source is read, epoch ms. */
export async function watermarksRead(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ source: string; up_to_ms: string }>(READ);
  return new Map(rows.map(({ source, up_to_ms }) => [source, int(up_to_ms)]));
}
