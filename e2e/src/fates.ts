import { NotVerified, type Challenge, type IssueRequest } from '@otp-notary/sdk';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from './world.js';

/** What can become of a code. */
export const fates = [
  'right',
  'right after a wrong one',
  'wrong',
  'expired',
  'superseded',
  'locked',
  'wrong context',
  'other tenant',
  'replayed',
] as const;
export type Fate = (typeof fates)[number];

/** A code whose fate is sealed. */
export interface Played {
  readonly fate: Fate;
  readonly proofId: string;
  readonly accepted: boolean;
  /** What must never be seen anywhere but in the answer and the delivery. */
  readonly secrets: readonly string[];
}

const CONTEXT = { amount: '100.00', currency: 'EUR', payee: 'Müller & Söhne' };
const PURPOSE = 'payment';
/** Ten of 32 characters: no such text appears anywhere by chance, as six digits would. */
const CODE = { alphabet: 'crockford', length: 10 } as const;

/** Issues a code and lets it meet its fate; fails when a right answer is refused or a wrong one accepted. */
export async function play(world: World, fate: Fate): Promise<Played> {
  const subject = `subject-${randomUUID()}`;
  const request: IssueRequest = { subject, purpose: PURPOSE, channel: 'response', context: CONTEXT, code: CODE };
  const challenge = await world.acme.issue(fate === 'expired' ? { ...request, life_seconds: 1 } : request);
  const code = codeOf(challenge);
  const secrets = [subject, code];
  const done = { fate, proofId: challenge.proof_id, secrets };
  const answer = { challenge_id: challenge.challenge_id, code, purpose: PURPOSE, context: CONTEXT };
  const right = async (): Promise<void> => {
    const { verified, proof_id, amr, receipt } = await world.acme.verify(answer);
    assert.deepEqual({ verified, proof_id, amr }, { verified: true, proof_id: challenge.proof_id, amr: ['otp'] });
    assert.equal(receipt.split('.').length, 3);
  };
  const refused = (change: object = {}, client = world.acme): Promise<void> =>
    assert.rejects(client.verify({ ...answer, ...change }), NotVerified);
  const wrong = { code: another(code) };

  switch (fate) {
    case 'right':
      await right();
      return { ...done, accepted: true };
    case 'right after a wrong one':
      await refused(wrong);
      await right();
      return { ...done, accepted: true };
    case 'replayed':
      await right();
      await refused();
      return { ...done, accepted: true };
    case 'wrong':
      await refused(wrong);
      return { ...done, accepted: false };
    case 'expired':
      await sleep(Math.max(0, Date.parse(challenge.expires_at) - Date.now()) + 50);
      await refused();
      return { ...done, accepted: false };
    case 'superseded': {
      const newer = codeOf(await world.acme.issue(request));
      // Word of the newer code comes over the bus.
      await sleep(3_000);
      await refused();
      return { ...done, accepted: false, secrets: [...secrets, newer] };
    }
    case 'locked':
      for (let attempt = 0; attempt < 5; attempt += 1) await refused(wrong);
      await refused();
      return { ...done, accepted: false };
    case 'wrong context':
      await refused({ context: { ...CONTEXT, amount: '100.01' } });
      return { ...done, accepted: false };
    case 'other tenant':
      await refused({}, world.other);
      return { ...done, accepted: false };
  }
}

function codeOf(challenge: Challenge): string {
  assert.ok(challenge.code, 'channel response answers with the code');
  return challenge.code;
}

/** A code of the same shape that is not this one. */
function another(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
}
