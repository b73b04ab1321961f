import type { DynamicModule } from '@nestjs/common';
import { openBus } from '@otp-notary/bus';
import { TenantPolicies } from '@otp-notary/challenge';
import { osRandom, systemClock } from '@otp-notary/crypto';
import { readKeystore, type KeyProvider } from '@otp-notary/keys';
import { OutboxPublisher } from '@otp-notary/outbox';
import { createPool, Leadership } from '@otp-notary/persistence';
import { sleep, type ServiceContext } from '@otp-notary/platform';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { issueObserver, timed } from './adapters/issue-metrics.js';
import { PgBatchLeases } from './adapters/pg-batch-leases.js';
import { PgHousekeeping } from './adapters/pg-housekeeping.js';
import { PgIssueStore } from './adapters/pg-issue-store.js';
import { assertStanding } from './adapters/pg-standing.js';
import { ResponseDelivery } from './adapters/response-delivery.js';
import { SmtpDelivery } from './adapters/smtp-delivery.js';
import { ISSUE } from './api/issue.js';
import { IssueController } from './api/issue.controller.js';
import { IssueRpc } from './api/issue.grpc.js';
import { startBackground } from './background.js';
import type { IssuerConfig } from './config.js';
import { Issuing } from './domain/issue.js';
import { Mint } from './domain/mint.js';
import type { Channel, Delivery } from './domain/ports.js';
import { Positions } from './domain/positions.js';
import { Retries } from './domain/retries.js';

const APPLICATION = 'issuer';

class IssuerModule {}

/** Where ports meet adapters. */
export async function issuerModule(config: IssuerConfig, context: ServiceContext): Promise<DynamicModule> {
  const { log, metrics } = context;
  const clock = systemClock;
  const newId = randomUUID;
  const { origin } = config;
  const keys = await keysOf(config);
  const policies = TenantPolicies.read(await policiesOf(config));

  const url = config.databaseUrl.reveal();
  const pool = createPool({ url, max: config.databaseConnections, application: APPLICATION, log });
  context.onShutdown('database', () => pool.end());
  const bus = openBus({ ...config, busUrl: config.busUrl?.reveal(), client: APPLICATION, log, metrics });
  context.onShutdown('bus', () => bus.close());

  const store = new PgIssueStore(pool);
  const leases = new PgBatchLeases({ pool, origin, owner: newId(), leaseMs: config.leaseMs, newId });
  const positions = new Positions(leases, { codes: config.batchCodes, ageMs: config.batchAgeMs }, clock);
  metrics.gauge('otp_issue_batch_age_seconds', 'Age of the open batch', [], (gauge) =>
    gauge.set(positions.ageMs() / 1000),
  );
  const issuing = new Issuing({
    policies,
    deliveries: deliveriesOf(config),
    positions,
    mint: new Mint({ origin, keys, clock, random: osRandom, newId }),
    store,
    // Longer than two attempts to send.
    retries: new Retries({ keys, store, pause: sleep, patienceMs: 2 * config.sendMs + 1_000 }),
    clock,
    sendMs: config.sendMs,
    observer: issueObserver(metrics, log),
  });
  startBackground(context, {
    pool,
    positions,
    leases,
    housekeeping: new PgHousekeeping({ pool, clock, newId }),
    outbox: new OutboxPublisher({
      pool,
      leadership: new Leadership({ url, name: 'outbox', application: `${APPLICATION}-outbox`, log, metrics }),
      publisher: () => bus.publisher(),
      log,
      metrics,
    }),
    leaseMs: config.leaseMs,
  });
  context.readiness.add('database', () => assertStanding(pool, clock));
  return {
    module: IssuerModule,
    controllers: [IssueController, IssueRpc],
    providers: [{ provide: ISSUE, useValue: timed((...asked) => issuing.issue(...asked), metrics) }],
  };
}

/** The keys, each purpose tried once: a keystore without one of them fails the start, not the first request. */
async function keysOf({ keystorePath, keystorePassphrase }: IssuerConfig): Promise<KeyProvider> {
  const keys = readKeystore(await readFile(keystorePath, 'utf8'), keystorePassphrase.reveal());
  for (const purpose of ['subject', 'context', 'pepper', 'seal', 'replay', 'request'] as const) keys.current(purpose);
  return keys;
}

async function policiesOf({ policiesPath }: IssuerConfig): Promise<string | undefined> {
  return policiesPath === undefined ? undefined : await readFile(policiesPath, 'utf8');
}

function deliveriesOf(config: IssuerConfig): ReadonlyMap<Channel, Delivery> {
  const deliveries = new Map<Channel, Delivery>([['response', new ResponseDelivery()]]);
  if (config.smtpHost !== undefined) {
    const password = config.smtpPassword?.reveal();
    const { smtpHost: host, smtpPort: port, smtpTls: tls, smtpUser: user, smtpFrom: from } = config;
    deliveries.set('smtp', new SmtpDelivery({ host, port, tls, user, password, from }));
  }
  return deliveries;
}
