import { int, type Tx } from './tx.js';

/** How a log stands: what is done and what waits, and for how long. Ages are in seconds, 0 when nothing waits. */
export interface Standing {
  readonly size: number;
  /** Leaves of the newest signed tree. */
  readonly signed: number;
  /** Since the newest tree was signed. */
  readonly checkpointAge: number;
  readonly parked: number;
  readonly parkedAge: number;
  readonly evidence: number;
  /** Since the codes of the oldest batch that is not settled ended. */
  readonly settleLag: number;
  /** Since the oldest tree was signed that no anchor covers. */
  readonly anchorLag: number;
}

const STANDING = `
  select
    (select size from log) as size,
    newest.size as signed,
    extract(epoch from now() - newest.signed_at)::float8 as checkpoint_age,
    (select count(*) from parked) as parked,
    (select extract(epoch from now() - min(parked_at))::float8 from parked) as parked_age,
    (select count(*) from evidence) as evidence,
    (select extract(epoch from now())::float8 - min(last_expires_ms) / 1000.0::float8
      from batch where not settled and issued > 0) as settle_lag,
    (select extract(epoch from now() - signed_at)::float8 from checkpoint
      where size > (select coalesce(max(size), 0) from anchor where state <> 'reorged')
      order by size limit 1) as anchor_lag
  from (select) as one left join lateral (select size, signed_at from checkpoint order by size desc limit 1) as newest on true`;

interface Row {
  size: string | null;
  signed: string | null;
  checkpoint_age: number | null;
  parked: string;
  parked_age: number | null;
  evidence: string;
  settle_lag: number | null;
  anchor_lag: number | null;
}

/** Uses batch_unsettled, parked_age and the primary keys of checkpoint. */
export async function standingOf(tx: Tx): Promise<Standing> {
  const { rows } = await tx.query<Row>(STANDING);
  const row = rows[0];
  return {
    size: int(row?.size ?? '0'),
    signed: int(row?.signed ?? '0'),
    checkpointAge: age(row?.checkpoint_age),
    parked: int(row?.parked ?? '0'),
    parkedAge: age(row?.parked_age),
    evidence: int(row?.evidence ?? '0'),
    settleLag: age(row?.settle_lag),
    anchorLag: age(row?.anchor_lag),
  };
}

function age(seconds: number | null | undefined): number {
  return Math.max(0, seconds ?? 0);
}
