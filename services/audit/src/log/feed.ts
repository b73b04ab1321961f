import type { Delivered } from '@otp-notary/bus';
import type { Inbox } from '@otp-notary/outbox';
import { inTransaction } from '@otp-notary/persistence';
import type { Logger, Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';
import { lockLog, type Term } from '../adapters/log-row.js';
import { leafKindOf } from '../domain/draft.js';
import type { Appended, Sequencer } from './sequencer.js';

export interface FeedParts {
  readonly pool: Pool;
  readonly inbox: Inbox;
  readonly sequencer: Sequencer;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Takes what the bus delivers into the log: what was read and what became of it are one transaction, once in effect. */
export class Feed {
  readonly #leaves;

  constructor(private readonly parts: FeedParts) {
    this.#leaves = parts.metrics.counter('otp_audit_leaves_total', 'Leaves appended by this process', ['kind']);
  }

  /** Durable when it resolves; when it throws, nothing of the batch had an effect. @throws WriterReplaced */
  async take(term: Term, batch: readonly Delivered[]): Promise<void> {
    const { pool, inbox, sequencer } = this.parts;
    const appended = await inTransaction(pool, async (tx) => {
      // First of all: every writer takes its locks in this order, and a replaced one takes nothing.
      await lockLog(tx, term);
      return sequencer.append(tx, term, await inbox.take(tx, batch));
    });
    this.#tell(appended);
  }

  #tell({ logged, evidence }: Appended): void {
    for (const { type } of logged) this.#leaves.inc({ kind: leafKindOf[type] });
    for (const { kind, event } of evidence) {
      this.parts.log.error({ evidence: kind, event: event.id, type: event.type }, 'an event contradicts the log');
    }
  }
}
