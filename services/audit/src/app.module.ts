import type { DynamicModule } from '@nestjs/common';
import { openBus } from '@otp-notary/bus';
import { systemClock } from '@otp-notary/crypto';
import { readKeystore, type KeyProvider } from '@otp-notary/keys';
import { emit, Inbox, OutboxPublisher } from '@otp-notary/outbox';
import { createPool, Leadership } from '@otp-notary/persistence';
import type { ServiceContext } from '@otp-notary/platform';
import { readFile } from 'node:fs/promises';
import { SignedStateFile } from './adapters/signed-state-file.js';
import { AuditRpc } from './api/audit.grpc.js';
import { LogController } from './api/log.controller.js';
import { ProofController } from './api/proof.controller.js';
import { countedProofs, PROOFS } from './api/proofs.js';
import { TilesController } from './api/tiles.controller.js';
import { startBackground } from './background.js';
import type { AuditConfig } from './config.js';
import { AnchorBook } from './log/anchor-book.js';
import { Anchoring } from './log/anchoring.js';
import { Bundles } from './log/bundles.js';
import { Cutter } from './log/cutter.js';
import { Feed } from './log/feed.js';
import { LeafWriting } from './log/leaf-writing.js';
import { assertSigned, openLog } from './log/opening.js';
import { LogQueries } from './log/queries.js';
import { LogReader } from './log/reader.js';
import { SelfAudit } from './log/self-audit.js';
import { Sequencer } from './log/sequencer.js';
import { Settler } from './log/settler.js';
import { Watch } from './log/watch.js';
import { Writer } from './log/writer.js';

const APPLICATION = 'audit';
/** What the writers of the log compete for. */
const LEADERSHIP = 'log';
/** Cut, watermarks, settle, ask, prune and the feed: each may wait for the lock on the log. */
const WRITING_CONNECTIONS = 8;
/** A writer that hangs inside a transaction keeps the log from its successor this long at most. */
const WRITING_TIMEOUT_MS = 4_000;

class AuditModule {}

/** Where ports meet adapters. @throws SignedStateViolated */
export async function auditModule(config: AuditConfig, context: ServiceContext): Promise<DynamicModule> {
  const { log, metrics } = context;
  const { origin } = config;
  const clock = systemClock;
  const keys = await keysOf(config);
  const place = { chainId: config.chainId, contract: config.contract };

  const url = config.databaseUrl.reveal();
  const pool = createPool({ url, max: config.databaseConnections, application: APPLICATION, log });
  context.onShutdown('database', () => pool.end());
  const file = new SignedStateFile(config.signedStatePath);
  const opened = { pool, origin, file };
  await openLog(opened, config.signedStateMissing);

  const writing = createPool({
    url,
    max: WRITING_CONNECTIONS,
    application: `${APPLICATION} writer`,
    statementTimeoutMs: WRITING_TIMEOUT_MS,
    log,
  });
  context.onShutdown('writing database', () => writing.end());
  const bus = openBus({ ...config, busUrl: config.busUrl?.reveal(), client: APPLICATION, log, metrics });
  context.onShutdown('bus', () => bus.close());

  const inbox = new Inbox({ log, metrics });
  const sequencer = new Sequencer(new LeafWriting(origin, keys), new AnchorBook(origin, place));
  const anchorLimits = { leaves: config.anchorLeaves, ageMs: config.anchorAgeMs, repeatMs: config.anchorRepeatMs };
  const writer = new Writer(
    {
      pool: writing,
      bus,
      origin,
      feed: new Feed({ pool: writing, inbox, sequencer, log, metrics }),
      inbox,
      cutter: new Cutter(keys, file, clock),
      settler: new Settler({ sources: config.settlementSources, graceMs: config.graceMs }, clock),
      anchoring: new Anchoring(anchorLimits, (tx, event) => emit(tx, [event]), clock),
      log,
      metrics,
    },
    config,
  );
  const watch = new Watch({ pool, leadership: LEADERSHIP, parkedAlarmMs: config.parkedAlarmMs, log, metrics });
  const led = (name: string): Leadership =>
    new Leadership({ url, name, application: `${APPLICATION} ${name}`, log, metrics });
  const reader = new LogReader(origin, keys);
  const leadership = led(LEADERSHIP);
  const selfAudit = new SelfAudit(
    { pool, origin, vkey: reader.vkey(), file, isOnDuty: () => leadership.isLeader, log, metrics },
    config.selfcheckLeaves,
  );
  startBackground(context, {
    leadership,
    writer,
    outbox: new OutboxPublisher({
      pool: writing,
      leadership: led('outbox'),
      publisher: () => bus.publisher(),
      log,
      metrics,
    }),
    watch,
    selfAudit,
    selfAuditEveryMs: config.selfcheckMs,
  });

  context.readiness.add('database', async () => void (await pool.query('select 1')));
  context.readiness.add('signed state', () => assertSigned(opened));
  context.readiness.add('writer', () => watch.assertWriter());

  const queries = new LogQueries(pool, origin, place, reader, new Bundles(origin, place, keys, reader));
  return {
    module: AuditModule,
    controllers: [LogController, ProofController, TilesController, AuditRpc],
    providers: [
      { provide: LogQueries, useValue: queries },
      { provide: PROOFS, useValue: countedProofs(queries, metrics) },
    ],
  };
}

/** The keys, each purpose tried once: a keystore without one of them fails the start, not the first leaf. */
async function keysOf({ keystorePath, keystorePassphrase }: AuditConfig): Promise<KeyProvider> {
  const keys = readKeystore(await readFile(keystorePath, 'utf8'), keystorePassphrase.reveal());
  for (const purpose of ['leaf', 'checkpoint'] as const) keys.current(purpose);
  return keys;
}
