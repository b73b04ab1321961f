import { OtpError } from '@otp-notary/errors';

/** A part of the machine (database, broker, chain, …) did not start or did not answer; the message says what to do. */
export class PartDidNotStart extends OtpError {
  readonly code = 'OTP_PART_DID_NOT_START';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}
