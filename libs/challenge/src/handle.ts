import { fromB64u, lengthPrefixed, open, seal, b64u } from '@otp-notary/crypto';
import { OtpError } from '@otp-notary/errors';
import type { KeyProvider } from '@otp-notary/keys';
import { z } from 'zod';
import type { Hash32 } from './hashes.js';
import { alphabets, MAX_ATTEMPTS, MAX_LENGTH, MIN_LENGTH, type AlphabetName } from './policy.js';

const AAD_LABEL = 'otp-notary/handle/v1';
/** A handle is about 800 characters; nothing longer is even decoded. */
const MAX_HANDLE_LENGTH = 4096;

const hash32 = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .transform((text) => text as Hash32);

const challengeSchema = z.strictObject({
  id: z.uuid(),
  origin: z.string(),
  batch: z.int().positive(),
  position: z.int().nonnegative(),
  tenant: z.string(),
  subject: hash32,
  purpose: z.string(),
  context: hash32,
  commitment: hash32,
  pepper: z.string(),
  channel: z.string(),
  issuedAtMs: z.int(),
  expiresAtMs: z.int(),
  maxAttempts: z.int().min(1).max(MAX_ATTEMPTS),
  alphabet: z.enum(Object.keys(alphabets) as [AlphabetName, ...AlphabetName[]]),
  length: z.int().min(MIN_LENGTH).max(MAX_LENGTH),
});

/** All that the verifier must know of a challenge, carried by the caller and sealed against it. */
export type Challenge = Readonly<z.infer<typeof challengeSchema>>;

/** The handle was not made by us, or was changed. */
export class HandleInvalid extends OtpError {
  readonly code = 'OTP_HANDLE_INVALID';
  readonly shown = { http: 422, grpc: 9, title: 'Not verified' };
}

const aad = (kid: string): Buffer => lengthPrefixed(AAD_LABEL, kid);

/** Seals a challenge into an opaque capability: `v1.<kid>.<base64url>`. */
export function sealHandle(keys: KeyProvider, challenge: Challenge): string {
  const key = keys.current('seal');
  return `v1.${key.kid}.${b64u(seal(key.secret, Buffer.from(JSON.stringify(challenge)), aad(key.kid)))}`;
}

/** Opens a handle. @throws HandleInvalid for anything that we did not seal, whatever is wrong with it. */
export function openHandle(keys: KeyProvider, handle: string): Challenge {
  const [version, kid, sealed, ...rest] = handle.length > MAX_HANDLE_LENGTH ? [] : handle.split('.');
  if (version !== 'v1' || kid === undefined || sealed === undefined || rest.length > 0)
    throw new HandleInvalid('malformed');
  const key = keys.byId('seal', kid);
  if (key === undefined) throw new HandleInvalid('unknown key');
  try {
    return challengeSchema.parse(JSON.parse(open(key.secret, fromB64u(sealed), aad(kid)).toString('utf8')));
  } catch {
    throw new HandleInvalid('does not open');
  }
}
