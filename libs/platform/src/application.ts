import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { systemClock } from '@otp-notary/crypto';
import { AccessGuard } from './access.guard.js';
import type { PlatformConfig } from './config.js';
import { chosenPort, urlOf } from './listen.js';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';
import { nestLog } from './nest-log.js';
import { OPERATIONS, OperationsController, type Operations } from './operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { restAdapter } from './rest.js';
import { rpcOptions, type GrpcApi } from './rpc.js';
import { TokenVerifier } from './tokens.js';

@Module({})
class RootModule {}

interface Parts {
  readonly config: PlatformConfig;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** The application around the module of a service: guarded, with probes, every error a problem. Does not listen yet. */
export async function createApplication(
  service: DynamicModule,
  operations: Operations,
  { config, log, metrics }: Parts,
): Promise<INestApplication> {
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
      { provide: APP_GUARD, useValue: new AccessGuard(tokens, log, metrics) },
      { provide: APP_FILTER, useValue: new ProblemFilter(log) },
    ],
  };
  return await NestFactory.create(root, restAdapter(metrics), {
    logger: nestLog(log),
    abortOnError: false,
    bodyParser: false,
  });
}

export interface Listening {
  readonly httpUrl: string;
  /** host:port */
  readonly grpcUrl?: string;
}

/** Opens the ports of an application. When it rejects, the application is closed. */
export async function listen(
  app: INestApplication,
  grpc: GrpcApi | undefined,
  { config, metrics }: Parts,
): Promise<Listening> {
  try {
    const grpcUrl = grpc && (await listenForCalls(app, grpc, { config, metrics }));
    await app.listen(config.httpPort, config.httpHost);
    const httpUrl = urlOf(app.getHttpServer(), config.httpHost);
    return { httpUrl, ...(grpcUrl === undefined ? {} : { grpcUrl }) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function listenForCalls(
  app: INestApplication,
  grpc: GrpcApi,
  { config, metrics }: Pick<Parts, 'config' | 'metrics'>,
): Promise<string> {
  const host = config.grpcHost ?? config.httpHost;
  const address = `${host}:${await chosenPort(host, config.grpcPort)}`;
  // Without inheritAppConfig an RPC would have neither guard nor filter.
  app.connectMicroservice(rpcOptions(grpc, address, metrics), { inheritAppConfig: true });
  await app.startAllMicroservices();
  return address;
}
