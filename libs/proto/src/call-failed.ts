import { status, type Metadata, type ServiceError } from '@grpc/grpc-js';
import { OtpError } from '@otp-notary/errors';

const TRANSIENT: ReadonlySet<status> = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.RESOURCE_EXHAUSTED,
]);

/** A call that the other service refused, or that never got an answer. */
export class CallFailed extends OtpError {
  /** `otp-code` of the answer (e.g. `OTP_NOT_VERIFIED`), or `GRPC_` and the status when there is none. */
  readonly code: string;
  /** gRPC status (google.rpc.Code). */
  readonly status: status;
  readonly shown = { http: 502, grpc: status.UNAVAILABLE, title: 'A service behind this one failed' };

  constructor(method: string, failure: ServiceError) {
    const code = text(failure.metadata, 'otp-code') ?? `GRPC_${status[failure.code] ?? failure.code}`;
    const wait = Number(text(failure.metadata, 'retry-after'));
    super(`${method}: ${code} (${failure.details})`, {
      cause: failure,
      ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
    });
    this.code = code;
    this.status = failure.code;
  }

  /** True when the call may be repeated as it is: nobody answered, or not in time. */
  get isTransient(): boolean {
    return TRANSIENT.has(this.status);
  }
}

function text(metadata: Metadata | undefined, name: string): string | undefined {
  const [value] = metadata?.get(name) ?? [];
  return value?.toString();
}
