import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiAnswerOf,
  ApiBodyOf,
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
      'Draws a code, stores its issue durably, then delivers it. A newer code of the same tenant, subject and purpose supersedes the older one, also when its delivery fails.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'Makes a retry safe: the same request with the same key has the same answer while its code lives. Keys belong to one client and are kept for 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiBodyOf(issueRequest)
  @ApiAnswerOf(201, issueAnswer, 'The code was issued and handed to its channel')
  @ApiResponse({ status: 400, description: 'OTP_REQUEST_INVALID' })
  @ApiResponse({ status: 410, description: 'OTP_IDEMPOTENCY_EXPIRED: the code of that key is dead; use a new key' })
  @ApiResponse({ status: 422, description: 'OTP_IDEMPOTENCY_MISMATCH: the key was used for another request' })
  @ApiResponse({ status: 503, description: 'OTP_DELIVERY_FAILED (use a new key), or the service cannot issue now' })
  async issue(
    @CurrentPrincipal() caller: Principal,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<IssueAnswer> {
    return await this.issueCode(caller, parseBody(issueRequest, body), idempotencyKey(key === undefined ? [] : [key])); // prettier-ignore
  }
}
