import { NotVerified } from '@otp-notary/sdk';
import { exits } from '../errors.js';
import { readLine } from '../input.js';
import type { Run } from './command.js';

export interface VerifyOptions {
  readonly challengeId: string;
  readonly code?: string;
  readonly purpose: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

/** Answers a challenge. Without `--code` the code is read from standard input, where no process list shows it. */
export const verify: Run<VerifyOptions> = async ({ settings, terminal }, options) => {
  settings.need('verifier_url');
  const client = settings.client('otp:verify');
  const code = options.code ?? (await readLine('code: '));
  try {
    const verified = await client.verify(
      {
        challenge_id: options.challengeId,
        code,
        purpose: options.purpose,
        ...(options.context && { context: options.context }),
      },
      options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey },
    );
    if (options.json) terminal.json(verified);
    else {
      terminal.line(terminal.tone('green', 'verified'));
      terminal.fields([
        ['proof_id', verified.proof_id],
        ['verified_at', verified.verified_at],
        ['receipt', verified.receipt],
      ]);
    }
    return exits.ok;
  } catch (error) {
    if (!(error instanceof NotVerified)) throw error;
    if (options.json) terminal.json({ verified: false, code: error.code });
    else terminal.line(terminal.tone('red', 'not verified'));
    return exits.refused;
  }
};
