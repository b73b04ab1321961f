import type { Inbox, OutboxPublisher } from '@otp-notary/outbox';
import { inTransaction } from '@otp-notary/persistence';
import { runLoop, sleep, type ServiceContext } from '@otp-notary/platform';
import type { Pool } from 'pg';
import type { IntentFeed } from './adapters/intent-feed.js';
import type { LaneLeader } from './adapters/lane-leader.js';

const PRUNE_EVERY_MS = 60_000;
/** Events seen longer ago are forgotten: a publisher that stood still for a week repeats a wish, which is harmless. */
const REMEMBER_MS = 7 * 24 * 3_600_000;
/** A stopping process gives its last events this long to reach the bus; they are on disk in any case. */
const LAST_EVENTS_MS = 2_000;

export interface BackgroundParts {
  readonly pool: Pool;
  readonly lane: LaneLeader;
  readonly intents: IntentFeed;
  readonly inbox: Inbox;
  readonly outbox: OutboxPublisher;
}

/** Starts what the relay lives for, and says how it ends: the lane first, then its events are published. */
export function startBackground(context: ServiceContext, parts: BackgroundParts): void {
  const { pool, lane, intents, inbox, outbox } = parts;
  const working = [
    lane.run(context.signal),
    intents.run(context.signal),
    runLoop('pruning', PRUNE_EVERY_MS, () => inTransaction(pool, (tx) => inbox.prune(tx, REMEMBER_MS)), context),
  ];
  const publishing = new AbortController();
  const published = outbox.run(publishing.signal);
  context.onShutdown('outbox', async () => {
    await drained(pool);
    publishing.abort();
    await published;
  });
  context.onShutdown('lane', async () => void (await Promise.all(working)));
}

async function drained(pool: Pool): Promise<void> {
  const limit = performance.now() + LAST_EVENTS_MS;
  while (performance.now() < limit) {
    const { rowCount } = await pool.query('select from outbox limit 1');
    if (rowCount === 0) return;
    await sleep(50);
  }
}
