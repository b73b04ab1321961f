import { sleep, type Logger, type Metrics } from '@otp-notary/platform';
import { LeaderSession } from './leader-session.js';

export interface LeadershipOptions {
  readonly url: string;
  /** What is led, e.g. `outbox`. One leader for a name in a database. */
  readonly name: string;
  readonly application: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Between two tries to become the leader, 250 ms unless told. */
  readonly retryMs?: number;
}

/** One term as the leader. */
export interface LeaderTerm {
  /** Grows with each term: every write of the term can be refused when a larger one is known. */
  readonly fence: bigint;
  /** Aborted when the term is lost (connection broken, server silent) or the process shuts down. */
  readonly signal: AbortSignal;
}

/**
 * At most one leader for a name, by a session advisory lock on a connection of its own. The lock ends with the
 * connection; the leader notices within about 4 s at worst, and until then another one may lead already: whatever must
 * not be done twice checks the fence. A leader that hangs is cut off by the server after the same time.
 */
export class Leadership {
  #leading = false;

  constructor(private readonly options: LeadershipOptions) {
    options.metrics.gauge('otp_leader', '1 while this process leads', ['name']).set({ name: options.name }, 0);
  }

  get isLeader(): boolean {
    return this.#leading;
  }

  /**
   * Runs `term` whenever this process is the leader, until `signal` aborts. The lock is released after `term` ended;
   * a term that throws is logged and gives others their chance. Never throws.
   */
  async run(term: (term: LeaderTerm) => Promise<void>, signal: AbortSignal): Promise<void> {
    const { name, log, retryMs = 250 } = this.options;
    let reachable = true;
    while (!signal.aborted) {
      try {
        await this.#compete(term, signal, retryMs);
        reachable = true;
      } catch (error) {
        if (!signal.aborted && reachable) log.warn({ err: error, leader: name }, 'leadership ended or not reachable');
        reachable = false;
        await sleep(retryMs * (1 + Math.random()), signal);
      }
    }
  }

  /** One connection: waits for the lock, leads until the term ends. */
  async #compete(term: (term: LeaderTerm) => Promise<void>, signal: AbortSignal, retryMs: number): Promise<void> {
    const session = await LeaderSession.connect(this.options.url, this.options.application);
    try {
      while (!signal.aborted) {
        const fence = await session.tryLead(this.options.name);
        if (fence !== null) return await this.#lead(term, session, fence, signal);
        await sleep(retryMs * (0.75 + Math.random() / 2), signal);
      }
    } finally {
      await session.end();
    }
  }

  async #lead(
    term: (term: LeaderTerm) => Promise<void>,
    session: LeaderSession,
    fence: bigint,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, log, metrics } = this.options;
    const leading = metrics.gauge('otp_leader', '1 while this process leads', ['name']);
    log.info({ leader: name, fence: fence.toString() }, 'term begins');
    const ended = new AbortController();
    const watch = session.watch(AbortSignal.any([signal, ended.signal]));
    this.#leading = true;
    leading.set({ name }, 1);
    try {
      await term({ fence, signal: AbortSignal.any([signal, watch.lost]) });
    } finally {
      this.#leading = false;
      leading.set({ name }, 0);
      ended.abort();
      await watch.ended;
      log.info({ leader: name, fence: fence.toString() }, 'term ended');
    }
  }
}
