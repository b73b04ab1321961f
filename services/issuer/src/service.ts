import { outboxMigrations } from '@otp-notary/outbox';
import { migrate, persistenceMigrations } from '@otp-notary/persistence';
import { runService, type RunningService } from '@otp-notary/platform';
import { PROTO_PACKAGE, protoPath } from '@otp-notary/proto';
import { fileURLToPath } from 'node:url';
import { issuerModule } from './app.module.js';
import type { IssuerConfig } from './config.js';

/** What the issuer keeps; runs after the sets of persistence and outbox. */
export const issuerMigrations = {
  name: 'issuer',
  directory: fileURLToPath(new URL('../../migrations', import.meta.url)),
};

/** Starts one issuer process. With OTP_MIGRATION_URL it brings its database up to date first. */
export async function startIssuer(config: IssuerConfig): Promise<RunningService> {
  if (config.migrationUrl !== undefined) {
    const role = decodeURIComponent(new URL(config.databaseUrl.reveal()).username);
    const sets = [persistenceMigrations, outboxMigrations, issuerMigrations];
    await migrate(config.migrationUrl.reveal(), sets, { role });
  }
  return await runService({
    name: 'issuer',
    config,
    module: (context) => issuerModule(config, context),
    grpc: { package: PROTO_PACKAGE, proto: protoPath('issuer') },
    openapi: {
      title: 'OTP Notary issuer',
      description: 'Issues one-time codes that can be proved afterwards.',
      tags: { challenges: 'Codes, each with the sealed handle that its answer is presented with.' },
    },
  });
}
