import { createPool, migrate } from '@otp-notary/persistence';
import { startPostgres, type DatabaseUrls } from '@otp-notary/testkit';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { auditMigrations } from '../src/adapters/migrations.js';
import { silent } from './silent.js';

/** A migrated database of the audit service. */
export interface TestDatabase {
  /** As the service: no owner, no superuser, bound by row-level security. */
  readonly pool: Pool;
  /** As the owner of the tables. */
  readonly owner: Pool;
  readonly url: string;
  readonly ownerUrl: string;
  /** As a superuser, whom nothing holds back. */
  readonly superUrl: string;
}

export interface TestPostgres {
  database(): Promise<TestDatabase>;
  createDatabase(name: string): Promise<DatabaseUrls>;
  stop(): Promise<void>;
}

/** A PostgreSQL for one test file. @param settings of the server; `fsync: 'off'` where no test pulls the plug */
export async function startDatabases(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const postgres = await startPostgres({ settings: { max_connections: '400', ...settings } });
  const pools: Pool[] = [];
  const open = (url: string): Pool => {
    const pool = createPool({ url, max: 5, application: 'audit test', log: silent.log });
    pools.push(pool);
    return pool;
  };
  return {
    async database() {
      const name = `t${randomUUID().replaceAll('-', '')}`;
      const { url, ownerUrl } = await postgres.createDatabase(name);
      await migrate(ownerUrl, auditMigrations, { role: name });
      const superUrl = Object.assign(new URL(postgres.superUrl), { pathname: `/${name}` }).href;
      return { pool: open(url), owner: open(ownerUrl), url, ownerUrl, superUrl };
    },
    createDatabase: (name) => postgres.createDatabase(name),
    async stop() {
      for (const pool of pools) if (!pool.ended) await pool.end();
      await postgres.stop();
    },
  };
}
