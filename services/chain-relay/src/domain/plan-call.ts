import type { LogState } from '@otp-notary/contracts';
import { isMatureAt, matureFrom, matureSizeAt } from './maturity.js';
import type { AnchorCall, Intent } from './transaction.js';

/** Settlements that one call takes at most (`MAX_SETTLEMENTS` in OtpNotary.sol). */
export const MAX_SETTLEMENTS = 256;

/** What brings the contract forward: a signed tree that is at least as large as asked, and what it can settle. */
export type AnchorMaterial = AnchorCall;

export type Plan =
  | { readonly kind: 'call'; readonly call: AnchorCall }
  /** Nothing can be gained by a call before this time (Unix seconds). */
  | { readonly kind: 'wait'; readonly untilSeconds: number }
  | { readonly kind: 'nothing-due' };

/** Whether the contract already holds all that is wished. */
export function isFulfilled(log: LogState, intent: Intent): boolean {
  return intent.size <= log.size && intent.settleBelow <= log.nextBatch;
}

/**
 * The next `anchor` call, or when to look again. Pure.
 * A larger tree is anchored at once, with every settlement that the contract takes at `timeSeconds`. When only settlements
 * are due the call waits until it can do something for them: settle, or move a candidate on that is too small for them.
 * @param material from the head of `log`; its settlements are not yet cut to what is mature
 * @param timeSeconds of the block that comes next, Unix seconds
 */
export function planCall(log: LogState, intent: Intent, material: AnchorMaterial, timeSeconds: number): Plan {
  if (isFulfilled(log, intent)) return { kind: 'nothing-due' };
  const mature = matureSizeAt(log, timeSeconds);
  const { settlements: ready } = material;
  const firstImmature = ready.findIndex(({ issuedBelow }) => issuedBelow > mature);
  const settlements = (firstImmature === -1 ? ready : ready.slice(0, firstImmature)).slice(0, MAX_SETTLEMENTS);
  const call = { kind: 'call', call: { ...material, settlements } } as const;
  if (intent.size > log.size || settlements.length > 0) return call;

  const next = ready[0];
  if (next === undefined) return { kind: 'nothing-due' };
  if (!isMatureAt(log, timeSeconds)) return { kind: 'wait', untilSeconds: matureFrom(log) };
  // The candidate does not reach the batch: it has to become one that does, and ripen again.
  return call;
}
