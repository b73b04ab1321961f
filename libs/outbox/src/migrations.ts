import type { MigrationSet } from '@otp-notary/persistence';
import { fileURLToPath } from 'node:url';

function directory(name: string): string {
  return fileURLToPath(new URL(`../../migrations/${name}`, import.meta.url));
}

/** The table `outbox` of a service that publishes. */
export const outboxMigrations: MigrationSet = { name: 'outbox', directory: directory('outbox') };

/** The tables `inbox_offset` and `inbox_seen` of a service that consumes; dead letters need the outbox too. */
export const inboxMigrations: MigrationSet = { name: 'inbox', directory: directory('inbox') };
