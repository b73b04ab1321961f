import { busConfig, databaseConfig, platformConfig, secret } from '@otp-notary/platform';
import type { Address, Hex } from 'viem';
import { z } from 'zod';
import type { LanePolicy } from './domain/policy.js';

const WEI_IN_GWEI = 1e9;

const milliseconds = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const perMille = z.coerce.number().int().min(0).max(10_000);
const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'must be 0x and 64 hex digits')
  .transform((text) => text.toLowerCase() as Hex);
const gwei = z.coerce
  .number()
  .positive()
  .transform((amount) => BigInt(Math.round(amount * WEI_IN_GWEI)));

/** Everything that the relay reads from its environment. */
export const relayConfig = {
  ...platformConfig,
  ...databaseConfig,
  ...busConfig,
  origin: z.string().min(1).max(255).describe('Origin of the log whose anchors are relayed, e.g. log.example/otp'),
  rpcUrls: secret.describe('JSON-RPC URLs of the chain, comma-separated; the first that works is used'),
  rpcTimeoutMs: milliseconds(100, 60_000).default(5_000).describe('Milliseconds that a provider has for one answer'),
  chainId: z.coerce.bigint().positive().describe('Chain id that every provider must show'),
  genesisHash: hash.optional().describe('Hash of block 0 that every provider must show; not checked when absent'),
  contract: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address')
    .transform((text) => text.toLowerCase() as Address)
    .describe('Address of the OtpNotary contract (the proxy)'),
  contractCodeHash: hash.describe('keccak256 of the code at that address; a provider with another one is not used'),
  contractBlock: z.coerce
    .bigint()
    .nonnegative()
    .default(0n)
    .describe('Block of its creation: where the search for anchors begins when the database has lost them'),
  keystorePath: z.string().min(1).describe('Keystore with the purpose relay'),
  keystorePassphrase: secret.describe('Opens the keystore'),
  auditGrpc: z.string().min(1).describe('host:port of the audit service, which gives checkpoints and settlements'),
  tokenUrl: z.url({ protocol: /^https?$/ }).describe('OAuth 2.0 token endpoint'),
  clientId: z.string().min(1).describe('OAuth 2.0 client of the relay'),
  clientSecret: secret.describe('Secret of that client'),
  pollMs: milliseconds(50, 60_000).default(1_000).describe('Milliseconds between two looks at the chain'),
  confirmations: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(3)
    .describe('Blocks, the own one included, after which an anchor is confirmed'),
  finalDepth: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Blocks after which an anchor is final, beside the `finalized` tag of the chain'),
  maxFeeGwei: gwei.prefault(200).describe('Most that is paid for a unit of gas, gwei'),
  minTipGwei: gwei.prefault(0.1).describe('Least tip for a unit of gas, gwei'),
  maxTipGwei: gwei.prefault(5).describe('Most that a first bid tips, gwei; replacements may tip more'),
  bumpPerMille: perMille
    .min(100)
    .default(125)
    .describe('What a replacement adds to both fees, per mille; nodes ask for 100 at least'),
  replaceAfterMs: milliseconds(1_000, 86_400_000)
    .default(60_000)
    .describe('Milliseconds after which a transaction that is not mined is replaced'),
  gasMarginPerMille: perMille.default(200).describe('What is added to the gas estimate, per mille'),
  gasCap: z.coerce.bigint().min(100_000n).default(5_000_000n).describe('Most gas that a transaction may ask for'),
  holdMs: milliseconds(100, 600_000).default(5_000).describe('Milliseconds before a held lane tries again'),
  headEveryMs: milliseconds(500, 600_000).default(3_000).describe('Least milliseconds between two chain.head events'),
};

export type RelayConfig = z.infer<z.ZodObject<typeof relayConfig>>;

export function lanePolicyOf(config: RelayConfig): LanePolicy {
  return {
    minTip: config.minTipGwei,
    maxTip: config.maxTipGwei,
    cap: config.maxFeeGwei,
    bumpPerMille: config.bumpPerMille,
    confirmations: config.confirmations,
    finalDepth: config.finalDepth ?? null,
    replaceAfterMs: config.replaceAfterMs,
    gasMarginPerMille: config.gasMarginPerMille,
    gasCap: config.gasCap,
    holdMs: config.holdMs,
    headEveryMs: config.headEveryMs,
  };
}
