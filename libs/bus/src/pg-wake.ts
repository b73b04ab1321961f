import { jittered, sleep, type Logger } from '@otp-notary/platform';
import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { BACKOFF } from './backoff.js';
import { within } from './within.js';

const CHANNEL = 'otp_bus';
/** A server that does not answer within this time is down. */
const ANSWER_MS = 3_000;

/** Tells waiting consumers that a topic has new messages (LISTEN on one connection). Only ever saves time: they poll too. */
export class Wake {
  readonly #news = new EventEmitter();
  readonly #closed = new AbortController();
  // Asked for at once: a listener that comes after the abort would wait for ever.
  readonly #closing = once(this.#closed.signal, 'abort');
  readonly #counts = new Map<string, number>();
  #listening: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly application: string,
    private readonly log: Logger,
  ) {
    this.#news.setMaxListeners(0);
  }

  /** A number that grows with the news of these topics: take it before reading, hand it to `wait`. */
  count(topics: readonly string[]): number {
    this.#listening ??= this.#listen();
    return topics.reduce((sum, topic) => sum + (this.#counts.get(topic) ?? 0), 0);
  }

  /** Resolves at once when there were news after `seen`, otherwise with the next ones, after `ms`, or with `signal`. */
  async wait(topics: readonly string[], seen: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.count(topics) !== seen) return;
    const ended = new AbortController();
    const either = AbortSignal.any([signal, ended.signal]);
    const news = topics.map((topic) => once(this.#news, topic, { signal: either }));
    await Promise.race([sleep(ms, either), ...news]).catch(() => undefined);
    for (const one of news) one.catch(() => undefined);
    ended.abort();
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    for (let failures = 0; !this.#closed.signal.aborted;) {
      const client = new Client({
        connectionString: this.url,
        application_name: this.application,
        connectionTimeoutMillis: ANSWER_MS,
        query_timeout: ANSWER_MS,
        keepAlive: true,
      });
      const ended = new Promise<void>((resolve) => {
        client.once('end', resolve);
        client.on('error', () => resolve());
      });
      try {
        await client.connect();
        client.on('notification', ({ payload = '' }) => this.#heard(payload));
        await client.query(`listen ${CHANNEL}`);
        failures = 0;
        await Promise.race([ended, this.#closing]);
      } catch (error) {
        failures += 1;
        this.log.debug({ err: error }, 'the bus database cannot be listened to');
      }
      await within(ANSWER_MS, 'no answer', client.end()).catch(() => undefined);
      if (!this.#closed.signal.aborted) await sleep(jittered(failures + 1, BACKOFF), this.#closed.signal);
    }
  }

  #heard(topic: string): void {
    this.#counts.set(topic, (this.#counts.get(topic) ?? 0) + 1);
    this.#news.emit(topic);
  }
}
