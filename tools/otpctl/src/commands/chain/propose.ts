import { findGoverned, operationOf, propose as makeProposal } from '@otp-notary/contracts/governance';
import { randomBytes } from 'node:crypto';
import { getAddress, isAddress, toHex, zeroAddress, type Address } from 'viem';
import { exits, UsageError } from '../../errors.js';
import type { Run } from '../command.js';
import { showEffects } from './effects-text.js';
import { contractOf, withNode } from './node.js';
import { writeProposal } from './proposal-file.js';
import { callOf } from './wishes.js';

export interface ProposeOptions {
  readonly what: string;
  readonly given: readonly string[];
  readonly output?: string;
  readonly title?: string;
  readonly provenCodes?: string;
  readonly fromBlock?: number;
  readonly dryRun?: boolean;
}

/** Writes a proposal to a file, which owners sign next. Nothing is sent. */
export const propose: Run<ProposeOptions> = async ({ settings, terminal }, options) => {
  const contract = contractOf(settings);
  const { output, dryRun: isDry = false } = options;
  if (output === undefined && !isDry) throw new UsageError('give -o <file>, or --dry-run');
  return withNode(settings, async ({ reader }) => {
    const governed = await findGoverned(reader, contract, {
      provenCodes: provenCodesOf(options.provenCodes),
      fromBlock: BigInt(options.fromBlock ?? 0),
    });
    const call = callOf(options.what, governed, options.given);
    const title = options.title ?? [options.what, ...options.given].join(' ').slice(0, 200);
    const proposal = await makeProposal(reader, governed, { title, calls: [call], salt: toHex(randomBytes(32)) });
    const isGood = await showEffects(terminal, reader, proposal);
    if (isDry || output === undefined) return isGood ? exits.ok : exits.refused;
    await writeProposal(output, proposal, 'wx');
    terminal.fields([
      ['proposal', output],
      ['operation', operationOf(proposal)],
    ]);
    return exits.ok;
  });
};

function provenCodesOf(text: string | undefined): Address {
  if (text === undefined) return zeroAddress;
  if (!isAddress(text)) throw new UsageError('--proven-codes is no address');
  return getAddress(text);
}
