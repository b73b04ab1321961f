import { createLogger, Metrics } from '@otp-notary/platform';

/** Logger and metrics for tests that look at neither. */
export const silent = { log: createLogger('test', 'silent'), metrics: new Metrics() };
