import { OtpError } from '@otp-notary/errors';

/** What a service said in its problem document (RFC 9457). */
export interface ToldProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly traceId?: string;
  readonly retryAfterSeconds?: number;
}

/** A service refused. `code` is its stable identifier, e.g. `OTP_REQUEST_INVALID`. */
export class Refused extends OtpError {
  readonly code: string;
  readonly status: number;
  readonly shown: { readonly http: number; readonly grpc: number; readonly title: string };
  /** Names the request in the traces of the operator. */
  readonly traceId?: string;

  constructor(told: ToldProblem) {
    const { detail, retryAfterSeconds } = told;
    super(`${told.title} (${told.code})`, {
      ...(detail === undefined ? {} : { detail }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    });
    this.code = told.code;
    this.status = told.status;
    this.shown = { http: told.status, grpc: GRPC_UNKNOWN, title: told.title };
    if (told.traceId !== undefined) this.traceId = told.traceId;
  }
}

/** google.rpc.Code UNKNOWN: over HTTP nobody says which it would have been. */
const GRPC_UNKNOWN = 2;

/** The answer was not right, or too late, used, locked, for something else: nobody is told which. */
export class NotVerified extends Refused {}

/** The token endpoint gave no token: client id, secret or scopes are not right. */
export class TokenRefused extends Refused {}

/** Nobody answered in time, or what answered is no service of OTP Notary. Whether the request took effect is not known. */
export class ServiceUnreachable extends OtpError {
  readonly code = 'OTP_SERVICE_UNREACHABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Service unreachable' };
}
