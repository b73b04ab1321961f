import { OtpError } from '@otp-notary/errors';

/** Nobody appends to the log: what is read of it is good, and falls behind. */
export class NoWriter extends OtpError {
  readonly code = 'OTP_LOG_NO_WRITER';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}
