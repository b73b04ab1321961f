import type { Challenge, Hash32 } from '@otp-notary/challenge';
import { b64u, osRandom } from '@otp-notary/crypto';

const nothing = (): Hash32 => b64u(osRandom(new Uint8Array(32))) as Hash32;

/** Stands in for a handle that does not open, so that it costs the same work as one that does. Nobody's challenge. */
export const decoyChallenge: Challenge = {
  id: '00000000-0000-4000-8000-000000000000',
  origin: 'decoy.invalid',
  batch: 1,
  position: 0,
  tenant: 'decoy',
  subject: nothing(),
  purpose: 'decoy',
  context: nothing(),
  commitment: nothing(),
  pepper: '',
  channel: 'response',
  issuedAtMs: 0,
  expiresAtMs: 1,
  maxAttempts: 1,
  alphabet: 'digits',
  length: 6,
};
