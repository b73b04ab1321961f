import { OtpError } from '@otp-notary/errors';

/** A log entry that is not exactly one of the leaves of docs/formats.md. */
export class EntryInvalid extends OtpError {
  readonly code = 'OTP_ENTRY_INVALID';
  readonly shown = { http: 422, grpc: 3, title: 'Log entry not valid' };
}

/** A proof file that is not a bundle in its one canonical form. */
export class BundleInvalid extends OtpError {
  readonly code = 'OTP_BUNDLE_INVALID';
  readonly shown = { http: 422, grpc: 3, title: 'Proof bundle not valid' };
}

/** The chain could not be asked: this says nothing about the proof. */
export class ChainUnreachable extends OtpError {
  readonly code = 'OTP_CHAIN_UNREACHABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Chain unreachable' };
}
