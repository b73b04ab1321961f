import { OtpError } from '@otp-notary/errors';

const notReady = { http: 503, grpc: 14, title: 'Relay not ready' };

/** Another process leads this lane now; nothing was written. */
export class LaneLost extends OtpError {
  readonly code = 'OTP_RELAY_LANE_LOST';
  readonly shown = notReady;
}

/** The transaction moved on, or the table has no such transition. */
export class TransitionRefused extends OtpError {
  readonly code = 'OTP_RELAY_TRANSITION_REFUSED';
  readonly shown = { http: 409, grpc: 9, title: 'Transition refused' };
}

/** The lane cannot go on for now. `reason` is a stable word for metrics and alerts. */
export class LaneHeld extends OtpError {
  readonly code = 'OTP_RELAY_HELD';
  readonly shown = notReady;

  constructor(
    readonly reason: string,
    readonly explanation: string,
    options: ErrorOptions = {},
  ) {
    super(`${reason}: ${explanation}`, options);
  }
}

/** The hold of a lane that cannot see its chain. */
export const UNREACHABLE = 'providers';

/** No provider answered in time. */
export class ChainUnreachable extends LaneHeld {
  constructor(explanation: string, options: ErrorOptions = {}) {
    super(UNREACHABLE, explanation, options);
  }
}

/** The transparency log did not give what the contract needs. */
export class MaterialsMissing extends LaneHeld {
  constructor(explanation: string, options: ErrorOptions = {}) {
    super('materials', explanation, options);
  }
}

/** The call would revert, so no nonce is spent on it. */
export class CallReverted extends OtpError {
  readonly code = 'OTP_RELAY_CALL_REVERTS';
  readonly shown = { http: 502, grpc: 9, title: 'Call refused by the contract' };

  constructor(
    /** Name of the contract's custom error, or `unknown`. */
    readonly errorName: string,
    readonly explanation: string,
  ) {
    super(`${errorName}: ${explanation}`);
  }
}
