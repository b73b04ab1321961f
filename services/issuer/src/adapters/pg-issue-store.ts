import type { EventOf } from '@otp-notary/events';
import { outboxRow } from '@otp-notary/outbox';
import { DatabaseError, type Pool, type PoolClient, type QueryConfig } from 'pg';
import { ClockSkewed, LeaseLapsed, OutcomeUnknown, StoreUnavailable } from '../domain/errors.js';
import type { CodeRecord, DeliveryState, IssueStore, StoredAnswer } from '../domain/ports.js';
import { ANSWER, DELIVERED, ISSUE, ISSUE_MARKED, MARK_CONSTRAINT, WHY_REFUSED } from './issue.sql.js';

const UNIQUE_VIOLATION = '23505';

interface AnswerRow {
  request: Buffer;
  kid: string | null;
  sealed: Buffer | null;
  delivery: DeliveryState | null;
}

/** Codes in PostgreSQL: one statement an issue. */
export class PgIssueStore implements IssueStore {
  constructor(private readonly pool: Pool) {}

  async store(mint: () => CodeRecord): Promise<'stored' | 'repeated'> {
    const client = await this.#connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => void (broken = error);
    client.on('error', onError);
    try {
      const record = mint();
      const { rowCount } = await client.query(statement(record));
      if (rowCount === 1) return 'stored';
      return await refuse(client, record);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw unknown(error, (failure) => (broken = failure));
      if (error.code === UNIQUE_VIOLATION && error.constraint === MARK_CONSTRAINT) return 'repeated';
      // A session that is ended (FATAL) may have committed before it said so; an ERROR has rolled back.
      if (error.severity !== 'ERROR') throw unknown(error, (failure) => (broken = failure));
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async answerTo(tenant: string, key: Buffer): Promise<StoredAnswer | undefined> {
    const { rows } = await this.pool.query<AnswerRow>({ ...ANSWER, values: [tenant, key] });
    const [row] = rows;
    if (row === undefined) return undefined;
    const { request, kid, sealed, delivery } = row;
    return { request, answer: kid === null || sealed === null ? null : { kid, sealed }, delivery };
  }

  async delivered(event: EventOf<'otp.delivery'>): Promise<void> {
    const { topic, key, payload, headers } = outboxRow(event);
    const values = [event.batch, event.position, event.outcome, topic, key, payload, headers];
    await this.pool.query({ ...DELIVERED, values });
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (cause) {
      throw new StoreUnavailable('no connection to the database', cause);
    }
  }
}

function statement({ issued, unsent, leaseUntil, retry }: CodeRecord): QueryConfig {
  const { topic, key, payload, headers } = outboxRow(issued);
  const values: unknown[] = [
    issued.batch,
    issued.position,
    new Date(issued.expiresAtMs).toISOString(),
    unsent ? 'unsent' : 'answer',
    unsent ? JSON.stringify(toldOf(issued)) : null,
    leaseUntil.toISOString(),
    issued.time,
    topic,
    key,
    payload,
    headers,
  ];
  if (retry === undefined) return { ...ISSUE, values };
  const { mark, answer } = retry;
  return { ...ISSUE_MARKED, values: [...values, issued.tenant, mark.key, mark.request, answer.kid, answer.sealed] };
}

/** What an event of an outcome says of the challenge. */
function toldOf(
  issued: EventOf<'otp.issued'>,
): Omit<EventOf<'otp.delivery'>, 'id' | 'version' | 'time' | 'type' | 'outcome'> {
  // prettier-ignore
  const { origin, batch, position, challenge, tenant, subject, purpose, channel } = issued;
  return { origin, batch, position, challenge, tenant, subject, purpose, channel };
}

async function refuse(client: PoolClient, { leaseUntil }: CodeRecord): Promise<never> {
  const { rows } = await client.query<{ leased: boolean }>({ ...WHY_REFUSED, values: [leaseUntil.toISOString()] });
  if (rows[0]?.leased === true) throw new ClockSkewed('the clocks of process and database differ');
  throw new LeaseLapsed('the lease on the batch ended');
}

function unknown(error: unknown, discard: (failure: Error) => void): Error {
  if (error instanceof LeaseLapsed || error instanceof ClockSkewed) return error;
  discard(error instanceof Error ? error : new Error('connection broke'));
  return new OutcomeUnknown('the connection broke while a code was stored', error);
}
