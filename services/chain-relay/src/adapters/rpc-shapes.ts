import type { Address, Hex, Log } from 'viem';
import { z } from 'zod';

/** Answers of a node, as far as they are used. What does not fit makes the provider's answer worthless. */
export const hex: z.ZodType<Hex> = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]*$/)]);
export const quantity = hex.transform((value) => BigInt(value));
const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .transform((value) => value as Hex);
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((value) => value.toLowerCase() as Address);

export const block = z
  .object({ number: quantity, hash, timestamp: quantity })
  .transform(({ number, hash, timestamp }) => ({ number, hash, timeSeconds: Number(timestamp) }));

/** A pending block has neither number nor hash everywhere. */
export const pendingBlock = z.object({ timestamp: quantity });

const log = z.object({ address, topics: z.array(hex), data: hex }).transform((fields) => fields as unknown as Log);

export const receipt = z.object({
  blockNumber: quantity,
  blockHash: hash,
  status: quantity,
  gasUsed: quantity,
  effectiveGasPrice: quantity,
  logs: z.array(log),
});

export const transactionOrigin = z.object({ from: address, nonce: quantity });
export const transactionHashes = z.array(z.object({ transactionHash: hash }));

export const feeHistory = z.object({
  baseFeePerGas: z.array(quantity).min(1),
  reward: z.array(z.array(quantity)).optional(),
});
