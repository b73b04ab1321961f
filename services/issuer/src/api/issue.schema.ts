import { alphabets, MAX_LENGTH, MAX_LIFE_MS, MIN_LENGTH, type AlphabetName } from '@otp-notary/challenge';
import { channel, purpose } from '@otp-notary/events';
import { InvalidRequest } from '@otp-notary/platform';
import { z } from 'zod';
import type { IssueRequest } from '../domain/request.js';

const MAX_SUBJECT = 256;
const MAX_DESTINATION = 254;
const MAX_CONTEXT_ENTRIES = 16;
const MAX_CONTEXT_NAME = 64;
const MAX_CONTEXT_VALUE = 256;
const MAX_IDEMPOTENCY_KEY = 255;

/**
 * Text that is shown or hashed as it is: no control characters, no line or paragraph separators, nothing that turns the
 * reading direction around (a payee must read as it is written), no halves of surrogate pairs.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function text(max: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !UNPRINTABLE.test(value), 'must not hold control characters');
}

const context = z
  .record(text(MAX_CONTEXT_NAME), text(MAX_CONTEXT_VALUE))
  .refine((entries) => Object.keys(entries).length <= MAX_CONTEXT_ENTRIES, `at most ${MAX_CONTEXT_ENTRIES} entries`)
  // Two spellings of one name would be one name in the hash.
  .refine(
    (entries) =>
      new Set(Object.keys(entries).map((name) => name.normalize('NFC'))).size === Object.keys(entries).length,
    'names must differ',
  );

/** Body of an issue. Unknown members are refused. */
export const issueRequest: z.ZodType<IssueRequest> = z
  .strictObject({
    subject: text(MAX_SUBJECT).describe('Whom the code is for: opaque text, hashed before anything is stored'),
    purpose: purpose.describe('What the code is for; it verifies for nothing else'),
    channel: channel.describe('`response`: the code is in the answer. `smtp`: it goes out by mail'),
    destination: text(MAX_DESTINATION)
      .optional()
      .describe('Where the code goes: a mail address for `smtp`, absent for `response`'),
    context: context
      .optional()
      .describe(
        `Transaction details that the code is bound to, as text, at most ${MAX_CONTEXT_ENTRIES}; shown to the person`,
      ),
    code: z
      .strictObject({
        alphabet: z
          .enum(Object.keys(alphabets) as [AlphabetName, ...AlphabetName[]])
          .optional()
          .describe('`digits`, or `crockford`: 0-9 and A-Z without I, L, O and U'),
        length: z.int().min(MIN_LENGTH).max(MAX_LENGTH).optional().describe('Characters of the code'),
      })
      .optional()
      .describe('A code that is harder to guess than the policy asks for'),
    life_seconds: z
      .int()
      .min(1)
      .max(MAX_LIFE_MS / 1000)
      .optional()
      .describe('A shorter life than the policy gives'),
  })
  .meta({
    title: 'IssueRequest',
    examples: [
      { subject: 'user-8d1f', purpose: 'login', channel: 'response' },
      {
        subject: 'user-8d1f',
        purpose: 'payment',
        channel: 'smtp',
        destination: 'person@example.com',
        context: { payee: 'Example Ltd', amount: '129.90 EUR' },
        life_seconds: 45,
      },
    ],
  });

/** Answer of an issue, for the description of the API. */
export const issueAnswer = z
  .strictObject({
    challenge_id: z.string().describe('Sealed handle: what the caller presents with the answer. Opaque, under 4 KiB'),
    proof_id: z.uuid().describe('Id of the challenge in the log: what proofs are asked for by'),
    issued_at: z.iso.datetime().describe('When the code was issued'),
    expires_at: z.iso.datetime().describe('First instant at which the code is dead'),
    channel: channel.describe('As asked'),
    destination_hint: z.string().optional().describe('Masked destination, to show to the person; channel `smtp` only'),
    resend_after_seconds: z.int().min(1).max(60).describe('When to offer a new code'),
    code: z.string().optional().describe('The code; channel `response` only. Do not keep it'),
  })
  .meta({
    title: 'IssueAnswer',
    examples: [
      {
        challenge_id: 'v1.example.c2VhbGVkIGhhbmRsZQ',
        proof_id: '0f4c6e0e-7a39-4f3b-9d0c-5b8f0c3a9c11',
        issued_at: '2026-01-15T09:30:00.000Z',
        expires_at: '2026-01-15T09:31:00.000Z',
        channel: 'smtp',
        destination_hint: 'p***@e***.com',
        resend_after_seconds: 30,
      },
    ],
  });

const VISIBLE = new RegExp(`^[\\x21-\\x7e]{1,${MAX_IDEMPOTENCY_KEY}}$`);

/** The idempotency key of a header or of metadata: one, of visible ASCII. @throws InvalidRequest */
export function idempotencyKey(values: readonly unknown[]): string | undefined {
  const [key, ...more] = values;
  if (key === undefined) return undefined;
  if (more.length > 0 || typeof key !== 'string' || !VISIBLE.test(key)) {
    throw new InvalidRequest(`idempotency-key: one, of 1 to ${MAX_IDEMPOTENCY_KEY} visible ASCII characters`);
  }
  return key;
}
