import { OtpError } from '@otp-notary/errors';

/** The largest tree this log ever signed, kept outside its database. */
export interface SignedState {
  readonly origin: string;
  readonly size: number;
  /** Root hash, 32 bytes. */
  readonly root: Uint8Array;
}

/**
 * The database holds less than, or other than, what was signed: a restored backup, or another log's database.
 * Going on would sign a fork, so nothing is signed and the service does not start.
 */
export class SignedStateViolated extends OtpError {
  readonly code = 'OTP_LOG_FORKED';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/**
 * Checks that a log may go on from what was signed.
 * @param rootAt the log's root at a size, computed from its tiles.
 * @throws SignedStateViolated when the log is another one, smaller, or has another root at that size.
 */
export async function assertExtends(
  signed: SignedState | null,
  log: { readonly origin: string; readonly size: number; rootAt(size: number): Promise<Uint8Array> },
): Promise<void> {
  if (signed === null) return;
  if (signed.origin !== log.origin) {
    throw new SignedStateViolated(`signed state belongs to ${signed.origin}, the log is ${log.origin}`);
  }
  if (log.size < signed.size) {
    throw new SignedStateViolated(`the log holds ${log.size} leaves, a tree of ${signed.size} was signed`);
  }
  if (signed.size > 0 && !Buffer.from(await log.rootAt(signed.size)).equals(signed.root)) {
    throw new SignedStateViolated(`the log's root at ${signed.size} is not the one that was signed`);
  }
}
