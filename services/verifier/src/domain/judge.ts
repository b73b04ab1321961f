import type { Challenge } from '@otp-notary/challenge';
import { equal } from '@otp-notary/crypto';
import type { RejectReason } from '@otp-notary/events';

/** What the handle alone says of an answer, the first reason that holds. */
export type Verdict = 'right' | Exclude<RejectReason, 'used' | 'superseded' | 'attempts_exhausted' | 'subject_blocked'>;

/** An answer as it is compared: hashes made with our keys from what the caller presented. */
export interface Presented {
  readonly tenant: string;
  readonly purpose: string;
  /** The context under each key that may have hashed it: keys rotate while codes live. */
  readonly contexts: readonly Buffer[];
  /** The code's commitment, bound to all that the challenge is bound to. */
  readonly commitment: Buffer;
}

const same = (a: string, b: string): boolean => equal(Buffer.from(a), Buffer.from(b));
const bytes = (b64u: string): Buffer => Buffer.from(b64u, 'base64url');

/**
 * Decides what an answer is worth, before anything is asked of the store. Pure: no clock, no I/O.
 * Everything is compared in constant time, and always all of it, so that the time taken does not tell what was wrong.
 * A challenge lives for `issuedAtMs <= now < expiresAtMs`.
 */
export function judge(challenge: Challenge, presented: Presented, nowMs: number): Verdict {
  const checks: readonly (readonly [Verdict, boolean])[] = [
    ['tenant_mismatch', same(challenge.tenant, presented.tenant)],
    ['not_yet_valid', challenge.issuedAtMs <= nowMs],
    ['expired', nowMs < challenge.expiresAtMs],
    ['purpose_mismatch', same(challenge.purpose, presented.purpose)],
    ['context_mismatch', presented.contexts.map((context) => equal(context, bytes(challenge.context))).includes(true)],
    ['wrong_code', equal(presented.commitment, bytes(challenge.commitment))],
  ];
  return checks.find(([, holds]) => !holds)?.[0] ?? 'right';
}

/** What an answer with this verdict may do: be judged against the challenge's state, or only be told to the log. */
export function bearing(verdict: Verdict): 'judge' | 'report' {
  // A dead challenge has no state to change; a stranger's answer must not spend the attempts of its owner.
  return verdict === 'tenant_mismatch' || verdict === 'not_yet_valid' || verdict === 'expired' ? 'report' : 'judge';
}
