/** Whether `lengthMs` has not passed since `sinceMs`. A clock that was set back counts as passed: nothing waits for it for an hour. */
export function isWithin(sinceMs: number, lengthMs: number, nowMs: number): boolean {
  return nowMs >= sinceMs && nowMs - sinceMs < lengthMs;
}
