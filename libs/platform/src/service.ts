import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { systemClock } from '@otp-notary/crypto';
import { AccessGuard } from './access.guard.js';
import { describeConfig, type PlatformConfig } from './config.js';
import { chosenPort, listenForMetrics, urlOf } from './listen.js';
import { createLogger, type Logger } from './log.js';
import { Metrics } from './metrics.js';
import { nestLog } from './nest-log.js';
import { documentOf } from './openapi.js';
import { OPERATIONS, OperationsController, type Operations } from './operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ReadinessChecks, type Readiness } from './readiness.js';
import { restAdapter } from './rest.js';
import { sleep } from './retry.js';
import { rpcOptions } from './rpc.js';
import { Shutdown } from './shutdown.js';
import { TokenVerifier } from './tokens.js';

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
  readonly grpc?: { readonly package: string; readonly proto: string };
  readonly openapi: { readonly title: string; readonly description: string };
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

@Module({})
class RootModule {}

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
  const operations: Operations = { readiness, openapi: {} };
  const app = await createApp(options, parts, operations);
  shutdown.add('application', async () => await app.close());

  const grpcHost = config.grpcHost ?? config.httpHost;
  const grpcUrl = options.grpc && `${grpcHost}:${await chosenPort(grpcHost, config.grpcPort)}`;
  if (options.grpc !== undefined && grpcUrl !== undefined) {
    app.connectMicroservice(rpcOptions(options.grpc, grpcUrl, metrics), { inheritAppConfig: true });
    await app.startAllMicroservices();
  }
  operations.openapi = documentOf(app, options.openapi);
  const metricsServer = await listenForMetrics(metrics, config.httpHost, config.metricsPort);
  shutdown.add('metrics', async () => void metricsServer.close());
  await app.listen(config.httpPort, config.httpHost);

  let stopping: Promise<void> | undefined;
  const drain = async () => {
    readiness.close();
    await sleep(config.drainMs);
    await app.close();
  };
  const running: RunningService = {
    httpUrl: urlOf(app.getHttpServer(), config.httpHost),
    ...(grpcUrl === undefined ? {} : { grpcUrl }),
    metricsUrl: `${urlOf(metricsServer, config.httpHost)}/metrics`,
    openapi: operations.openapi,
    stop: async () => await (stopping ??= shutdown.run(drain, config.shutdownMs)),
  };
  log.info({ http: running.httpUrl, grpc: grpcUrl, metrics: running.metricsUrl }, 'started');
  return running;
}

async function createApp<C>(
  options: ServiceOptions<C>,
  parts: Parts,
  operations: Operations,
): Promise<INestApplication> {
  const { config } = options;
  const { log, metrics, readiness, shutdown } = parts;
  const service = await options.module({
    log,
    metrics,
    readiness,
    signal: shutdown.signal,
    onShutdown: (name, work) => shutdown.add(name, work),
  });
  const tokens = new TokenVerifier({
    jwksUrl: config.jwksUrl,
    issuer: config.issuerUrl,
    audience: config.audience,
    clock: systemClock,
    log,
    metrics,
  });
  const root: DynamicModule = {
    module: RootModule,
    imports: [service],
    controllers: [OperationsController],
    providers: [
      { provide: OPERATIONS, useValue: operations },
      { provide: APP_GUARD, useValue: new AccessGuard(tokens) },
      { provide: APP_FILTER, useValue: new ProblemFilter(log) },
    ],
  };
  return await NestFactory.create(root, restAdapter(metrics), {
    logger: nestLog(log),
    abortOnError: false,
    bodyParser: false,
  });
}
