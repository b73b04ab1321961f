import { sleep } from '@otp-notary/platform';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientBase } from 'pg';

/** How often the leader asks whether its connection stands. */
const KEEPALIVE_MS = 1_000;
/** A server that does not answer that within this time is lost. */
const ANSWER_MS = 3_000;
/** The server ends the session of a leader that has been silent this long: a hung process does not lead. */
const SILENCE_MS = 4_000;

const LOCK = `select pg_try_advisory_lock(hashtextextended('otp-notary leadership ' || $1, 0)) as locked`;
// pg_locks shows the 64-bit key of an advisory lock as two halves.
const LED = `
  select exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32) | objid::bigint = hashtextextended('otp-notary leadership ' || $1, 0)
  ) as led`;
const RAISE = `
  insert into leader_term as t (name, fence) values ($1, 1)
  on conflict (name) do update set fence = t.fence + 1
  returning fence`;
// Each term's end must be seen soon also when the machine of the leader vanished without a word.
const SETTINGS = `
  set idle_session_timeout = ${SILENCE_MS};
  set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 2`;

/** Whether any process leads `name` at this moment, this one or another. */
export async function isLed(client: Pick<ClientBase, 'query'>, name: string): Promise<boolean> {
  const { rows } = await client.query<{ led: boolean }>(LED, [name]);
  return rows[0]?.led === true;
}

/** The connection whose lock makes a leader. */
export class LeaderSession {
  readonly #broken = new AbortController();

  private constructor(private readonly client: Client) {
    client.on('error', () => this.#broken.abort());
    client.on('end', () => this.#broken.abort());
  }

  static async connect(url: string, application: string): Promise<LeaderSession> {
    const client = new Client({
      connectionString: url,
      application_name: `${application} leader`,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    const session = new LeaderSession(client);
    try {
      await client.connect();
      await client.query(SETTINGS);
    } catch (error) {
      await session.end();
      throw error;
    }
    return session;
  }

  /** Tries to become the leader. @returns the fence of the new term, or null while another one leads */
  async tryLead(name: string): Promise<bigint | null> {
    const { rows } = await this.client.query<{ locked: boolean }>(LOCK, [name]);
    if (rows[0]?.locked !== true) return null;
    const raised = await this.client.query<{ fence: string }>(RAISE, [name]);
    return BigInt(raised.rows[0]?.fence ?? 0);
  }

  /** Asks each second whether the connection stands, until `signal` aborts. `lost` aborts when it does not. */
  watch(signal: AbortSignal): { readonly lost: AbortSignal; readonly ended: Promise<void> } {
    const ended = this.#keepAlive(AbortSignal.any([signal, this.#broken.signal]));
    return { lost: this.#broken.signal, ended };
  }

  async #keepAlive(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(KEEPALIVE_MS, signal);
      if (signal.aborted) return;
      await this.client.query('select 1').catch(() => this.#broken.abort());
    }
  }

  /** Releases the lock with the connection. */
  async end(): Promise<void> {
    // `end` of a connection that the server never answers would wait for ever.
    await Promise.race([this.client.end().catch(() => undefined), delay(ANSWER_MS, undefined, { ref: false })]);
  }
}
