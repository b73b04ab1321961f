import type { Finding } from '@otp-notary/fsck';
import { LogTampered } from '../domain/tampered.js';
import { int, type Tx } from './tx.js';

/** A finding of the self-audit that nobody has cleared. */
export interface OpenTampering {
  readonly id: number;
  readonly kind: string;
  readonly index: number;
  readonly what: string;
}

const INSERT = `
  insert into tampering (kind, index, below, batch, position, what)
  select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[])`;
/** Uses tampering_open. */
const FIRST = `select id, kind, index, what from tampering where cleared_at is null order by id limit 1`;

export async function insertTampering(tx: Tx, findings: readonly Finding[]): Promise<void> {
  await tx.query(INSERT, [
    findings.map(({ kind }) => kind),
    findings.map(({ index }) => index),
    findings.map(({ below }) => below ?? null),
    findings.map(({ batch }) => batch ?? null),
    findings.map(({ position }) => position ?? null),
    findings.map(({ what }) => what),
  ]);
}

export async function openTampering(tx: Tx): Promise<OpenTampering | null> {
  const { rows } = await tx.query<{ id: string; kind: string; index: string; what: string }>(FIRST);
  const row = rows[0];
  return row === undefined ? null : { id: int(row.id), kind: row.kind, index: int(row.index), what: row.what };
}

/** @throws LogTampered while something that was found is not cleared */
export async function assertUntampered(tx: Tx): Promise<void> {
  const open = await openTampering(tx);
  if (open !== null) throw new LogTampered(`${open.what} (${open.kind}, finding ${open.id})`);
}
