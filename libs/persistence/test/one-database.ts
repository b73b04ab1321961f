import { createLogger, Metrics } from '@otp-notary/platform';
import { startPostgres, type Postgres } from '@otp-notary/testkit';
import type { Pool } from 'pg';
import { createPool, migrate, persistenceMigrations } from '../src/index.js';

export const log = createLogger('test', process.env['OTP_TEST_LOG'] ?? 'silent');

/** A server with one migrated database of a service. */
export interface OneDatabase {
  readonly postgres: Postgres;
  readonly url: string;
  readonly ownerUrl: string;
  /** As the service's role. */
  readonly pool: Pool;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<OneDatabase> {
  const postgres = await startPostgres();
  const { url, ownerUrl } = await postgres.createDatabase('service');
  await migrate(ownerUrl, [persistenceMigrations], { role: 'service' });
  const pool = createPool({ url, application: 'test', log });
  return {
    postgres,
    url,
    ownerUrl,
    pool,
    async stop() {
      await pool.end();
      await postgres.stop();
    },
  };
}

export function leadershipOf(url: string): {
  url: string;
  name: string;
  application: string;
  log: typeof log;
  metrics: Metrics;
} {
  return { url, name: 'lane', application: 'test', log, metrics: new Metrics() };
}

export async function until(holds: () => boolean, ms: number, otherwise: string): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
