/** After a failure the bus is tried again within this time, milliseconds. */
export const BACKOFF = { firstDelayMs: 100, maxDelayMs: 5_000 };
