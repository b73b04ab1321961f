import type { AnyEvent } from '@otp-notary/events';
import type { EvidenceKind } from '../domain/evidence.js';
import type { Tx } from './tx.js';

/** An event that contradicts the log, with the reason. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly event: AnyEvent;
}

const INSERT = `
  insert into evidence (kind, event_id, batch, position, event)
  select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::bigint[], $5::jsonb[])
  on conflict (event_id, kind) do nothing`;

/** Keeps events word for word; noting one twice is noting it once. */
export async function insertEvidence(tx: Tx, evidence: readonly Evidence[]): Promise<void> {
  if (evidence.length === 0) return;
  await tx.query(INSERT, [
    evidence.map(({ kind }) => kind),
    evidence.map(({ event }) => event.id),
    evidence.map(({ event }) => ('batch' in event ? event.batch : null)),
    evidence.map(({ event }) => ('position' in event ? event.position : null)),
    evidence.map(({ event }) => JSON.stringify(event)),
  ]);
}
