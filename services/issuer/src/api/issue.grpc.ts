import type { Metadata } from '@grpc/grpc-js';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, GrpcMethod, Payload } from '@nestjs/microservices';
import { CurrentPrincipal, parseBody, RequireScopes, type Principal } from '@otp-notary/platform';
import type { IssueRequest, IssueResponse } from '@otp-notary/proto';
import { ISSUE, type Issue } from './issue.js';
import { idempotencyKey, issueRequest } from './issue.schema.js';

/** gRPC: the same core as REST. */
@Controller()
export class IssueRpc {
  constructor(@Inject(ISSUE) private readonly issueCode: Issue) {}

  @GrpcMethod('Issuer', 'Issue')
  @RequireScopes('otp:issue')
  async issue(
    @CurrentPrincipal() caller: Principal,
    @Payload() message: IssueRequest,
    @Ctx() metadata: Metadata,
  ): Promise<IssueResponse> {
    const request = parseBody(issueRequest, bodyOf(message));
    const answer = await this.issueCode(caller, request, idempotencyKey(metadata.get('idempotency-key')));
    return { code: '', destination_hint: '', ...answer };
  }
}

/** proto3 has no absent scalars: what is empty was not sent. */
function bodyOf(message: IssueRequest): object {
  const { subject, purpose, channel, destination, context, alphabet, length, life_seconds: life } = message;
  const code = { ...(alphabet === '' ? {} : { alphabet }), ...(length === 0 ? {} : { length }) };
  return {
    subject,
    purpose,
    channel,
    ...(destination === '' ? {} : { destination }),
    ...(Object.keys(context).length === 0 ? {} : { context }),
    ...(Object.keys(code).length === 0 ? {} : { code }),
    ...(life === 0 ? {} : { life_seconds: life }),
  };
}
