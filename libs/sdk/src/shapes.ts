import { z } from 'zod';

/** What to issue a code for. Members are those of the API. */
export interface IssueRequest {
  /** Whom the code is for: opaque text of yours, hashed before anything is stored. */
  readonly subject: string;
  /** What the code is for; it verifies for nothing else. */
  readonly purpose: string;
  /** `response`: the code is in the answer. `smtp`: it goes out by mail. */
  readonly channel: 'response' | 'smtp';
  readonly destination?: string;
  /** Transaction details that the code is bound to. */
  readonly context?: Readonly<Record<string, string>>;
  readonly code?: { readonly alphabet?: 'digits' | 'crockford'; readonly length?: number };
  readonly life_seconds?: number;
}

export const challenge = z.object({
  /** Sealed handle: present it with the answer. */
  challenge_id: z.string(),
  /** Id in the log, for proofs. */
  proof_id: z.string(),
  issued_at: z.string(),
  /** First instant at which the code is dead. */
  expires_at: z.string(),
  channel: z.string(),
  destination_hint: z.string().optional(),
  resend_after_seconds: z.number(),
  /** Only for channel `response`. */
  code: z.string().optional(),
});
export type Challenge = z.infer<typeof challenge>;

/** An answer to a challenge. */
export interface VerifyRequest {
  readonly challenge_id: string;
  /** Exactly as it was typed: nothing is trimmed or normalised. */
  readonly code: string;
  readonly purpose: string;
  readonly context?: Readonly<Record<string, string>>;
}

export const verification = z.object({
  verified: z.literal(true),
  proof_id: z.string(),
  verified_at: z.string(),
  /** Unix seconds. */
  auth_time: z.number(),
  amr: z.array(z.string()),
  context_hash: z.string(),
  /** ES256 JWS: keep it. It convicts the log when the use is missing there. */
  receipt: z.string(),
});
export type Verification = z.infer<typeof verification>;

export const logDescription = z.object({
  origin: z.string(),
  /** C2SP verifier key. */
  vkey: z.string(),
  /** Leaves that are signed. */
  size: z.number(),
  /** Where it is anchored. */
  chain: z.object({ chain_id: z.string(), contract: z.string() }),
});
export type LogDescription = z.infer<typeof logDescription>;

export const inclusion = z.object({
  index: z.number(),
  size: z.number(),
  /** Base64. */
  root: z.string(),
  entry: z.string(),
  /** Base64, lowest first. */
  proof: z.array(z.string()),
});
export type InclusionProof = z.infer<typeof inclusion>;

export const consistency = z.object({
  from: z.number(),
  to: z.number(),
  /** Base64 (RFC 9162 §2.1.4). */
  proof: z.array(z.string()),
});
export type ConsistencyProof = z.infer<typeof consistency>;

/** RFC 7517: P-256 keys that check receipts. */
export const receiptKeys = z.object({
  keys: z.array(
    z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), kid: z.string() }),
  ),
});
export type ReceiptKeys = z.infer<typeof receiptKeys>;
