import type { Challenge } from '@otp-notary/challenge';
import type { RejectReason } from '@otp-notary/events';
import type { Caller, Use } from './answer.js';
import type { Verdict } from './judge.js';

/** How a request that comes again is known: keyed hashes, 32 bytes. */
export interface RetryMark {
  readonly key: Buffer;
  readonly request: Buffer;
}

/** One answer, judged from its handle, as it goes to the store. */
export interface Taken {
  readonly caller: Caller;
  readonly challenge: Challenge;
  /** `decoy`: the handle did not open and `challenge` is nobody's. */
  readonly mode: 'judge' | 'report' | 'decoy';
  readonly verdict: Verdict;
  readonly nowMs: number;
  /** What a success will have been. */
  readonly use: Use;
  readonly mark: RetryMark | null;
}

/** What an answer waits for. */
export interface Turn {
  readonly tenant: string;
  /** Answers that share one of these bear on each other, and are taken one after the other. */
  readonly claims: readonly string[];
}

/** Answers for one subject, or with one idempotency key, are taken one after the other. */
export function turnOf({ tenant }: Caller, challenge: Challenge | null, mark: RetryMark | null): Turn {
  const claims = challenge === null ? [] : [`subject ${challenge.subject}`];
  // Of each tenant its own: subjects and keys of two tenants never meet.
  return { tenant, claims: mark === null ? claims : [...claims, `key ${mark.key.toString('base64url')}`] };
}

/** What became of an answer. */
export type Outcome =
  | { readonly kind: 'verified'; readonly use: Use }
  | {
      readonly kind: 'refused';
      /** Null for a handle that does not open. */
      readonly reason: RejectReason | null;
      /** Locks that this answer brought about. */
      readonly locked: readonly string[];
    }
  /** The key was seen before; nothing was done. */
  | { readonly kind: 'stored'; readonly request: Buffer; readonly use: Use | null };

/** Takes answers to challenges. */
export interface ConsumptionStore {
  /**
   * Takes an answer in one transaction: an attempt slot, the use, the counts, the events and the stored outcome stand
   * together, on disk, when it resolves. Of all answers to one challenge at most one is `verified`, ever.
   * `weigh` is called when the answer's turn has come, so that no answer is judged by a time that passed in a queue.
   * @throws StoreUnavailable when the outcome is not known. @throws ClockSkewed when nothing was done.
   */
  take(turn: Turn, weigh: () => Taken): Promise<Outcome>;
}

/** Told of every outcome, for metrics and alerts. */
export interface Observer {
  outcome(outcome: Outcome, caller: Caller): void;
}

/** Answers no sooner than some time after it was asked. */
export interface Pace {
  begin(): { held(): Promise<void> };
}
