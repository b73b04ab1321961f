/** How an error is shown to callers of REST (RFC 9457) and gRPC. Only what stands here leaves the process. */
export interface Shown {
  /** HTTP status. */
  readonly http: number;
  /** gRPC status code (google.rpc.Code). */
  readonly grpc: number;
  /** Problem title: the same for every occurrence. */
  readonly title: string;
}

/** The error that every other error of the project extends: a stable `code` for programs, a message for people. */
export abstract class OtpError extends Error {
  /** Stable identifier, e.g. `OTP_HANDLE_INVALID`. */
  abstract readonly code: string;
  abstract readonly shown: Shown;
  /** A sentence that is safe to show to the caller; never a value the caller must not learn. */
  readonly detail?: string;
  /** Seconds after which a retry makes sense (Retry-After). */
  readonly retryAfterSeconds?: number;

  constructor(message: string, options: ErrorOptions & { detail?: string; retryAfterSeconds?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    if (options.detail !== undefined) this.detail = options.detail;
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
