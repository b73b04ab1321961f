import { OtpError } from '@otp-notary/errors';

/** The one refusal. What was wrong (handle, life, purpose, context, code, a use before) stays between us and the log. */
export class NotVerified extends OtpError {
  readonly code = 'OTP_NOT_VERIFIED';
  readonly shown = { http: 422, grpc: 9, title: 'Not verified' };
  constructor() {
    super('answer refused');
  }
}

/** The code is not written as codes of this challenge are. It took no attempt. */
export class CodeMalformed extends OtpError {
  readonly code = 'OTP_REQUEST_INVALID';
  readonly shown = { http: 400, grpc: 3, title: 'Request not valid' };
  constructor() {
    super('code is not written as codes are', { detail: 'code: invalid_format' });
  }
}

/** An idempotency key came again with another request. */
export class IdempotencyMismatch extends OtpError {
  readonly code = 'OTP_IDEMPOTENCY_MISMATCH';
  readonly shown = { http: 422, grpc: 9, title: 'Idempotency key was used for another request' };
  constructor() {
    super('idempotency key was used for another request');
  }
}

/** This process and its database disagree about the time: no life can be judged. Nothing was done. */
export class ClockSkewed extends OtpError {
  readonly code = 'OTP_CLOCK_SKEWED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
  constructor() {
    super('clock differs from that of the database', { retryAfterSeconds: 1 });
  }
}

/** The database gave no answer. Whether the code was consumed is not known: a retry with the same key tells. */
export class StoreUnavailable extends OtpError {
  readonly code = 'OTP_STORE_UNAVAILABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
  constructor(cause: unknown) {
    super('consumption store gave no answer', { cause, retryAfterSeconds: 1 });
  }
}
