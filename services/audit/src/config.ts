import { busConfig, databaseConfig, list, platformConfig, readConfig, secret } from '@otp-notary/platform';
import { z } from 'zod';

const milliseconds = z.coerce.number().int();
const decimal = z.string().regex(/^(0|[1-9][0-9]{0,77})$/, 'must be a decimal number');

/** Everything that the audit service reads from its environment. */
export const auditConfig = {
  ...platformConfig,
  ...databaseConfig,
  ...busConfig,
  origin: z.string().min(1).max(255).describe('Name of the log and of its key, e.g. log.example/otp; never changes'),
  keystorePath: z.string().min(1).describe('Keystore with the purposes leaf and checkpoint'),
  keystorePassphrase: secret.describe('Opens the keystore'),
  signedStatePath: z
    .string()
    .min(1)
    .describe('File outside the database that names the last signed tree; on storage that outlives the process'),
  signedStateMissing: z
    .enum(['refuse', 'adopt'])
    .default('refuse')
    .describe('What to do when that file is gone although trees were signed: adopt believes the database, once'),
  chainId: decimal.describe('Chain of the contract'),
  contract: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, 'must be 0x and 40 hex digits')
    .transform((address) => address.toLowerCase())
    .describe('Address of the OtpNotary contract'),
  settlementSources: list
    .default(['verifier'])
    .describe('Who decides uses: a batch settles when every one of them is read past the end of its codes'),
  graceMs: milliseconds
    .min(0)
    .max(600_000)
    .default(5_000)
    .describe('Milliseconds beyond the end of the last code that must be read before its batch settles'),
  checkpointMs: milliseconds
    .min(50)
    .max(60_000)
    .default(500)
    .describe('Milliseconds between two looks for leaves to sign'),
  batchEvents: z.coerce.number().int().min(1).max(5_000).default(500).describe('Events of one transaction at most'),
  anchorLeaves: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000_000)
    .default(8_192)
    .describe('Signed leaves beyond the last request at which an anchor is asked for'),
  anchorAgeMs: milliseconds
    .min(1_000)
    .default(60_000)
    .describe('Age in milliseconds of the oldest checkpoint without an anchor at which one is asked for'),
  anchorRepeatMs: milliseconds
    .min(1_000)
    .default(120_000)
    .describe('Milliseconds after which a request that the chain has not fulfilled is repeated'),
  parkedAlarmMs: milliseconds
    .min(100)
    .default(10_000)
    .describe('Milliseconds that an event may wait for what must stand ahead of it before it alarms'),
  selfcheckLeaves: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(1_000)
    .describe('Leaves that the self-audit reads at once; the process does nothing else meanwhile'),
  selfcheckMs: milliseconds
    .min(10)
    .max(3_600_000)
    .default(250)
    .describe('Milliseconds between two slices of the self-audit'),
  inboxHours: z.coerce
    .number()
    .int()
    .min(1)
    .max(8_760)
    .default(168)
    .describe('Hours that ids of events are kept: longer than a publisher may be down between publish and delete'),
};

export type AuditConfig = z.infer<z.ZodObject<typeof auditConfig>>;

/** @throws ConfigInvalid */
export function readAuditConfig(env: NodeJS.ProcessEnv): AuditConfig {
  return readConfig(auditConfig, env);
}
