import { OtpError } from '@otp-notary/errors';

/** No access token, or one that does not hold. Says nothing about why. */
export class TokenInvalid extends OtpError {
  readonly code = 'OTP_TOKEN_INVALID';
  readonly shown = { http: 401, grpc: 16, title: 'Access token missing or not valid' };
}

/** The token holds, but does not allow this; or the route says nothing about who may call it. */
export class AccessDenied extends OtpError {
  readonly code = 'OTP_ACCESS_DENIED';
  readonly shown = { http: 403, grpc: 7, title: 'Access denied' };
}

/** The keys that sign access tokens cannot be fetched, so nobody can be let in. */
export class KeysUnavailable extends OtpError {
  readonly code = 'OTP_TOKEN_KEYS_UNAVAILABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Service unavailable' };
}
