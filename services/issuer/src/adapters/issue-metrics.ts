import type { Logger, Metrics } from '@otp-notary/platform';
import type { IssueObserver, Issuing } from '../domain/issue.js';

/** Counts what the use case does. Labels name channels and outcomes, never persons. */
export function issueObserver(metrics: Metrics, log: Logger): IssueObserver {
  const issued = metrics.counter('otp_issued_total', 'Codes issued', ['channel']);
  const deliveries = metrics.counter('otp_deliveries_total', 'Codes handed to a channel', ['channel', 'outcome']);
  return {
    issued: (channel) => issued.inc({ channel }),
    delivered: (channel, outcome) => deliveries.inc({ channel, outcome }),
    notSent: (channel, error) => log.warn({ err: error, channel }, 'an attempt to send a code failed'),
    unrecorded: (error) => log.error({ err: error }, 'the outcome of a delivery was not recorded'),
  };
}

/** The use case with its duration, by outcome. */
export function timed(issue: Issuing['issue'], metrics: Metrics): Issuing['issue'] {
  const seconds = metrics.histogram('otp_issue_duration_seconds', 'Time to issue a code, its delivery included', [
    'channel',
    'outcome',
  ]);
  return async (caller, request, idempotencyKey) => {
    const start = performance.now();
    let outcome = 'refused';
    try {
      const answer = await issue(caller, request, idempotencyKey);
      outcome = 'issued';
      return answer;
    } finally {
      seconds.observe({ channel: request.channel, outcome }, (performance.now() - start) / 1000);
    }
  };
}
