import type { Bus, Delivered } from '@otp-notary/bus';
import type { EventOf } from '@otp-notary/events';
import type { Inbox } from '@otp-notary/outbox';
import { inTransaction } from '@otp-notary/persistence';
import type { Pool } from 'pg';

const GROUP = 'chain-relay';

/** Late and repeated wishes change nothing: the largest counts. */
const WISH = `
  insert into intent as i (origin, size, settle_below, requested_at)
  values ($1, $2, $3, to_timestamp($4::float8 / 1000))
  on conflict (origin) do update set
    size = greatest(i.size, excluded.size),
    settle_below = greatest(i.settle_below, excluded.settle_below),
    requested_at = case
      when excluded.size > i.size or excluded.settle_below > i.settle_below then excluded.requested_at
      else i.requested_at end`;

/** Takes what the logs ask for. Any process of the service does it, the leader of the lane or not. */
export class IntentFeed {
  constructor(
    private readonly bus: Bus,
    private readonly pool: Pool,
    private readonly inbox: Inbox,
  ) {}

  run(signal: AbortSignal): Promise<void> {
    return this.bus.consumer({ group: GROUP, topics: ['anchor.requests'] }).run((batch) => this.take(batch), signal);
  }

  /** One transaction: what was read and what it changed stand together. */
  take(batch: readonly Delivered[]): Promise<void> {
    return inTransaction(this.pool, async (tx) => {
      for (const event of await this.inbox.take(tx, batch)) {
        if (event.type === 'anchor.requested') await tx.query(WISH, wishOf(event));
      }
    });
  }
}

function wishOf({ origin, size, settleBelow, requestedAtMs }: EventOf<'anchor.requested'>): unknown[] {
  return [origin, size, settleBelow, requestedAtMs];
}
