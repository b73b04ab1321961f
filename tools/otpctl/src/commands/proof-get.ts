import { parseBundle } from '@otp-notary/proof';
import { Refused, type OtpNotaryClient } from '@otp-notary/sdk';
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { exits, UsageError } from '../errors.js';
import type { Run } from './command.js';

export interface ProofGetOptions {
  readonly id: string;
  readonly output?: string;
  readonly disclose?: string;
  readonly wait?: number;
  readonly settled?: boolean;
}

const POLL_MS = 1_000;

/** Gets the proof file of a challenge, byte for byte. */
export const proofGet: Run<ProofGetOptions> = async ({ settings, terminal }, options) => {
  settings.need('audit_url');
  const file = await getWhenReady(settings.client('audit:read'), options);
  if (options.output === undefined || options.output === '-') {
    terminal.raw(file);
    return exits.ok;
  }
  try {
    // It holds what was asked to be disclosed: nobody else's business until its owner says so.
    await writeFile(options.output, file, { mode: 0o600 });
  } catch {
    throw new UsageError(`${options.output} cannot be written`);
  }
  terminal.note(`${options.output}: ${file.length} bytes`);
  return exits.ok;
};

/** Waits for what is still on its way: the signed tree, and with `settled` the settlement. */
async function getWhenReady(client: OtpNotaryClient, options: ProofGetOptions): Promise<Uint8Array> {
  const fields = options.disclose?.split(',').filter((field) => field !== '');
  const until = Date.now() + (options.wait ?? 0) * 1000;
  for (;;) {
    const isLast = Date.now() >= until;
    try {
      const file = await client.proof(options.id, fields);
      if (isLast || options.settled !== true || parseBundle(file).settlement !== null) return file;
    } catch (error) {
      const isOnItsWay = error instanceof Refused && error.status === 404;
      if (isLast || !isOnItsWay) throw error;
    }
    await wait(POLL_MS);
  }
}
