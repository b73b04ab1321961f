import { exits } from '../errors.js';
import type { Run } from './command.js';

export interface IssueOptions {
  readonly subject: string;
  readonly purpose: string;
  readonly channel: 'response' | 'smtp';
  readonly destination?: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly alphabet?: 'digits' | 'crockford';
  readonly length?: number;
  readonly life?: number;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

/** Issues a code. For channel `response` the code is part of the answer, and printed only here. */
export const issue: Run<IssueOptions> = async ({ settings, terminal }, options) => {
  settings.need('issuer_url');
  const { subject, purpose, channel, destination, context, alphabet, length, life, idempotencyKey } = options;
  const code = { ...(alphabet && { alphabet }), ...(length !== undefined && { length }) };
  const issued = await settings.client('otp:issue').issue(
    {
      subject,
      purpose,
      channel,
      ...(destination !== undefined && { destination }),
      ...(context && { context }),
      ...(Object.keys(code).length > 0 && { code }),
      ...(life !== undefined && { life_seconds: life }),
    },
    idempotencyKey === undefined ? {} : { idempotencyKey },
  );
  if (options.json) {
    terminal.json(issued);
    return exits.ok;
  }
  terminal.fields([
    ['challenge_id', issued.challenge_id],
    ['proof_id', issued.proof_id],
    ['expires_at', issued.expires_at],
    ...(issued.destination_hint === undefined ? [] : ([['sent to', issued.destination_hint]] as const)),
    ...(issued.code === undefined ? [] : ([['code', issued.code]] as const)),
  ]);
  return exits.ok;
};
