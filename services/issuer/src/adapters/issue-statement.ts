import type { EventOf } from '@otp-notary/events';
import { outboxRow } from '@otp-notary/outbox';
import type { QueryConfig } from 'pg';
import type { CodeRecord } from '../domain/ports.js';
import { ISSUE, ISSUE_MARKED } from './issue.sql.js';

/** The members of a list, each as a column. */
type Columns = readonly (readonly unknown[])[];

function columns<T>(rows: readonly T[], ...of: readonly ((row: T) => unknown)[]): Columns {
  return of.map((value) => rows.map(value));
}

/** A code to store, and the headers of its event. */
export interface Minted {
  readonly record: CodeRecord;
  readonly headers: Readonly<Record<string, string>>;
}

/** The statement that stores these codes, all or none. They were minted in one moment: the first tells the time. */
export function issueStatement(minted: readonly Minted[]): QueryConfig {
  const records = minted.map(({ record }) => record);
  const values: unknown[] = [
    firstLeaseEnd(records),
    records[0]?.issued.time,
    ...columns(
      records,
      ({ issued }) => issued.batch,
      ({ issued }) => issued.position,
      expiry,
      ({ unsent }) => (unsent ? 'unsent' : 'answer'),
      ({ unsent, issued }) => (unsent ? JSON.stringify(toldOf(issued)) : null),
    ),
    ...columns(
      minted.map(({ record, headers }) => outboxRow(record.issued, headers)),
      ({ topic }) => topic,
      ({ key }) => key,
      ({ payload }) => payload,
      ({ headers }) => headers,
    ),
  ];
  const marked = records.filter(({ retry }) => retry !== undefined).toSorted(byMark);
  if (marked.length === 0) return { ...ISSUE, values };
  const marks = columns(
    marked,
    ({ issued }) => issued.tenant,
    ({ retry }) => retry?.mark.key,
    ({ retry }) => retry?.mark.request,
    ({ retry }) => retry?.answer.kid,
    ({ retry }) => retry?.answer.sealed,
    ({ issued }) => issued.batch,
    ({ issued }) => issued.position,
    expiry,
  );
  return { ...ISSUE_MARKED, values: [...values, ...marks] };
}

/** When the first of the leases ends, ISO 8601. */
export function firstLeaseEnd(records: readonly CodeRecord[]): string {
  return new Date(Math.min(...records.map(({ leaseUntil }) => leaseUntil.getTime()))).toISOString();
}

function expiry({ issued }: CodeRecord): string {
  return new Date(issued.expiresAtMs).toISOString();
}

/** All statements take marks in one order: two that share some wait for each other, but never both. */
function byMark(a: CodeRecord, b: CodeRecord): number {
  return Buffer.compare(a.retry?.mark.key ?? Buffer.of(), b.retry?.mark.key ?? Buffer.of());
}

/** What an event of an outcome says of the challenge. */
function toldOf(issued: EventOf<'otp.issued'>): object {
  const { origin, batch, position, challenge, tenant, subject, purpose, channel } = issued;
  return { origin, batch, position, challenge, tenant, subject, purpose, channel };
}
