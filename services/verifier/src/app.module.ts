import { Module, type DynamicModule } from '@nestjs/common';
import { openBus, type Bus, type BusPublisher } from '@otp-notary/bus';
import type { Clock } from '@otp-notary/crypto';
import { readKeystore, type KeyProvider } from '@otp-notary/keys';
import { OutboxPublisher, outboxMigrations } from '@otp-notary/outbox';
import { createPool, Leadership, migrate, persistenceMigrations } from '@otp-notary/persistence';
import { traceHeaders, type ServiceContext } from '@otp-notary/platform';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { checkClock } from './adapters/database-clock.js';
import { IssuedFeed } from './adapters/issued-feed.js';
import { OutcomeMetrics } from './adapters/outcome-metrics.js';
import { steadyPace } from './adapters/pace.js';
import { Partitions } from './adapters/partitions.js';
import { PgConsumptionStore } from './adapters/pg-consumption-store.js';
import { Watermarks } from './adapters/watermarks.js';
import { ReceiptKeysController } from './api/receipt-keys.controller.js';
import { VerifyController } from './api/verify.controller.js';
import { VerifyRpc } from './api/verify.grpc.js';
import type { VerifierConfig } from './config.js';
import { LIMITS } from './domain/limits.js';
import { ReceiptKeys } from './domain/receipt-keys.js';
import { Verification } from './domain/verify.js';

const NAME = 'verifier';

export const verifierMigrations = {
  name: NAME,
  directory: fileURLToPath(new URL('../../migrations', import.meta.url)),
};

@Module({})
class VerifierModule {}

/** Where ports meet adapters. */
export async function verifierModule(
  config: VerifierConfig,
  context: ServiceContext,
  clock: Clock,
): Promise<DynamicModule> {
  const { log, metrics } = context;
  const keys = await readKeys(config);
  const pool = await openDatabase(config, context);
  const limits = { ...LIMITS, failures: config.subjectFailures, hardStop: config.subjectHardStop };
  const retryMs = config.retryMinutes * 60_000;
  const partitions = new Partitions(pool, { marginMs: retryMs, windowMs: limits.windowMs });
  await partitions.create();

  const verification = new Verification({
    keys,
    store: new PgConsumptionStore(pool, { limits, retryMs, headers: traceHeaders }),
    observer: new OutcomeMetrics(metrics, log),
    pace: steadyPace(config.refusalFloorMs),
    clock,
    promiseMs: config.logPromiseSeconds * 1000,
  });
  context.readiness.add('database', async () => await checkClock(pool, clock));
  runBehind(config, context, { pool, clock, partitions });

  return {
    module: VerifierModule,
    controllers: [VerifyController, VerifyRpc, ReceiptKeysController],
    providers: [
      { provide: Verification, useValue: verification },
      { provide: ReceiptKeys, useValue: new ReceiptKeys(keys) },
    ],
  };
}

/** Every key that an answer needs: one that is missing must not be noticed after a code was consumed. @throws KeyMissing */
async function readKeys(config: VerifierConfig): Promise<KeyProvider> {
  const keys = readKeystore(await readFile(config.keystorePath, 'utf8'), config.keystorePassphrase.reveal());
  for (const purpose of ['seal', 'pepper', 'context', 'request', 'receipt'] as const) keys.current(purpose);
  return keys;
}

async function openDatabase(config: VerifierConfig, context: ServiceContext): Promise<Pool> {
  const url = config.databaseUrl.reveal();
  if (config.migrationUrl !== undefined) {
    const role = new URL(url).username;
    await migrate(config.migrationUrl.reveal(), [persistenceMigrations, outboxMigrations, verifierMigrations], {
      role,
    });
  }
  const pool = createPool({ url, max: config.databaseConnections, application: NAME, log: context.log });
  context.onShutdown('database', async () => await pool.end());
  return pool;
}

/** What goes on behind the answers: the bus in both directions, and the partitions. The bus may be down meanwhile. */
function runBehind(
  config: VerifierConfig,
  context: ServiceContext,
  { pool, clock, partitions }: { pool: Pool; clock: Clock; partitions: Partitions },
): void {
  const { log, metrics, signal } = context;
  const bus: Bus = openBus({
    bus: config.bus,
    busUrl: config.busUrl?.reveal(),
    kafkaBrokers: config.kafkaBrokers,
    client: NAME,
    log,
    metrics,
  });
  context.onShutdown('bus', async () => await bus.close());
  const publisher = lazily(() => bus.publisher());
  const watermarks = new Watermarks(publisher);
  const outbox = new OutboxPublisher({
    pool,
    leadership: new Leadership({ url: config.databaseUrl.reveal(), name: 'outbox', application: NAME, log, metrics }),
    publisher,
    log,
    metrics,
    afterPass: async ({ client }) => await watermarks.emitDue(client),
  });
  const consumer = bus.consumer({ group: NAME, topics: ['otp.issues'] });
  const feed = new IssuedFeed({ pool, consumer, clock, log, metrics });
  const behind = [outbox.run(signal), feed.run(signal), partitions.run({ log, metrics, signal })];
  context.onShutdown('background work', async () => void (await Promise.all(behind)));
}

/** One publisher for all, made when it is first needed; a failed try is not kept. */
function lazily(make: () => Promise<BusPublisher>): () => Promise<BusPublisher> {
  let made: Promise<BusPublisher> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
