import { runner } from 'node-pg-migrate';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { grantTo } from './grants.js';

/** A directory of plain SQL files `NNNN_name.sql`, run in the order of their names. Files once run are never changed. */
export interface MigrationSet {
  /** Names the table that records what ran: `migrations.<name>`. */
  readonly name: string;
  readonly directory: string;
}

export const persistenceMigrations: MigrationSet = {
  name: 'persistence',
  directory: fileURLToPath(new URL('../../migrations', import.meta.url)),
};

/** One lock for every migration of a database: "OTPMIGR" as a number. */
const MIGRATION_LOCK = '22342586893456210';
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Brings a database up to date, as its owner. Safe to call at every start and from several processes at once: one of
 * them works, the others wait. A set is one transaction: it stands completely or not at all.
 * `role`: the service's login role, or several; see `grantTo` for what it may do.
 */
export async function migrate(
  url: string,
  sets: readonly MigrationSet[],
  options: { readonly role?: string | readonly string[] } = {},
): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'migrate', connectionTimeoutMillis: 5_000 });
  // The query in flight fails with the same error.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1::bigint)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists migrations');
    for (const { name, directory } of sets) {
      await runner({
        dbClient: client,
        dir: directory,
        direction: 'up',
        migrationsTable: name,
        migrationsSchema: 'migrations',
        singleTransaction: true,
        // Ours is held already, and covers the grants too.
        noLock: true,
        logger: SILENT,
      });
    }
    for (const role of [options.role ?? []].flat()) await grantTo(client, role);
  } finally {
    await client.end();
  }
}
