import { OtpError } from '@otp-notary/errors';

/** The system does not start, or does not go on. The message is one line for a person and says what to do. */
export class CannotStart extends OtpError {
  readonly code = 'OTP_CANNOT_START';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}
