import type { EventOf } from '@otp-notary/events';
import { outboxRow } from '@otp-notary/outbox';
import { DatabaseError, type Pool, type PoolClient, type QueryConfig } from 'pg';
import { ClockSkewed, LeaseLapsed, OutcomeUnknown } from '../domain/errors.js';
import type { CodeRecord, DeliveryState, IssueStore, StoredAnswer } from '../domain/ports.js';
import { ANSWER, DELIVERED, ISSUE, ISSUE_MARKED, MARK_CONSTRAINT, WHY_REFUSED } from './issue.sql.js';
import { asked, asUnavailable } from './unavailable.js';

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
    const client = await asked(this.pool.connect());
    let broken = false;
    const onError = (): void => void (broken = true);
    client.on('error', onError);
    try {
      const record = mint();
      const outcome = await insert(client, statement(record));
      return outcome === 'refused' ? await refuse(client, record) : outcome;
    } catch (error) {
      broken ||= error instanceof OutcomeUnknown;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async answerTo(tenant: string, key: Buffer): Promise<StoredAnswer | undefined> {
    const { rows } = await asked(this.pool.query<AnswerRow>({ ...ANSWER, values: [tenant, key] }));
    const [row] = rows;
    if (row === undefined) return undefined;
    const { request, kid, sealed, delivery } = row;
    return { request, answer: kid === null || sealed === null ? null : { kid, sealed }, delivery };
  }

  async delivered(event: EventOf<'otp.delivery'>): Promise<void> {
    const { topic, key, payload, headers } = outboxRow(event);
    const values = [event.batch, event.position, event.outcome, topic, key, payload, headers];
    await asked(this.pool.query({ ...DELIVERED, values }));
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

/** @throws OutcomeUnknown, StoreUnavailable */
async function insert(client: PoolClient, query: QueryConfig): Promise<'stored' | 'repeated' | 'refused'> {
  try {
    const { rowCount } = await client.query(query);
    return rowCount === 1 ? 'stored' : 'refused';
  } catch (error) {
    // A session that is ended (FATAL) or cut off may have committed before it said so; an ERROR has rolled back.
    if (!(error instanceof DatabaseError) || error.severity !== 'ERROR') {
      throw new OutcomeUnknown('the connection broke while a code was stored', error);
    }
    if (error.code === UNIQUE_VIOLATION && error.constraint === MARK_CONSTRAINT) return 'repeated';
    throw asUnavailable(error);
  }
}

async function refuse(client: PoolClient, { leaseUntil }: CodeRecord): Promise<never> {
  const values = [leaseUntil.toISOString()];
  const { rows } = await asked(client.query<{ leased: boolean }>({ ...WHY_REFUSED, values }));
  if (rows[0]?.leased === true) throw new ClockSkewed('the clocks of process and database differ');
  throw new LeaseLapsed('the lease on the batch ended');
}
