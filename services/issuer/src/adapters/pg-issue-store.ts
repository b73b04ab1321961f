import type { EventOf } from '@otp-notary/events';
import { outboxRow } from '@otp-notary/outbox';
import { Groups, type Waiting } from '@otp-notary/persistence';
import { traceHeaders } from '@otp-notary/platform';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { ClockSkewed, LeaseLapsed, OutcomeUnknown, StoreUnavailable } from '../domain/errors.js';
import type { CodeRecord, DeliveryState, IssueStore, StoredAnswer } from '../domain/ports.js';
import { firstLeaseEnd, issueStatement, type Minted } from './issue-statement.js';
import { ANSWER, DELIVERED, MARK_CONSTRAINT, WHY_REFUSED } from './issue.sql.js';
import { asked, asUnavailable } from './unavailable.js';

const UNIQUE_VIOLATION = '23505';
/** One commit at a time gives the largest groups; more of them only past a slow one, or when a full group waits. */
const LIMITS = { lanes: 3, size: 64, waiting: 2_000 };

type Outcome = 'stored' | 'repeated';
/** A code to come, and the trace that its event goes on with: the group's work is done in nobody's context. */
interface Asked {
  readonly mint: () => CodeRecord;
  readonly headers: Readonly<Record<string, string>>;
}

interface AnswerRow {
  request: Buffer;
  kid: string | null;
  sealed: Buffer | null;
  delivery: DeliveryState | null;
}

/** Codes in PostgreSQL: one statement for those that came together. */
export class PgIssueStore implements IssueStore {
  readonly #groups = new Groups<Asked, Outcome>(LIMITS, (group) => this.#storeGroup(group));

  constructor(private readonly pool: Pool) {}

  async store(mint: Asked['mint']): Promise<Outcome> {
    return await this.#groups.add({ mint, headers: traceHeaders() });
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

  /** What cannot be stored together is stored one by one: then each has the outcome that is its own. */
  async #storeGroup(group: readonly Waiting<Asked, Outcome>[]): Promise<void> {
    try {
      const outcome = await this.#onConnection((client) => storeTogether(client, group.map(({ item }) => ({ record: item.mint(), headers: item.headers })))); // prettier-ignore
      for (const { resolve } of group) resolve(outcome);
    } catch (error) {
      if (group.length === 1 || concernsAll(error)) {
        for (const { reject } of group) reject(error);
      } else {
        for (const waiting of group) await this.#storeGroup([waiting]);
      }
    }
  }

  async #onConnection(work: (client: PoolClient) => Promise<Outcome>): Promise<Outcome> {
    const client = await asked(this.pool.connect());
    let broken = false;
    const onError = (): void => void (broken = true);
    client.on('error', onError);
    try {
      return await work(client);
    } catch (error) {
      broken ||= error instanceof OutcomeUnknown;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

/** What ails the store or its connection ails each code of a group alike. */
function concernsAll(error: unknown): boolean {
  return error instanceof OutcomeUnknown || error instanceof StoreUnavailable || error instanceof ClockSkewed;
}

/** A mark was there already: of these codes or of earlier ones. */
class MarkTaken extends Error {}

/** @throws LeaseLapsed, ClockSkewed, StoreUnavailable, OutcomeUnknown, MarkTaken when there are several */
async function storeTogether(client: PoolClient, minted: readonly Minted[]): Promise<Outcome> {
  const query = issueStatement(minted);
  const records = minted.map(({ record }) => record);
  try {
    const { rowCount } = await client.query(query);
    if (rowCount === records.length) return 'stored';
  } catch (error) {
    // A session that is ended (FATAL) or cut off may have committed before it said so; an ERROR has rolled back.
    if (!(error instanceof DatabaseError) || error.severity !== 'ERROR') {
      throw new OutcomeUnknown('the connection broke while a code was stored', error);
    }
    if (error.code !== UNIQUE_VIOLATION || error.constraint !== MARK_CONSTRAINT) throw asUnavailable(error);
    if (records.length > 1) throw new MarkTaken();
    return 'repeated';
  }
  return await refuse(client, records);
}

async function refuse(client: PoolClient, records: readonly CodeRecord[]): Promise<never> {
  const values = [firstLeaseEnd(records)];
  const { rows } = await asked(client.query<{ leased: boolean }>({ ...WHY_REFUSED, values }));
  if (rows[0]?.leased === true)
    throw new ClockSkewed('the clocks of process and database differ', { retryAfterSeconds: 1 });
  throw new LeaseLapsed('the lease on the batch ended', { retryAfterSeconds: 1 });
}
