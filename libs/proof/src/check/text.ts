/** Epoch milliseconds as ISO 8601 in UTC; a number that is no time is shown as it stands. */
export function isoTime(epochMs: number): string {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? `${epochMs} ms` : date.toISOString();
}

/** Unix seconds as ISO 8601 in UTC. */
export function isoSeconds(seconds: number): string {
  return isoTime(seconds * 1000);
}

/** A hash for people: enough to compare by eye. */
export function short(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 10)}…${hex.slice(-4)}`;
}
