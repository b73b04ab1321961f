import { z } from 'zod';

/** Base64url of exactly 32 bytes. */
export const hash32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const hex32 = z.string().regex(/^0x[0-9a-f]{64}$/);
export const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
/** Epoch milliseconds UTC. */
export const epochMs = z.int().nonnegative();
export const batchId = z.int().positive();
export const position = z.int().min(0).max(0xffff_ffff);
export const treeSize = z.int().nonnegative();
/** A whole number too large for JSON's doubles, as decimal text (wei, gas, nonce, block numbers of foreign chains). */
export const decimal = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);
export const tenant = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);
export const purpose = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,63}$/);
export const channel = z.enum(['response', 'smtp']);

/** Members that every event has. `id` is the key of exactly-once effect. */
export const envelope = {
  id: z.uuid(),
  version: z.literal(1),
  /** When it happened at its source, ISO 8601 UTC. */
  time: z.iso.datetime(),
};
