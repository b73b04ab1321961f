import type { TransactionContext } from '@otp-notary/challenge';

/** Who calls, as the token says: never what the request says. */
export interface Caller {
  readonly tenant: string;
  readonly client: string;
}

/** An answer to a challenge, its syntax already checked. */
export interface Answer {
  /** The sealed handle, as issued. */
  readonly handle: string;
  /** Exactly as typed: nothing is trimmed, folded or normalised. */
  readonly code: string;
  readonly purpose: string;
  readonly context?: TransactionContext | undefined;
  /** Makes a retry safe: the same key answers the same outcome. */
  readonly idempotencyKey?: string | undefined;
}

/** What is known of a use for as long as a retry may ask for it. Everything a success answers can be made from it. */
export interface Use {
  readonly proofId: string;
  readonly origin: string;
  readonly batch: number;
  readonly position: number;
  readonly contextHash: string;
  /** Epoch ms. */
  readonly verifiedAtMs: number;
  /** Epoch ms: the use stands in the log by then, or the receipt convicts us. */
  readonly logByMs: number;
}

/** A success, as callers see it. */
export interface Verified {
  readonly proofId: string;
  /** ISO 8601 UTC. */
  readonly verifiedAt: string;
  /** Unix seconds (OpenID Connect Core 1.0, auth_time). */
  readonly authTime: number;
  /** RFC 8176. */
  readonly amr: readonly ['otp'];
  /** Keyed hash of the context that was bound, base64url. */
  readonly contextHash: string;
  /** ES256 JWS (docs/formats.md). */
  readonly receipt: string;
}
