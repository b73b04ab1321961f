import { alphabets, MAX_LENGTH, MIN_LENGTH } from '@otp-notary/challenge';
import { purpose } from '@otp-notary/events';
import { z } from 'zod';
import type { Answer, Verified } from '../domain/answer.js';

/** Text that is whole: a lone surrogate has no bytes, so nothing could be bound to it. */
const text = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode');

/** Transaction details at most; names and values as the issuer takes them. */
const MAX_DETAILS = 32;

export const verifyRequest = z
  .strictObject({
    challenge_id: z
      .string()
      .max(4096)
      .regex(/^[\w.-]+$/, 'must be a challenge_id as it was issued')
      .describe('The sealed handle, as issued'),
    code: z
      .string()
      .regex(
        new RegExp(`^[${alphabets.crockford}]{${MIN_LENGTH},${MAX_LENGTH}}$`),
        'must be written exactly as codes of this challenge are',
      )
      .describe('Exactly the code: nothing is trimmed, folded or normalised'),
    purpose: purpose.describe('What the code was issued for'),
    context: z
      .record(text(64).min(1), text(1024))
      .refine((details) => Object.keys(details).length <= MAX_DETAILS, `must have at most ${MAX_DETAILS} members`)
      .optional()
      .describe('The transaction details that the code was bound to, exactly as at its issue'),
  })
  .meta({
    title: 'VerifyRequest',
    examples: [{ challenge_id: 'v1.example.c2VhbGVkIGhhbmRsZQ', code: '000000', purpose: 'login' }],
  });

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters')
  .optional();

export const verifyAnswer = z
  .strictObject({
    verified: z.literal(true).describe('Always true: a refusal is a problem'),
    proof_id: z.uuid().describe('Id of the challenge in the log'),
    verified_at: z.iso.datetime().describe('When the code was consumed'),
    auth_time: z.int().nonnegative().describe('The same in Unix seconds, for the claim of OpenID Connect Core 1.0'),
    amr: z.array(z.literal('otp')).describe('Authentication methods, for the claim of RFC 8176'),
    context_hash: z.string().describe('Keyed hash of the context that was bound, base64url'),
    receipt: z
      .string()
      .describe(
        'Compact JWS (ES256, `typ` `otp-receipt+jwt`): the promise that this use will stand in the log in time. Keep it: ' +
          'it convicts the operator when the use is missing there',
      ),
  })
  .meta({
    title: 'VerifyAnswer',
    examples: [
      {
        verified: true,
        proof_id: '0f4c6e0e-7a39-4f3b-9d0c-5b8f0c3a9c11',
        verified_at: '2026-01-15T09:30:21.482Z',
        auth_time: 1_768_469_421,
        amr: ['otp'],
        context_hash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
        receipt: 'header.payload.signature',
      },
    ],
  });

/** A request as the domain takes it; absent stays absent. */
export function answerOf(request: z.infer<typeof verifyRequest>, key: string | undefined): Answer {
  const { challenge_id: handle, code, purpose, context } = request;
  return { handle, code, purpose, context, idempotencyKey: key };
}

export function shown(verified: Verified): z.infer<typeof verifyAnswer> {
  return {
    verified: true,
    proof_id: verified.proofId,
    verified_at: verified.verifiedAt,
    auth_time: verified.authTime,
    amr: [...verified.amr],
    context_hash: verified.contextHash,
    receipt: verified.receipt,
  };
}
