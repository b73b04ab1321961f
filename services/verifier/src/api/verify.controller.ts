import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiAnswerOf,
  ApiBodyOf,
  CurrentPrincipal,
  parseBody,
  RequireScopes,
  type Principal,
} from '@otp-notary/platform';
import type { z } from 'zod';
import { Verification } from '../domain/verify.js';
import { answerOf, idempotencyKey, shown, verifyAnswer, verifyRequest } from './verify.schema.js';

@ApiTags('verifications')
@Controller('v1/verifications')
@RequireScopes('otp:verify')
export class VerifyController {
  constructor(@Inject(Verification) private readonly verification: Verification) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'verify', summary: 'Consumes a right answer, once. Every refusal is the same 422.' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Makes a retry safe: the same key answers the same outcome',
  })
  @ApiBodyOf(verifyRequest)
  @ApiAnswerOf(200, verifyAnswer, 'Verified')
  async verify(
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentPrincipal() caller: Principal,
  ): Promise<z.infer<typeof verifyAnswer>> {
    const answer = answerOf(parseBody(verifyRequest, body), parseBody(idempotencyKey, key));
    return shown(await this.verification.verify(caller, answer));
  }
}
