import { Body, Controller, Get, Headers, HttpCode, Inject, Module, Post, type DynamicModule } from '@nestjs/common';
import { Ctx, GrpcMethod, Payload } from '@nestjs/microservices';
import { OtpError } from '@otp-notary/errors';
import { PROTO_PACKAGE, protoPath, verifierClient, type VerifyRequest } from '@otp-notary/proto';
import { z } from 'zod';
import {
  ApiAnswerOf,
  ApiBodyOf,
  ApiIdempotencyKey,
  ApiProblemsOf,
  ApiQueryOf,
  ApiSummary,
  CurrentPrincipal,
  parseBody,
  Public,
  RequireScopes,
  runService,
  sleep,
  type PlatformConfig,
  type Principal,
  type RunningService,
  type ServiceContext,
} from '../src/index.js';

const body = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  purpose: z.string().max(64),
  wait_ms: z.int().min(0).max(5_000).optional(),
});
const range = z.object({ start: z.string(), count: z.string().optional() });
const answer = z.object({ tenant: z.string(), purpose: z.string() }).meta({ title: 'SampleAnswer' });

class Busy extends OtpError {
  readonly code = 'OTP_BUSY';
  readonly shown = { http: 429, grpc: 8, title: 'Too many requests' };
}

const PEER = Symbol('peer');

export const LEAK = 'password=hunter2 at db.internal';

@RequireScopes('otp:verify')
@Controller('v1')
class SampleController {
  @Post('samples')
  @HttpCode(200)
  @ApiSummary('Answers as it was asked')
  @ApiBodyOf(body)
  @ApiIdempotencyKey('Makes a retry safe')
  @ApiAnswerOf(200, answer)
  @ApiProblemsOf(400, { OTP_REQUEST_INVALID: 'not as described', OTP_SAMPLE_REFUSED: 'not liked' })
  async sample(
    @Body() given: unknown,
    @Headers('Idempotency-Key') _key: string | undefined,
    @CurrentPrincipal() principal: Principal,
  ): Promise<z.infer<typeof answer>> {
    const { purpose, wait_ms } = parseBody(body, given);
    if (wait_ms !== undefined) await sleep(wait_ms);
    return { tenant: principal.tenant, purpose };
  }

  @Get('broken')
  broken(): never {
    throw Object.assign(new Error(LEAK), { detail: LEAK, statusCode: 418 });
  }

  @Get('busy')
  busy(): never {
    throw new Busy('queue of acme is full', { detail: 'Try later.', retryAfterSeconds: 0.2 });
  }

  @RequireScopes('otp:verify', 'admin:all')
  @Get('admin')
  admin(): object {
    return {};
  }

  @Public()
  @Get('open')
  @ApiQueryOf(range)
  open(): object {
    return { open: true };
  }
}

@Controller('v1')
class UndeclaredController {
  @Get('undeclared')
  undeclared(): object {
    return { reached: true };
  }

  @GrpcMethod('Audit', 'GetCheckpoint')
  checkpoint(): object {
    return { note: 'reached', size: 0, root: Buffer.alloc(0) };
  }
}

@Controller()
class SampleRpc {
  @RequireScopes('otp:verify')
  @GrpcMethod('Verifier', 'Verify')
  async verify(
    @Payload() request: VerifyRequest,
    @Ctx() _metadata: object,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    if (request.purpose === 'broken') throw new Error(LEAK);
    if (request.purpose === 'busy') throw new Busy('full', { retryAfterSeconds: 7 });
    if (request.purpose === 'invalid') parseBody(body, { code: request.code, purpose: 'x' });
    if (request.purpose.startsWith('wait')) await sleep(Number(request.purpose.slice(4)));
    return { verified: true, proof_id: principal.tenant, auth_time: 1_700_000_000, amr: ['otp'] };
  }
}

/** Another service that this one calls. */
export interface Peer {
  readonly url: string;
  readonly grpc: string;
}

@Public()
@Controller('v1')
class RelayController {
  constructor(@Inject(PEER) private readonly peer: Peer) {}

  /** Calls the peer over HTTP and gRPC. */
  @Get('relay')
  async relay(@Headers('authorization') authorization: string): Promise<object> {
    const answer = await fetch(`${this.peer.url}/v1/busy?key=hidden-key`, { headers: { authorization } });
    const client = verifierClient(this.peer.grpc);
    try {
      const request = { challenge_id: 'x', code: '1', purpose: 'login' };
      const { verified } = await client.verify(request, { metadata: { authorization } });
      return { status: answer.status, verified };
    } finally {
      client.close();
    }
  }
}

@Module({ controllers: [SampleController, UndeclaredController, SampleRpc] })
class SampleModule {}

export interface SampleOptions {
  readonly config: Partial<PlatformConfig> & Pick<PlatformConfig, 'jwksUrl' | 'issuerUrl'>;
  readonly onContext?: (context: ServiceContext) => void;
  readonly grpc?: 'verifier' | 'audit';
  readonly peer?: Peer;
}

export async function startSample({
  config,
  onContext,
  grpc = 'verifier',
  peer,
}: SampleOptions): Promise<RunningService> {
  return await runService({
    name: 'sample',
    config: {
      httpHost: '127.0.0.1',
      httpPort: 0,
      grpcPort: 0,
      metricsPort: 0,
      audience: 'otp-notary',
      logLevel: 'silent',
      drainMs: 0,
      shutdownMs: 5_000,
      ...config,
    },
    module: async (context): Promise<DynamicModule> => {
      onContext?.(context);
      if (peer === undefined) return { module: SampleModule };
      return { module: SampleModule, controllers: [RelayController], providers: [{ provide: PEER, useValue: peer }] };
    },
    grpc: { package: PROTO_PACKAGE, proto: protoPath(grpc) },
    openapi: { title: 'Sample', description: 'A service for tests' },
  });
}
