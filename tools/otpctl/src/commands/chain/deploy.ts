import { receiptKeyHash } from '@otp-notary/contracts';
import { deployGoverned, GovernanceTooWeak, minimums, type GovernancePlan } from '@otp-notary/contracts/governance';
import { getAddress, isAddress, sha256, stringToBytes, type Address } from 'viem';
import { z } from 'zod';
import { exits, NotSo, UsageError } from '../../errors.js';
import { readJsonIfThere } from '../../input.js';
import type { Run } from '../command.js';
import { withNode } from './node.js';

export interface DeployOptions {
  readonly plan: string;
  readonly keyFile: string;
  readonly minimums: 'production' | 'development';
  readonly json?: boolean;
}

const address = z
  .string()
  .refine((text) => isAddress(text))
  .transform((text): Address => getAddress(text));
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Who will govern, and what stands in the contract from the first day. */
const planSchema = z.strictObject({
  owners: z.array(address).min(1),
  threshold: z.int().positive(),
  timelock_delay_seconds: z.int().nonnegative(),
  admin_delay_seconds: z.int().nonnegative(),
  relayer: address,
  guardian: address,
  canceller: address,
  /** `vkey`: the C2SP verifier key of the log's checkpoints. */
  logs: z.array(z.strictObject({ origin: z.string().min(1).max(255), vkey: z.string().min(1), life_seconds: z.int().positive().max(0xffff) })), // prettier-ignore
  /** Keys of receipts as the verifier publishes them (JWK). */
  receipt_keys: z.array(z.strictObject({ origin: z.string().min(1).max(255), x: coordinate, y: coordinate })).default([]), // prettier-ignore
});

/** Deploys the contract under its governance. The deployer's account ends with nothing. */
export const deploy: Run<DeployOptions> = async ({ settings, terminal }, options) => {
  const plan = readPlan(options);
  return withNode(settings, async (node) => {
    const wallet = await node.wallet(options.keyFile);
    const deployed = await deployGoverned({ wallet, reader: node.reader }, plan).catch((error: unknown) => {
      throw error instanceof GovernanceTooWeak ? new NotSo(`nothing was sent: ${error.message}`) : error;
    });
    const { block, ...addresses } = deployed;
    if (options.json) terminal.json({ ...addresses, block: block.toString() });
    else terminal.fields([...Object.entries(addresses), ['block', block.toString()]]);
    return exits.ok;
  });
};

/** @throws UsageError */
function readPlan({ plan: path, minimums: least }: DeployOptions): GovernancePlan {
  const parsed = planSchema.safeParse(readJsonIfThere(path));
  if (!parsed.success)
    throw new UsageError(
      `${path} is no plan: ${parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}`,
    );
  const { timelock_delay_seconds, admin_delay_seconds, logs, receipt_keys, ...people } = parsed.data;
  return {
    ...people,
    timelockDelaySeconds: timelock_delay_seconds,
    adminDelaySeconds: admin_delay_seconds,
    logs: logs.map(({ origin, vkey, life_seconds }) => ({
      origin,
      keyHash: sha256(stringToBytes(vkey)),
      lifeSeconds: life_seconds,
    })),
    receiptKeys: receipt_keys.map(({ origin, x, y }) => ({ origin, keyHash: receiptKeyHash({ x, y }) })),
    minimums: minimums[least],
  };
}
