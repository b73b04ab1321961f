import { OtpError } from '@otp-notary/errors';

/** The stored log was tampered with: nothing of it is signed, settled or anchored until somebody has looked into it. */
export class LogTampered extends OtpError {
  readonly code = 'OTP_LOG_TAMPERED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}
