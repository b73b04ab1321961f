import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiAnswerOf,
  ApiBodyOf,
  ApiIdempotencyKey,
  ApiProblemsOf,
  ApiSummary,
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
  @ApiSummary(
    'Verify the answer to a challenge',
    'Consumes a right answer, once. Every answer, right or wrong, takes one of the attempts of its challenge, and a refusal does ' +
      'not tell why: unknown, expired, superseded, wrong, used and locked look alike.',
  )
  @ApiIdempotencyKey(
    'Makes a retry safe: the same request with the same key has the same outcome, and takes no further attempt. ' +
      'Keys belong to one client and are kept for an hour unless the operator says otherwise.',
  )
  @ApiBodyOf(verifyRequest)
  @ApiAnswerOf(200, verifyAnswer, 'Verified, and consumed')
  @ApiProblemsOf(422, {
    OTP_NOT_VERIFIED: 'the answer is refused; why is not said',
    OTP_IDEMPOTENCY_MISMATCH: 'the key was used for another request',
  })
  @ApiProblemsOf(503, {
    OTP_STORE_UNAVAILABLE:
      'the database gave no answer: whether the code was consumed is not known; the same key tells',
    OTP_CLOCK_SKEWED: 'the clocks of the service and its database differ; nothing was consumed',
    OTP_TOKEN_KEYS_UNAVAILABLE: 'the keys of the token provider cannot be fetched; nothing was consumed',
  })
  async verify(
    @Body() body: unknown,
    @Headers('Idempotency-Key') key: string | undefined,
    @CurrentPrincipal() caller: Principal,
  ): Promise<z.infer<typeof verifyAnswer>> {
    const answer = answerOf(parseBody(verifyRequest, body), parseBody(idempotencyKey, key));
    return shown(await this.verification.verify(caller, answer));
  }
}
