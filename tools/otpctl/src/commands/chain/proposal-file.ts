import type { Proposal } from '@otp-notary/contracts/governance';
import { writeFile } from 'node:fs/promises';
import { getAddress, isAddress, isHex, type Address, type Hex } from 'viem';
import { z } from 'zod';
import { NotSo, UsageError } from '../../errors.js';
import { readInput } from '../../input.js';

const address = z.string().refine((text) => isAddress(text, { strict: false })).transform((text): Address => getAddress(text)); // prettier-ignore
const hex = z.custom<Hex>((value) => isHex(value));
const hash = hex.refine((value) => value.length === 66);

const proposalSchema = z.strictObject({
  format: z.literal('otp-notary/proposal@v1'),
  title: z.string().max(200),
  chainId: z.int().positive(),
  governed: z.strictObject({ contract: address, provenCodes: address, proxyAdmin: address, timelock: address, safe: address }), // prettier-ignore
  calls: z
    .array(z.strictObject({ to: address, data: hex }))
    .min(1)
    .max(100),
  predecessor: hash,
  salt: hash,
  delaySeconds: z.int().nonnegative(),
  safeNonce: z.int().nonnegative(),
  signatures: z.record(address, z.union([z.literal('approved'), hex])),
});

/** Reads a proposal that somebody sent. Its form is checked here, all else against the chain. @throws UsageError */
export async function readProposal(path: string): Promise<Proposal> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(await readInput(path)).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is not JSON`);
  }
  const parsed = proposalSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${path} is no proposal: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}

/** Writes a proposal; as a new file it must not be there yet. @throws NotSo */
export async function writeProposal(path: string, proposal: Proposal, flag: 'w' | 'wx'): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(proposal, null, 2)}\n`, { flag });
  } catch {
    throw new NotSo(flag === 'wx' ? `${path} is there already` : `${path} cannot be written`);
  }
}
