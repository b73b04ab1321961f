import { Metadata } from '@grpc/grpc-js';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { throwError, type Observable } from 'rxjs';
import type { Logger } from './log.js';
import { answerTo, type Answer } from './problems.js';

/** Turns every error into a problem (REST) or a status (gRPC). What nobody foresaw is logged and shown without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> | void {
    const answer = answerTo(error);
    if (answer.unforeseen) this.log.error({ err: error }, 'unforeseen error in a request');
    else if (answer.problem.status >= 500) this.log.warn({ err: error }, 'request failed');
    else this.log.debug({ errorCode: answer.problem.code }, 'request refused');
    if (host.getType() === 'rpc') return throwError(() => statusOf(answer));
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), answer);
  }
}

export function sendProblem(reply: FastifyReply, { problem, retryAfterSeconds }: Answer): void {
  if (reply.sent) return;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  // RFC 6750 §3: a refused token names its scheme; the reason stays with us.
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer error="invalid_token"');
  void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The message is the title: the same for every occurrence. `otp-code` tells programs which one it is. */
function statusOf({ problem, grpc, retryAfterSeconds }: Answer): object {
  const metadata = new Metadata();
  metadata.set('otp-code', problem.code);
  if (problem.detail !== undefined) metadata.set('otp-detail', encodeURIComponent(problem.detail));
  if (retryAfterSeconds !== undefined) metadata.set('retry-after', String(retryAfterSeconds));
  return { code: grpc, details: problem.title, message: problem.title, metadata };
}
