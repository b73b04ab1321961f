import { busConfig, databaseConfig, platformConfig, readConfig, secret } from '@otp-notary/platform';
import { z } from 'zod';
import { LIMITS } from './domain/limits.js';

const upTo = (max: number) => z.coerce.number().int().min(1).max(max);

export const verifierConfig = {
  ...platformConfig,
  ...databaseConfig,
  ...busConfig,
  keystorePath: z
    .string()
    .min(1)
    .describe('Keystore file with the purposes context, pepper, seal, request and receipt'),
  keystorePassphrase: secret.describe('Passphrase of the keystore file'),
  logPromiseSeconds: upTo(3_600)
    .default(60)
    .describe('What receipts promise: a use stands in the log this many seconds after it at the latest'),
  refusalFloorMs: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000)
    .default(20)
    .describe('No refusal is answered sooner than this many milliseconds, so that time does not tell the reason'),
  subjectFailures: upTo(LIMITS.failures)
    .default(LIMITS.failures)
    .describe('Failures of one subject within an hour that block it; may be lowered'),
  subjectHardStop: upTo(LIMITS.hardStop)
    .default(LIMITS.hardStop)
    .describe('Failures without a success that disable a subject (NIST SP 800-63B-4 3.2.2); may be lowered'),
  retryMinutes: upTo(24 * 60)
    .default(60)
    .describe('How long a retry with the same idempotency key finds the stored outcome'),
};

export type VerifierConfig = ReturnType<typeof readVerifierConfig>;

/** @throws ConfigInvalid */
export function readVerifierConfig(env: NodeJS.ProcessEnv) {
  return readConfig(verifierConfig, env);
}
