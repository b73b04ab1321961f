import type { Logger, Metrics } from '@otp-notary/platform';
import type { Caller } from '../domain/answer.js';
import type { Observer, Outcome } from '../domain/ports.js';

/** Counts what becomes of answers, and speaks up where somebody should look. */
export class OutcomeMetrics implements Observer {
  readonly #outcomes;
  readonly #locks;

  constructor(
    metrics: Metrics,
    private readonly log: Logger,
  ) {
    this.#outcomes = metrics.counter('otp_verifications_total', 'Answers by what became of them', ['outcome']);
    this.#locks = metrics.counter('otp_locks_total', 'Challenges and subjects that were locked', ['reason']);
  }

  outcome(outcome: Outcome, { tenant, client }: Caller): void {
    if (outcome.kind !== 'refused') return this.#outcomes.inc({ outcome: outcome.kind });
    this.#outcomes.inc({ outcome: outcome.reason ?? 'handle_invalid' });
    for (const reason of outcome.locked) this.#locks.inc({ reason });
    if (outcome.reason === 'tenant_mismatch') {
      // A sealed handle of one tenant in the hands of another: stolen, or a client that mixes tenants up.
      this.log.warn({ alert: 'tenant_mismatch', tenant, client }, 'a challenge of another tenant was presented');
    }
  }
}
