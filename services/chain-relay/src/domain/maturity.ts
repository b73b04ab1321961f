import type { LogState } from '@otp-notary/contracts';

/** Whether the next `anchor` call makes the candidate mature (OtpNotary.sol: `isMature`). Decided before the call's own effects. */
export function isMatureAt(log: LogState, timeSeconds: number): boolean {
  return timeSeconds >= matureFrom(log);
}

/** Unix seconds from which on a call makes the candidate mature. */
export function matureFrom(log: LogState): number {
  return log.candidateTime + log.life;
}

/** `matureSize` that the contract works with in a call at this block time. */
export function matureSizeAt(log: LogState, timeSeconds: number): number {
  return isMatureAt(log, timeSeconds) ? log.candidateSize : log.matureSize;
}
