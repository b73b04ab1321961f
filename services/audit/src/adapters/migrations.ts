import { inboxMigrations, outboxMigrations } from '@otp-notary/outbox';
import { persistenceMigrations, type MigrationSet } from '@otp-notary/persistence';
import { fileURLToPath } from 'node:url';

/** Everything that the database of the audit service holds, in the order in which it is laid out. */
export const auditMigrations: readonly MigrationSet[] = [
  persistenceMigrations,
  outboxMigrations,
  inboxMigrations,
  { name: 'audit', directory: fileURLToPath(new URL('../../../migrations', import.meta.url)) },
];
