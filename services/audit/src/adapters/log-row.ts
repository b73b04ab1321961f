import { OtpError } from '@otp-notary/errors';
import type { ChainHead } from '../domain/draft.js';
import { int, type Tx } from './tx.js';

/** Another process became the writer of this log: this one writes nothing any more. */
export class WriterReplaced extends OtpError {
  readonly code = 'OTP_LOG_WRITER_REPLACED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/** The database belongs to another log. */
export class OriginMismatch extends OtpError {
  readonly code = 'OTP_LOG_ORIGIN';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/** Who writes: the log's name and the fencing token of this writer's term. */
export interface Term {
  readonly origin: string;
  readonly fence: bigint;
}

/** The state of the log that every writing transaction locks first. */
export interface LogRow {
  readonly size: number;
  readonly head: ChainHead | null;
  readonly asked: { readonly size: number; readonly settleBelow: number; readonly atMs: number };
}

const BEGIN_LOG = `insert into log (origin) values ($1) on conflict (only_row) do nothing`;
const BEGIN_TERM = `update log set fence = $1 where fence < $1`;
const SELECT_LOG = `
  select origin, size, fence, head, asked_size, asked_settle_below,
    (extract(epoch from asked_at) * 1000)::bigint as asked_at_ms
  from log`;
const LOCK_LOG = `${SELECT_LOG} for update`;
const SET_SIZE = `update log set size = $1`;
const SET_HEAD = `update log set head = $1`;
const SET_ASKED = `update log set asked_size = $1, asked_settle_below = $2, asked_at = to_timestamp($3::float8 / 1000)`;

interface Row {
  origin: string;
  size: string;
  fence: string;
  head: ChainHead | null;
  asked_size: string;
  asked_settle_below: string;
  asked_at_ms: string;
}

/** Creates the log's row when there is none yet. @throws OriginMismatch when the database holds another log */
export async function beginLog(tx: Tx, origin: string): Promise<void> {
  await tx.query(BEGIN_LOG, [origin]);
  await readLog(tx, origin);
}

/** Starts a writer's term: writers with a smaller token fail from now on. @throws WriterReplaced */
export async function beginTerm(tx: Tx, term: Term): Promise<void> {
  await tx.query(BEGIN_TERM, [term.fence.toString()]);
  await lockLog(tx, term);
}

/** Locks the log for this transaction. @throws WriterReplaced, OriginMismatch */
export async function lockLog(tx: Tx, term: Term): Promise<LogRow> {
  return inTerm(await selectLog(tx, term.origin, LOCK_LOG), term);
}

/**
 * Reads the log in a writer's term without locking it: to see whether there is anything to do. What it says may be
 * over by the time of a write, which must lock. @throws WriterReplaced, OriginMismatch
 */
export async function lookAtLog(tx: Tx, term: Term): Promise<LogRow> {
  return inTerm(await selectLog(tx, term.origin, SELECT_LOG), term);
}

/** Reads the log without locking it. @throws OriginMismatch */
export async function readLog(tx: Tx, origin: string): Promise<LogRow> {
  return logOf(await selectLog(tx, origin, SELECT_LOG));
}

export async function setSize(tx: Tx, size: number): Promise<void> {
  await tx.query(SET_SIZE, [size]);
}

export async function setHead(tx: Tx, head: ChainHead): Promise<void> {
  await tx.query(SET_HEAD, [JSON.stringify(head)]);
}

export async function setAsked(tx: Tx, asked: LogRow['asked']): Promise<void> {
  await tx.query(SET_ASKED, [asked.size, asked.settleBelow, asked.atMs]);
}

async function selectLog(tx: Tx, origin: string, sql: string): Promise<Row> {
  const { rows } = await tx.query<Row>(sql);
  const row = rows[0];
  if (row?.origin !== origin) throw new OriginMismatch(`the database holds the log ${row?.origin}, not ${origin}`);
  return row;
}

function inTerm(row: Row, term: Term): LogRow {
  if (BigInt(row.fence) !== term.fence) throw new WriterReplaced(`term ${term.fence} ended, ${row.fence} writes now`);
  return logOf(row);
}

function logOf(row: Row): LogRow {
  return {
    size: int(row.size),
    head: row.head,
    asked: { size: int(row.asked_size), settleBelow: int(row.asked_settle_below), atMs: int(row.asked_at_ms) },
  };
}
