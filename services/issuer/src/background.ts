import type { OutboxPublisher } from '@otp-notary/outbox';
import { runLoop, sleep, type ServiceContext } from '@otp-notary/platform';
import type { Pool } from 'pg';
import type { PgHousekeeping } from './adapters/pg-housekeeping.js';
import type { BatchLeases } from './domain/ports.js';
import type { Positions } from './domain/positions.js';

/** Each lease is renewed a few times while it lasts, and an old batch is closed soon after its time. */
const TENDING_IN_A_LEASE = 4;
const TEND_AT_LEAST_EVERY_MS = 500;
const LOOK_FOR_ABANDONED_EVERY_MS = 1_000;
const KEEP_HOUSE_EVERY_MS = 1_000;
const PRUNE_EVERY_MS = 30_000;
/** A stopping process gives its last events this long to reach the bus; they are on disk in any case. */
const LAST_EVENTS_MS = 2_000;

export interface BackgroundParts {
  readonly pool: Pool;
  readonly positions: Positions;
  readonly leases: BatchLeases;
  readonly housekeeping: PgHousekeeping;
  readonly outbox: OutboxPublisher;
  readonly leaseMs: number;
}

/** Starts what runs beside the requests, and says how it ends: batches closed first, then their events published. */
export function startBackground(context: ServiceContext, parts: BackgroundParts): void {
  const { positions, leases, housekeeping, outbox } = parts;
  const loops = [
    runLoop('batches', Math.min(TEND_AT_LEAST_EVERY_MS, parts.leaseMs / TENDING_IN_A_LEASE), () => positions.tend(), context),
    runLoop('abandoned-batches', LOOK_FOR_ABANDONED_EVERY_MS, async () => ((await leases.closeAbandoned()) ? 'again' : 'idle'), context),
    runLoop('housekeeping', KEEP_HOUSE_EVERY_MS, async () => {
      await housekeeping.reportUnsent();
      await housekeeping.wipeAnswers();
    }, context),
    runLoop('pruning', PRUNE_EVERY_MS, () => housekeeping.prune(), context),
  ]; // prettier-ignore
  const publishing = new AbortController();
  const published = outbox.run(publishing.signal);
  context.onShutdown('outbox', async () => {
    await drained(parts.pool);
    publishing.abort();
    await published;
  });
  context.onShutdown('batches', async () => {
    await Promise.all(loops);
    await positions.end();
  });
}

async function drained(pool: Pool): Promise<void> {
  const limit = performance.now() + LAST_EVENTS_MS;
  while (performance.now() < limit) {
    const { rowCount } = await pool.query('select from outbox limit 1');
    if (rowCount === 0) return;
    await sleep(50);
  }
}
