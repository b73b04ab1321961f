import { isLed } from '@otp-notary/persistence';
import type { Logger, Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';
import { standingOf, type Standing } from '../adapters/standing.js';
import { NoWriter } from '../domain/no-writer.js';

/** A failover takes up to 5 s; a writer that is missing longer than this is not on its way. */
const WRITER_MISSING_MS = 10_000;
/** An alarm that goes on is repeated in the log after this time. */
const REPEAT_MS = 60_000;

const gauges: readonly [name: string, help: string, of: (standing: Standing) => number][] = [
  ['otp_audit_log_size', 'Leaves of the log', ({ size }) => size],
  ['otp_audit_signed_size', 'Leaves of the newest signed tree', ({ signed }) => signed],
  ['otp_audit_checkpoint_age_seconds', 'Since the newest tree was signed', ({ checkpointAge }) => checkpointAge],
  ['otp_audit_parked', 'Events that wait for what must stand ahead of them', ({ parked }) => parked],
  ['otp_audit_parked_oldest_age_seconds', 'Age of the oldest of them', ({ parkedAge }) => parkedAge],
  ['otp_audit_evidence', 'Events that contradict the log; more than 0 is an alarm', ({ evidence }) => evidence],
  ['otp_audit_settle_lag_seconds', 'Since the codes of the oldest unsettled batch ended', ({ settleLag }) => settleLag],
  ['otp_audit_anchor_lag_seconds', 'Age of the oldest signed tree without an anchor', ({ anchorLag }) => anchorLag],
];

export interface WatchParts {
  readonly pool: Pool;
  /** What the leadership is called. */
  readonly leadership: string;
  readonly parkedAlarmMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Looks how the log stands: sets the metrics, alarms, and knows whether anybody writes. Every process has one. */
export class Watch {
  readonly #set: ((standing: Standing) => void)[];
  /** `performance.now()` of the last look that found a writer. */
  #ledAt = Number.NEGATIVE_INFINITY;
  #evidence = 0;
  #alarmedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WatchParts) {
    this.#set = gauges.map(([name, help, of]) => {
      const gauge = parts.metrics.gauge(name, help);
      return (standing) => gauge.set(of(standing));
    });
  }

  async look(): Promise<void> {
    const { pool, leadership } = this.parts;
    if (await isLed(pool, leadership)) this.#ledAt = performance.now();
    const standing = await standingOf(pool);
    for (const set of this.#set) set(standing);
    this.#alarm(standing);
  }

  /** @throws NoWriter when no process has led for too long to be a failover */
  assertWriter(): void {
    const missing = performance.now() - this.#ledAt;
    if (missing > WRITER_MISSING_MS) throw new NoWriter('no process writes the log');
  }

  #alarm({ parked, parkedAge, evidence }: Standing): void {
    const { log, parkedAlarmMs } = this.parts;
    if (evidence > this.#evidence) log.error({ evidence }, 'events contradict the log: see the table evidence');
    this.#evidence = evidence;
    const isOld = parkedAge * 1000 > parkedAlarmMs;
    if (isOld && performance.now() - this.#alarmedAt > REPEAT_MS) {
      this.#alarmedAt = performance.now();
      log.error(
        { parked, oldestSeconds: Math.round(parkedAge) },
        'events stay parked: what must stand ahead is missing',
      );
    }
    if (!isOld) this.#alarmedAt = Number.NEGATIVE_INFINITY;
  }
}
