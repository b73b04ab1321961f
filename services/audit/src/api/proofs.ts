import type { Metrics } from '@otp-notary/platform';
import { OtpError } from '@otp-notary/errors';
import type { BundleQuery } from '../log/bundles.js';
import type { LogQueries } from '../log/queries.js';

/** Makes the proof file of one code. */
export type Proofs = (query: BundleQuery) => Promise<Buffer>;
export const PROOFS = Symbol('proofs');

/** The one way to proofs for REST and gRPC, counted and timed. */
export function countedProofs(queries: LogQueries, metrics: Metrics): Proofs {
  const requests = metrics.counter('otp_audit_bundles_total', 'Proof bundles asked for', ['outcome']);
  const seconds = metrics.histogram('otp_audit_bundle_duration_seconds', 'Time to make a proof bundle');
  return async (query) => {
    const end = seconds.startTimer();
    try {
      const file = await queries.proof(query);
      requests.inc({ outcome: 'made' });
      return file;
    } catch (error) {
      requests.inc({ outcome: error instanceof OtpError ? error.code : 'failed' });
      throw error;
    } finally {
      end();
    }
  };
}
