import type { DynamicModule } from '@nestjs/common';
import { openBus } from '@otp-notary/bus';
import { systemClock } from '@otp-notary/crypto';
import { readKeystore } from '@otp-notary/keys';
import { Inbox, OutboxPublisher } from '@otp-notary/outbox';
import { createPool, Leadership } from '@otp-notary/persistence';
import type { ServiceContext } from '@otp-notary/platform';
import { auditClient } from '@otp-notary/proto';
import { readFile } from 'node:fs/promises';
import { AccessToken } from './adapters/access-token.js';
import { GrpcMaterials } from './adapters/grpc-materials.js';
import { IntentFeed } from './adapters/intent-feed.js';
import { KeystoreSigner } from './adapters/keystore-signer.js';
import { LaneLeader } from './adapters/lane-leader.js';
import { PgLaneBook } from './adapters/pg-lane-book.js';
import { PgRelayRecords } from './adapters/pg-relay-records.js';
import { ProviderPool } from './adapters/provider-pool.js';
import { RelayReporter } from './adapters/relay-reporter.js';
import { RpcChain } from './adapters/rpc-chain.js';
import { PLACE, RECORDS, RelayController, type ServedLane } from './api/relay.controller.js';
import { startBackground } from './background.js';
import { lanePolicyOf, type RelayConfig } from './config.js';
import { Lane } from './domain/lane.js';
import { allTxStates } from './domain/tx-state.js';
import { providersOf } from './providers.js';

const APPLICATION = 'chain-relay';
/** A leader that hangs inside a transaction holds the lane's row no longer than that. */
const STATEMENT_MS = 4_000;

class RelayModule {}

/** Where ports meet adapters. @throws WrongChain, KeystoreRefused and KeyMissing before anything runs */
export async function relayModule(config: RelayConfig, context: ServiceContext): Promise<DynamicModule> {
  const { log, metrics } = context;
  const clock = systemClock;
  const { origin, contract, chainId } = config;
  const keys = readKeystore(await readFile(config.keystorePath, 'utf8'), config.keystorePassphrase.reveal());
  const signer = new KeystoreSigner(keys, chainId, contract, origin);
  const providers = new ProviderPool(providersOf(config, clock), log, metrics);
  await providers.start();

  const url = config.databaseUrl.reveal();
  const pool = createPool({
    url,
    max: config.databaseConnections,
    application: APPLICATION,
    statementTimeoutMs: STATEMENT_MS,
    log,
  });
  context.onShutdown('database', () => pool.end());
  const bus = openBus({ ...config, busUrl: config.busUrl?.reveal(), client: APPLICATION, log, metrics });
  context.onShutdown('bus', () => bus.close());
  const audit = auditClient(config.auditGrpc);
  context.onShutdown('audit client', async () => audit.close());

  const place = { origin, chainId: chainId.toString(), contract };
  const chain = new RpcChain(providers, contract, origin, config.contractBlock);
  const token = new AccessToken({ ...config, scope: 'audit:anchor' }, clock);
  const materials = new GrpcMaterials(audit, token, origin);
  const reporter = new RelayReporter(log, metrics, { origin, signer: signer.address });
  const policy = lanePolicyOf(config);
  const leadershipOf = (name: string) =>
    new Leadership({ url, name, application: `${APPLICATION} ${name}`, log, metrics });
  const leadership = leadershipOf(`lane ${origin} ${signer.address}`);

  const records = new PgRelayRecords(pool, origin, signer.address);
  metrics.gauge('otp_relay_transactions', 'Transactions by state, those that can change', ['state'], async (gauge) => {
    const counts = await records.countByState().catch(() => new Map<string, number>());
    for (const state of allTxStates) gauge.set({ state }, counts.get(state) ?? 0);
  });
  startBackground(context, {
    pool,
    lane: new LaneLeader({
      leadership,
      lane: (fence) => {
        const book = new PgLaneBook(pool, { ...place, signer: signer.address }, fence, clock);
        return new Lane({ place, chain, book, materials, signer, reporter, policy, clock });
      },
      everyMs: config.pollMs,
      log,
      metrics,
    }),
    intents: new IntentFeed(bus, pool, new Inbox({ log, metrics })),
    inbox: new Inbox({ log, metrics }),
    outbox: new OutboxPublisher({
      pool,
      leadership: leadershipOf('outbox'),
      publisher: () => bus.publisher(),
      log,
      metrics,
    }),
  });
  context.readiness.add('database', async () => void (await pool.query('select 1')));
  context.readiness.add('chain', () => providers.read(async () => undefined));
  const served: ServedLane = { origin, signer: signer.address, leads: () => leadership.isLeader };
  return {
    module: RelayModule,
    controllers: [RelayController],
    providers: [
      { provide: RECORDS, useValue: records },
      { provide: PLACE, useValue: served },
    ],
  };
}
