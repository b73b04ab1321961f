import { z } from 'zod';
import { batchId, channel, decimal, envelope, epochMs, hash32, position, purpose, tenant } from './fields.js';

/** What ties an event to one challenge. Nothing here names a person: subjects are keyed hashes. */
const challenge = {
  origin: z.string().min(1).max(255),
  batch: batchId,
  position,
  challenge: z.uuid(),
  tenant,
  subject: hash32,
  purpose,
};

const issued = z.strictObject({
  ...envelope,
  type: z.literal('otp.issued'),
  ...challenge,
  context: hash32,
  commitment: hash32,
  channel,
  issuedAtMs: epochMs,
  expiresAtMs: epochMs,
});

const delivery = z.strictObject({
  ...envelope,
  type: z.literal('otp.delivery'),
  ...challenge,
  channel,
  outcome: z.enum(['sent', 'failed', 'unsent']),
});

/** A batch was leased by an issuer process. */
const batchOpened = z.strictObject({
  ...envelope,
  type: z.literal('otp.batch.opened'),
  origin: challenge.origin,
  batch: batchId,
  openedAtMs: epochMs,
});

/** A batch takes no more codes. Positions below `count` that hold no code are listed as void, inclusive ranges. */
const batchClosed = z.strictObject({
  ...envelope,
  type: z.literal('otp.batch.closed'),
  origin: challenge.origin,
  batch: batchId,
  closedAtMs: epochMs,
  count: z.int().min(0).max(0xffff_ffff),
  void: z.array(z.tuple([position, position])),
});

const verified = z.strictObject({
  ...envelope,
  type: z.literal('otp.verified'),
  ...challenge,
  context: hash32,
  attempt: z.int().positive(),
  verifiedAtMs: epochMs,
});

/** Why an answer was refused. Seen by audit only: the caller gets one answer for all of them. */
export const rejectReasons = [
  'wrong_code',
  'expired',
  'not_yet_valid',
  'used',
  'superseded',
  'attempts_exhausted',
  'subject_blocked',
  'purpose_mismatch',
  'context_mismatch',
  'tenant_mismatch',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

const rejected = z.strictObject({
  ...envelope,
  type: z.literal('otp.rejected'),
  ...challenge,
  reason: z.enum(rejectReasons),
  attempt: z.int().nonnegative(),
  rejectedAtMs: epochMs,
});

/** A challenge spent its attempts, or a subject its failures. */
const locked = z.strictObject({
  ...envelope,
  type: z.literal('otp.locked'),
  ...challenge,
  reason: z.enum(['attempts_exhausted', 'subject_blocked']),
  lockedAtMs: epochMs,
});

/** Everything that `source` decided up to `upToMs` is on the bus, below `positions` (topic → next offset of each partition). */
const watermark = z.strictObject({
  ...envelope,
  type: z.literal('otp.watermark'),
  source: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  upToMs: epochMs,
  positions: z.record(
    z.string().regex(/^[a-z0-9._-]{1,249}$/),
    z.array(z.strictObject({ partition: z.int().nonnegative(), next: decimal })),
  ),
});

export const challengeEvents = [
  issued,
  delivery,
  batchOpened,
  batchClosed,
  verified,
  rejected,
  locked,
  watermark,
] as const;
