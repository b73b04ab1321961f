import type { Bus } from '@otp-notary/bus';
import type { Topic } from '@otp-notary/events';
import type { Inbox } from '@otp-notary/outbox';
import { inTransaction, type LeaderTerm } from '@otp-notary/persistence';
import { runLoop, type Logger, type Metrics } from '@otp-notary/platform';
import type { Pool, PoolClient } from 'pg';
import { beginTerm, lookAtLog, WriterReplaced, type Term } from '../adapters/log-row.js';
import type { Anchoring } from './anchoring.js';
import type { Cutter } from './cutter.js';
import type { Feed } from './feed.js';
import type { Settler } from './settler.js';

/** Everything that becomes part of the log, or decides what does. */
const TOPICS: readonly Topic[] = ['otp.issues', 'otp.verifications', 'otp.watermarks', 'anchor.status', 'chain.heads'];
const GROUP = 'audit';

/** Watermarks come once a second: a batch settles, and its anchor is asked for, soon after the one that lets it. */
const LOOK_EVERY_MS = 250;
const PRUNE_EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;

export interface WriterParts {
  readonly pool: Pool;
  readonly bus: Bus;
  readonly origin: string;
  readonly feed: Feed;
  readonly inbox: Inbox;
  readonly cutter: Cutter;
  readonly settler: Settler;
  readonly anchoring: Anchoring;
  readonly log: Logger;
  readonly metrics: Metrics;
}

export interface WriterRules {
  /** Events of one transaction at most. */
  readonly batchEvents: number;
  readonly checkpointMs: number;
  readonly inboxHours: number;
}

/** One thing that the writer does again and again, each time in a transaction of its own. */
interface Duty {
  readonly name: string;
  readonly everyMs: number;
  readonly work: (tx: PoolClient, term: Term) => Promise<'again' | 'idle'>;
}

/** The one writer of the log: what the leader does in its term. */
export class Writer {
  readonly #duties: readonly Duty[];

  constructor(
    private readonly parts: WriterParts,
    private readonly rules: WriterRules,
  ) {
    this.#duties = [
      { name: 'cut', everyMs: rules.checkpointMs, work: (tx, term) => this.#cut(tx, term) },
      { name: 'watermarks', everyMs: LOOK_EVERY_MS, work: (tx) => this.#readWatermarks(tx) },
      { name: 'settle', everyMs: LOOK_EVERY_MS, work: (tx, term) => this.#settle(tx, term) },
      { name: 'ask', everyMs: LOOK_EVERY_MS, work: (tx, term) => this.#ask(tx, term) },
      { name: 'prune', everyMs: PRUNE_EVERY_MS, work: (tx) => this.#prune(tx) },
    ];
  }

  /** Writes until the term is over, or until the log says that another writer began. @throws WriterReplaced */
  async lead({ fence, signal }: LeaderTerm): Promise<void> {
    const { pool, bus, origin, feed, log, metrics } = this.parts;
    const term: Term = { origin, fence };
    await inTransaction(pool, (tx) => beginTerm(tx, term));

    const replaced = new AbortController();
    const over = AbortSignal.any([signal, replaced.signal]);
    const inTerm = async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof WriterReplaced) replaced.abort(error);
        throw error;
      }
    };
    const perform = ({ work }: Duty): Promise<'again' | 'idle'> =>
      inTransaction(pool, async (tx) => {
        await lookAtLog(tx, term);
        return await work(tx, term);
      });

    const consumer = bus.consumer({ group: GROUP, topics: TOPICS, maxBatch: this.rules.batchEvents });
    await Promise.all([
      consumer.run((batch) => inTerm(() => feed.take(term, batch)), over),
      ...this.#duties.map((duty) =>
        runLoop(`log-${duty.name}`, duty.everyMs, () => inTerm(() => perform(duty)), { log, metrics, signal: over }),
      ),
    ]);
    replaced.signal.throwIfAborted();
  }

  async #cut(tx: PoolClient, term: Term): Promise<'idle'> {
    await this.parts.cutter.cut(tx, term);
    return 'idle';
  }

  async #readWatermarks(tx: PoolClient): Promise<'idle'> {
    await this.parts.settler.readWatermarks(tx, await this.parts.inbox.consumed(tx));
    return 'idle';
  }

  /** One batch a transaction, as long as there are any. */
  async #settle(tx: PoolClient, term: Term): Promise<'again' | 'idle'> {
    return 'settled' in (await this.parts.settler.settleNext(tx, term)) ? 'again' : 'idle';
  }

  async #ask(tx: PoolClient, term: Term): Promise<'idle'> {
    const ask = await this.parts.anchoring.ask(tx, term);
    if (ask !== null) this.parts.log.info({ ...ask }, 'anchor asked for');
    return 'idle';
  }

  async #prune(tx: PoolClient): Promise<'idle'> {
    await this.parts.inbox.prune(tx, this.rules.inboxHours * HOUR_MS);
    return 'idle';
  }
}
