import { migrate } from '@otp-notary/persistence';
import { runService, type RunningService } from '@otp-notary/platform';
import { PROTO_PACKAGE, protoPath } from '@otp-notary/proto';
import { auditMigrations } from './adapters/migrations.js';
import { auditModule } from './app.module.js';
import type { AuditConfig } from './config.js';

/**
 * Starts one audit process. With OTP_MIGRATION_URL it brings its database up to date first.
 * @throws SignedStateViolated when the database holds less than, or other than, what was signed: nothing is served then
 */
export async function startAudit(config: AuditConfig): Promise<RunningService> {
  if (config.migrationUrl !== undefined) {
    const role = decodeURIComponent(new URL(config.databaseUrl.reveal()).username);
    await migrate(config.migrationUrl.reveal(), auditMigrations, { role });
  }
  return await runService({
    name: 'audit',
    config,
    module: (context) => auditModule(config, context),
    grpc: { package: PROTO_PACKAGE, proto: protoPath('audit') },
    openapi: {
      title: 'OTP Notary audit',
      description: 'The transparency log of issued and used codes: checkpoints, tiles, proofs and proof bundles.',
      tags: {
        log: 'The log: what is signed, and proofs about it.',
        proofs: 'What became of single codes, for whoever has to show it.',
        tiles: 'The same log for tools that know C2SP tlog-tiles.',
      },
    },
  });
}
