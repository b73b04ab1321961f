import type { BusConsumer, Delivered } from '@otp-notary/bus';
import { MAX_LIFE_MS } from '@otp-notary/challenge';
import type { Clock } from '@otp-notary/crypto';
import { decodeEvent, PoisonEvent, type EventOf } from '@otp-notary/events';
import { inTransaction } from '@otp-notary/persistence';
import type { Logger, Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';

/** A newer challenge supersedes also after its own life, as long as an older one may be alive. */
const OF_INTEREST_MS = 2 * MAX_LIFE_MS;

const SEE_ALL_TENANTS = `select set_config('otp.tenant', '*', true)`;
// What an answer already wrote stays: the feed only tells that a challenge exists.
const LEARN = `
  insert into challenge (challenge, expires_ms, tenant, subject, purpose, issued_ms, batch, position)
  select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[])
  on conflict do nothing`;

/**
 * Learns from the bus which challenges were issued, so that a newer one supersedes the older ones of its line before
 * anybody answers it. Safe to repeat; a late feed delays superseding by its lag (bounded by a code's life), nothing else.
 */
export class IssuedFeed {
  constructor(
    private readonly parts: {
      readonly pool: Pool;
      readonly consumer: BusConsumer;
      readonly clock: Clock;
      readonly log: Logger;
      readonly metrics: Metrics;
    },
  ) {
    parts.metrics.gauge(
      'otp_issued_feed_lag_seconds',
      'Age of the newest issue when it was learnt from the bus',
      [],
      (gauge) => gauge.set(this.#lagMs / 1000),
    );
  }

  #lagMs = 0;

  async run(signal: AbortSignal): Promise<void> {
    await this.parts.consumer.run((batch) => this.take(batch), signal);
  }

  /** Learns one batch; a message that cannot be read is passed over, since the log keeps and reports it. */
  async take(batch: readonly Delivered[]): Promise<void> {
    const { clock, pool } = this.parts;
    const issued = batch.map((message) => this.#issued(message)).filter((event) => event !== null);
    const last = issued.at(-1);
    if (last === undefined) return;
    const nowMs = clock.now();
    const fresh = issued.filter(({ expiresAtMs }) => expiresAtMs > nowMs - OF_INTEREST_MS);
    if (fresh.length > 0) {
      await inTransaction(pool, async (tx) => {
        await tx.query(SEE_ALL_TENANTS);
        await tx.query({ name: 'learn-issued', text: LEARN, values: columns(fresh) });
      });
    }
    this.#lagMs = Math.max(0, nowMs - last.issuedAtMs);
  }

  #issued({ topic, value, offset, partition }: Delivered): EventOf<'otp.issued'> | null {
    try {
      const event = decodeEvent(value);
      return event.type === 'otp.issued' ? event : null;
    } catch (error) {
      if (!(error instanceof PoisonEvent)) throw error;
      const { log, metrics } = this.parts;
      metrics.counter('otp_poison_events_total', 'Events that could not be read', ['topic']).inc({ topic });
      log.error({ err: error, topic, partition, offset: offset.toString() }, 'event could not be read');
      return null;
    }
  }
}

function columns(events: readonly EventOf<'otp.issued'>[]): unknown[] {
  return [
    events.map((event) => event.challenge),
    events.map((event) => event.expiresAtMs),
    events.map((event) => event.tenant),
    events.map((event) => event.subject),
    events.map((event) => event.purpose),
    events.map((event) => event.issuedAtMs),
    events.map((event) => event.batch),
    events.map((event) => event.position),
  ];
}
