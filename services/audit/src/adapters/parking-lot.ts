import { int, type Tx } from './tx.js';

/** How many events wait, and since when the oldest does, epoch ms. */
export interface ParkingLot {
  readonly count: number;
  readonly oldestAtMs: number | null;
}

const STATE = `select count(*) as count, (extract(epoch from min(parked_at)) * 1000)::bigint as oldest_at_ms from parked`;

export async function parkingLot(tx: Tx): Promise<ParkingLot> {
  const { rows } = await tx.query<{ count: string; oldest_at_ms: string | null }>(STATE);
  const oldest = rows[0]?.oldest_at_ms ?? null;
  return { count: int(rows[0]?.count ?? '0'), oldestAtMs: oldest === null ? null : int(oldest) };
}
