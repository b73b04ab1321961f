import { HttpException } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { OtpError, type Shown } from '@otp-notary/errors';

/** RFC 9457. Everything that a caller learns of an error. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Stable identifier, e.g. `OTP_REQUEST_INVALID`. */
  readonly code: string;
  readonly trace_id?: string;
}

/** What of an error is shown, and how. */
export interface Answer {
  readonly problem: Problem;
  /** gRPC status (google.rpc.Code). */
  readonly grpc: number;
  readonly retryAfterSeconds?: number;
  /** True for errors that nobody foresaw: logged, and shown without any detail. */
  readonly unforeseen: boolean;
}

interface Known extends Shown {
  readonly code: string;
}

/** Errors of the HTTP layer, by status. */
const HTTP_ERRORS: Readonly<Record<number, Known>> = {
  400: { code: 'OTP_REQUEST_INVALID', http: 400, grpc: 3, title: 'Request not valid' },
  404: { code: 'OTP_ROUTE_UNKNOWN', http: 404, grpc: 5, title: 'Not found' },
  405: { code: 'OTP_METHOD_NOT_ALLOWED', http: 405, grpc: 12, title: 'Method not allowed' },
  408: { code: 'OTP_REQUEST_TOO_SLOW', http: 408, grpc: 4, title: 'Request took too long' },
  413: { code: 'OTP_BODY_TOO_LARGE', http: 413, grpc: 8, title: 'Body too large' },
  414: { code: 'OTP_URI_TOO_LONG', http: 414, grpc: 3, title: 'URI too long' },
  415: { code: 'OTP_MEDIA_TYPE_UNSUPPORTED', http: 415, grpc: 3, title: 'Media type not supported' },
  431: { code: 'OTP_HEADERS_TOO_LARGE', http: 431, grpc: 8, title: 'Header fields too large' },
  503: { code: 'OTP_UNAVAILABLE', http: 503, grpc: 14, title: 'Service unavailable' },
};
const OTHER_REQUEST_ERROR: Known = { code: 'OTP_REQUEST_INVALID', http: 400, grpc: 3, title: 'Request not valid' };
const UNFORESEEN: Known = { code: 'OTP_INTERNAL', http: 500, grpc: 13, title: 'Internal error' };

/** What is shown of an error. Only an `OtpError` has a say in it. */
export function answerTo(error: unknown): Answer {
  if (error instanceof OtpError) {
    const wait = error.retryAfterSeconds;
    return answer({ ...error.shown, code: error.code }, error.detail, wait);
  }
  const status = httpStatusOf(error);
  if (status === undefined || status < 400) return { ...answer(UNFORESEEN), unforeseen: true };
  const known = HTTP_ERRORS[status];
  if (known !== undefined) return answer(known);
  return status < 500 ? answer({ ...OTHER_REQUEST_ERROR, http: status }) : { ...answer(UNFORESEEN), unforeseen: true };
}

function answer(shown: Known, detail?: string, wait?: number): Answer {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return {
    problem: {
      type: `urn:otp-notary:problem:${shown.code.toLowerCase().replaceAll('_', '-')}`,
      title: shown.title,
      status: shown.http,
      ...(detail === undefined ? {} : { detail }),
      code: shown.code,
      ...(traceId === undefined ? {} : { trace_id: traceId }),
    },
    grpc: shown.grpc,
    // RFC 9110 §10.2.3: whole seconds; 0 would ask for a retry at once.
    ...(wait === undefined ? {} : { retryAfterSeconds: Math.max(1, Math.ceil(wait)) }),
    unforeseen: false,
  };
}

/** Status that Nest or Fastify gave an error of the request; their messages are not shown. */
function httpStatusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  return isFastify && typeof statusCode === 'number' ? statusCode : undefined;
}
