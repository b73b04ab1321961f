import { inboxMigrations, outboxMigrations } from '@otp-notary/outbox';
import { migrate, persistenceMigrations } from '@otp-notary/persistence';
import { runService, type RunningService } from '@otp-notary/platform';
import { fileURLToPath } from 'node:url';
import { relayModule } from './app.module.js';
import type { RelayConfig } from './config.js';

/** What the relay keeps. */
export const relayMigrations = {
  name: 'chain_relay',
  directory: fileURLToPath(new URL('../../migrations', import.meta.url)),
};

/** All that the relay's database needs, in order. */
export const migrationSets = [persistenceMigrations, outboxMigrations, inboxMigrations, relayMigrations];

/** Starts one relay process. With OTP_MIGRATION_URL it brings its database up to date first. */
export async function startRelay(config: RelayConfig): Promise<RunningService> {
  if (config.migrationUrl !== undefined) {
    const role = decodeURIComponent(new URL(config.databaseUrl.reveal()).username);
    await migrate(config.migrationUrl.reveal(), migrationSets, { role });
  }
  return await runService({
    name: 'chain-relay',
    config,
    module: (context) => relayModule(config, context),
    openapi: {
      title: 'OTP Notary chain relay',
      description: 'Brings checkpoints and settlements to the contract. For operators: it takes no orders here.',
      tags: { relay: 'What the relay does, and what stands in its way.' },
    },
  });
}
