import 'reflect-metadata';
import type { DynamicModule } from '@nestjs/common';
import { createApplication, listen } from './application.js';
import { describeConfig, type PlatformConfig } from './config.js';
import { listenForMetrics, urlOf } from './listen.js';
import { createLogger, type Logger } from './log.js';
import { Metrics } from './metrics.js';
import { documentOf, type ApiDescription } from './openapi-document.js';
import type { Operations } from './operations.controller.js';
import { ReadinessChecks, type Readiness } from './readiness.js';
import { sleep } from './retry.js';
import type { GrpcApi } from './rpc.js';
import { Shutdown } from './shutdown.js';

/** What a service is given to build itself with. */
export interface ServiceContext {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Aborted when background work must end: after the last request was answered. */
  readonly signal: AbortSignal;
  /** Work for the end, run last added first. Use it instead of Nest's hooks: those run while requests are still answered. */
  onShutdown(name: string, work: () => Promise<void>): void;
}

export interface ServiceOptions<C> {
  readonly name: string;
  readonly config: C & PlatformConfig;
  readonly module: (context: ServiceContext) => Promise<DynamicModule>;
  readonly grpc?: GrpcApi;
  readonly openapi: ApiDescription;
}

export interface RunningService {
  readonly httpUrl: string;
  /** host:port */
  readonly grpcUrl?: string;
  readonly metricsUrl: string;
  /** OpenAPI 3.1 document of the REST API. */
  readonly openapi: object;
  /** Drains and stops; the same promise at each call. Never rejects. */
  stop(): Promise<void>;
}

/**
 * Starts a service: REST, gRPC, metrics, probes and the description of its API. When it rejects, nothing of it runs any more.
 */
export async function runService<C>(options: ServiceOptions<C>): Promise<RunningService> {
  const { config } = options;
  const log = createLogger(options.name, config.logLevel);
  log.info({ config: describeConfig(config) }, 'starting');
  const metrics = new Metrics().withProcess();
  const readiness = new ReadinessChecks((name, error) => log.warn({ err: error, check: name }, 'not ready'));
  const shutdown = new Shutdown(log);
  try {
    return await start(options, { log, metrics, readiness, shutdown });
  } catch (error) {
    await shutdown.run(async () => {}, config.shutdownMs);
    throw error;
  }
}

interface Parts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: ReadinessChecks;
  readonly shutdown: Shutdown;
}

async function start<C>(options: ServiceOptions<C>, parts: Parts): Promise<RunningService> {
  const { config } = options;
  const { log, metrics, readiness, shutdown } = parts;
  // Added first, so closed last: the end of the shutdown can still be scraped.
  const metricsServer = await listenForMetrics(metrics, config.httpHost, config.metricsPort);
  shutdown.add('metrics', async () => void metricsServer.close());

  const operations: Operations = { readiness, openapi: {} };
  const app = await createApplication(await options.module(contextOf(parts)), operations, { config, log, metrics });
  operations.openapi = documentOf(app, options.openapi);
  const urls = await listen(app, options.grpc, { config, log, metrics });

  let stopping: Promise<void> | undefined;
  const drain = async () => {
    readiness.close();
    await sleep(config.drainMs);
    await app.close();
  };
  log.info({ ...urls, metricsUrl: urlOf(metricsServer, config.httpHost) }, 'started');
  return {
    ...urls,
    metricsUrl: `${urlOf(metricsServer, config.httpHost)}/metrics`,
    openapi: operations.openapi,
    stop: async () => await (stopping ??= shutdown.run(drain, config.shutdownMs)),
  };
}

function contextOf({ log, metrics, readiness, shutdown }: Parts): ServiceContext {
  return {
    log,
    metrics,
    readiness,
    signal: shutdown.signal,
    onShutdown: (name, work) => shutdown.add(name, work),
  };
}
