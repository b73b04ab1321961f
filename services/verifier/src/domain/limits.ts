/** How many failures a subject may have, across challenges and whatever codes are issued meanwhile. */
export interface Limits {
  /** Failures within the window that block. */
  readonly failures: number;
  readonly windowMs: number;
  /** The first block; each further one is twice as long, until a success. */
  readonly firstBlockMs: number;
  readonly longestBlockMs: number;
  /** Failures without a success between them after which the subject is disabled. */
  readonly hardStop: number;
}

/**
 * Ten failures an hour, then blocks of 1, 2, 4 … 60 minutes; disabled at a hundred (NIST SP 800-63B-4 §3.2.2).
 * Every block ends by itself: a stranger who guesses delays the subject and cannot lock it out before the hard stop.
 */
export const LIMITS: Limits = {
  failures: 10,
  windowMs: 3_600_000,
  firstBlockMs: 60_000,
  longestBlockMs: 3_600_000,
  hardStop: 100,
};
