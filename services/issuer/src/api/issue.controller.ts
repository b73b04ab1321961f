import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiAnswerOf,
  ApiBodyOf,
  ApiIdempotencyKey,
  ApiProblemsOf,
  CurrentPrincipal,
  parseBody,
  RequireScopes,
  type Principal,
} from '@otp-notary/platform';
import type { IssueAnswer } from '../domain/request.js';
import { ISSUE, type Issue } from './issue.js';
import { idempotencyKey, issueAnswer, issueRequest } from './issue.schema.js';

/** REST: issues codes. */
@ApiTags('challenges')
@Controller('v1/challenges')
export class IssueController {
  constructor(@Inject(ISSUE) private readonly issueCode: Issue) {}

  @Post()
  @HttpCode(201)
  @RequireScopes('otp:issue')
  @ApiOperation({
    operationId: 'issueCode',
    summary: 'Issue a one-time code',
    description:
      'Draws a code, stores its issue durably, then delivers it. A newer code of the same tenant, subject and purpose supersedes ' +
      'the older one, also when its delivery fails.',
  })
  @ApiIdempotencyKey(
    'Makes a retry safe: the same request with the same key has the same answer while its code lives. ' +
      'Keys belong to one client and are kept for 24 hours.',
  )
  @ApiBodyOf(issueRequest)
  @ApiAnswerOf(201, issueAnswer, 'The code was issued and handed to its channel')
  @ApiProblemsOf(410, { OTP_IDEMPOTENCY_EXPIRED: 'the code of that key is dead: ask again with a new key' })
  @ApiProblemsOf(422, { OTP_IDEMPOTENCY_MISMATCH: 'the key was used for another request' })
  @ApiProblemsOf(503, {
    OTP_DELIVERY_FAILED: 'the code was issued, but may not have reached the person: ask for a new one, with a new key',
    OTP_OUTCOME_UNKNOWN: 'the code may or may not have been issued: the same key tells',
    OTP_STORE_UNAVAILABLE: 'the database gave no answer; nothing was issued',
    OTP_CLOCK_SKEWED: 'the clocks of the service and its database differ; nothing was issued',
    OTP_LEASE_LAPSED: 'the service was too slow to store the code; nothing was issued',
    OTP_TOKEN_KEYS_UNAVAILABLE: 'the keys of the token provider cannot be fetched; nothing was issued',
  })
  async issue(
    @CurrentPrincipal() caller: Principal,
    @Body() body: unknown,
    @Headers('Idempotency-Key') key?: string,
  ): Promise<IssueAnswer> {
    return await this.issueCode(caller, parseBody(issueRequest, body), idempotencyKey(key === undefined ? [] : [key])); // prettier-ignore
  }
}
