import { OtpError } from '@otp-notary/errors';

const shown = { http: 502, grpc: 14, title: 'Chain provider failed' };

/** The node understood the request and refused it. */
export class RpcRefused extends OtpError {
  readonly code = 'OTP_RPC_REFUSED';
  readonly shown = shown;

  constructor(
    readonly rpcCode: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

/** No answer that can be used: unreachable, slow, an HTTP error, not JSON-RPC. What was asked may have happened. */
export class RpcUnanswered extends OtpError {
  readonly code = 'OTP_RPC_UNANSWERED';
  readonly shown = shown;

  constructor(
    message: string,
    options: ErrorOptions & { retryAfterSeconds?: number; readonly isRateLimit?: boolean } = {},
  ) {
    super(message, options);
    this.isRateLimit = options.isRateLimit ?? false;
  }

  readonly isRateLimit: boolean;
}

/** A provider shows another chain, another genesis or another contract than the one that is pinned. */
export class WrongChain extends OtpError {
  readonly code = 'OTP_RPC_WRONG_CHAIN';
  readonly shown = shown;
}
