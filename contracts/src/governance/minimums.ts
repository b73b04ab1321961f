import rules from '../../governance.json' with { type: 'json' };

/** What governance must have at least (contracts/governance.json). */
export interface Minimums {
  /** Time between a proposal that was signed and its execution, seconds. */
  readonly timelockDelaySeconds: number;
  /** Delay of a handover of the contract's default admin, seconds. */
  readonly adminDelaySeconds: number;
  readonly owners: number;
  /** Owners of the Safe that must sign. */
  readonly threshold: number;
}

/** `production` everywhere but on chains that hold nothing of worth. */
export const minimums: Readonly<Record<'production' | 'development', Minimums>> = rules;

/** A plan asks for less than the minimums, or gives one account two offices. */
export class GovernanceTooWeak extends Error {
  readonly code = 'OTP_GOVERNANCE_TOO_WEAK';
}
