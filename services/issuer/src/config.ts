import { busConfig, databaseConfig, platformConfig, secret } from '@otp-notary/platform';
import { z } from 'zod';
import { isAddress } from './domain/address.js';

const milliseconds = z.coerce.number().int();

/** Everything that the issuer reads from its environment. */
export const issuerConfig = {
  ...platformConfig,
  ...databaseConfig,
  ...busConfig,
  origin: z.string().min(1).max(255).describe('Origin of the log that the codes stand in, e.g. log.example/otp'),
  keystorePath: z
    .string()
    .min(1)
    .describe('Keystore with the purposes subject, context, pepper, seal, replay, request'),
  keystorePassphrase: secret.describe('Opens the keystore'),
  policiesPath: z.string().min(1).optional().describe('JSON file with the policies of tenants; defaults when absent'),
  batchCodes: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(10_000)
    .describe('Codes of one batch at most; a batch is settled as a whole'),
  batchAgeMs: milliseconds
    .min(100)
    .max(600_000)
    .default(10_000)
    .describe('Milliseconds after its first code at which a batch closes'),
  leaseMs: milliseconds
    .min(1_000)
    .max(60_000)
    .default(10_000)
    .describe('Milliseconds after the death of a process at which its batch can be closed by others'),
  sendMs: milliseconds
    .min(100)
    .max(20_000)
    .default(10_000)
    .describe('Milliseconds that one attempt to send a code may take; there are two at most'),
  smtpHost: z.string().min(1).optional().describe('Mail relay; without it there is no channel smtp'),
  smtpPort: z.coerce.number().int().min(1).max(65_535).default(587).describe('Port of the mail relay'),
  smtpTls: z
    .enum(['implicit', 'starttls', 'offered'])
    .default('starttls')
    .describe('implicit: TLS from the first byte. starttls: refused without it. offered: used when the relay has it'),
  smtpUser: z.string().min(1).optional().describe('Name at the mail relay; without it nobody logs in'),
  smtpPassword: secret.optional().describe('Its password at the mail relay'),
  smtpFrom: z
    .string()
    .refine(isAddress, 'must be one mail address')
    .default('no-reply@localhost')
    .describe('Address that codes come from'),
};

export type IssuerConfig = z.infer<z.ZodObject<typeof issuerConfig>>;
