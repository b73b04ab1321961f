import { OtpError } from '@otp-notary/errors';
import { encodeEvent, topicOf, type AnyEvent, type Topic } from '@otp-notary/events';
import { traceHeaders } from '@otp-notary/platform';
import type { ClientBase } from 'pg';

/** Brokers refuse messages of 1 MiB: such a row could never leave the outbox, and nothing behind it either. */
const MOST_BYTES = 900_000;

/** An event that is too large for the bus. It is refused where it is made, before it can block the outbox. */
export class EventTooLarge extends OtpError {
  readonly code = 'OTP_EVENT_TOO_LARGE';
  readonly shown = { http: 500, grpc: 13, title: 'Internal error' };
}

/** The values of one outbox row, to be the parameters of a statement. */
export interface OutboxRow {
  readonly topic: Topic;
  readonly key: string;
  /** JSON text. */
  readonly payload: string;
  /** A JSON object of strings, as text. */
  readonly headers: string;
}

/** The columns of `outbox` that a writer sets, in the order of `OutboxRow`. */
export const OUTBOX_COLUMNS = 'topic, key, payload, headers';

const EMIT = `
  insert into outbox (${OUTBOX_COLUMNS})
  select topic, key, payload, headers
  from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[]) with ordinality as e (topic, key, payload, headers, place)
  order by place`;

/**
 * An event as a row, for services that write it in the statement of its cause. `headers` are those of the active trace
 * unless given. @throws PoisonEvent, EventTooLarge
 */
export function outboxRow(event: AnyEvent, headers: Readonly<Record<string, string>> = traceHeaders()): OutboxRow {
  const payload = encodeEvent(event);
  if (Buffer.byteLength(payload) > MOST_BYTES) throw new EventTooLarge(`${event.type} ${event.id} is too large`);
  return { topic: topicOf[event.type], key: keyOf(event), payload, headers: JSON.stringify(headers) };
}

/** Writes events in the order given, in the transaction of their cause. @throws PoisonEvent, EventTooLarge */
export async function emit(tx: Pick<ClientBase, 'query'>, events: readonly AnyEvent[]): Promise<void> {
  await insertRows(
    tx,
    events.map((event) => outboxRow(event)),
  );
}

/** Writes rows in the order given. */
export async function insertRows(tx: Pick<ClientBase, 'query'>, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = (['topic', 'key', 'payload', 'headers'] as const).map((column) => rows.map((row) => row[column]));
  await tx.query({ name: 'outbox-emit', text: EMIT, values });
}

/** Events of one key keep their order on the bus. */
function keyOf(event: AnyEvent): string {
  if ('challenge' in event) return event.challenge;
  if ('batch' in event) return `batch:${event.origin}:${event.batch}`;
  if (event.type === 'otp.watermark') return event.source;
  if (event.type === 'chain.head') return `chain:${event.chainId}`;
  return event.origin;
}
