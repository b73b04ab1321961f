import { OtpError } from '@otp-notary/errors';

/** The request asks for something that its tenant's policy or its channel does not allow. */
export class NotAllowed extends OtpError {
  readonly code = 'OTP_REQUEST_INVALID';
  readonly shown = { http: 400, grpc: 3, title: 'Request not valid' };
}

/** The tenant of the token is not named as tenants are (lower case, digits, `._-`, 64 characters at most). */
export class TenantRefused extends OtpError {
  readonly code = 'OTP_ACCESS_DENIED';
  readonly shown = { http: 403, grpc: 7, title: 'Access denied' };
}

/** The same idempotency key came with another request. */
export class IdempotencyMismatch extends OtpError {
  readonly code = 'OTP_IDEMPOTENCY_MISMATCH';
  readonly shown = { http: 422, grpc: 9, title: 'Idempotency key was used for another request' };
}

/** The key was used, and its answer died with the code: the caller asks again with a new key. */
export class AnswerGone extends OtpError {
  readonly code = 'OTP_IDEMPOTENCY_EXPIRED';
  readonly shown = { http: 410, grpc: 9, title: 'The answer to this idempotency key is gone' };
}

/** The code exists and is in the log, but nothing says that it reached anybody. A repeat needs a new idempotency key. */
export class DeliveryFailed extends OtpError {
  readonly code = 'OTP_DELIVERY_FAILED';
  readonly shown = { http: 503, grpc: 14, title: 'The code could not be delivered' };
  constructor(message: string, retryAfterSeconds = 1) {
    super(message, { retryAfterSeconds, detail: 'Ask for a new code, with a new idempotency key.' });
  }
}

/** The clocks of this process and of its database differ by more than half a second. No time is decided on such a base. */
export class ClockSkewed extends OtpError {
  readonly code = 'OTP_CLOCK_SKEWED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/** The lease on a batch ended before its code was stored. Nothing was stored. */
export class LeaseLapsed extends OtpError {
  readonly code = 'OTP_LEASE_LAPSED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/** The store could not be asked. Nothing was stored. */
export class StoreUnavailable extends OtpError {
  readonly code = 'OTP_STORE_UNAVAILABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Service not available' };
  constructor(message: string, cause?: unknown) {
    super(message, { cause, retryAfterSeconds: 1 });
  }
}

/** The connection broke while the store decided: the code may or may not stand there. */
export class OutcomeUnknown extends OtpError {
  readonly code = 'OTP_OUTCOME_UNKNOWN';
  readonly shown = { http: 503, grpc: 14, title: 'Service not available' };
  constructor(message: string, cause?: unknown) {
    super(message, { cause, retryAfterSeconds: 1 });
  }
}
