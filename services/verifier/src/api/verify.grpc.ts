import { Metadata } from '@grpc/grpc-js';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, GrpcMethod, Payload } from '@nestjs/microservices';
import { CurrentPrincipal, parseBody, RequireScopes, type Principal } from '@otp-notary/platform';
import type { VerifyResponse } from '@otp-notary/proto';
import { Verification } from '../domain/verify.js';
import { answerOf, idempotencyKey, shown, verifyRequest } from './verify.schema.js';

@Controller()
@RequireScopes('otp:verify')
export class VerifyRpc {
  constructor(@Inject(Verification) private readonly verification: Verification) {}

  @GrpcMethod('Verifier', 'Verify')
  async verify(
    @Payload() request: unknown,
    @Ctx() metadata: Metadata,
    @CurrentPrincipal() caller: Principal,
  ): Promise<VerifyResponse> {
    const key = metadata.get('idempotency-key')[0]?.toString();
    const answer = answerOf(parseBody(verifyRequest, request), parseBody(idempotencyKey, key));
    return shown(await this.verification.verify(caller, answer));
  }
}
