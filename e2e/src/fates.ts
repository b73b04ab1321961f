import {
  NotVerified,
  type Challenge,
  type IssueRequest,
  type OtpNotaryClient,
  type VerifyRequest,
} from '@otp-notary/sdk';
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

/** One code and what can be tried on it. */
interface Tried {
  readonly expiresAt: number;
  /** The right answer; fails when it is refused. */
  readonly right: () => Promise<void>;
  /** An answer that differs in the given members; fails when it is accepted. */
  readonly refused: (change?: Partial<VerifyRequest>, client?: OtpNotaryClient) => Promise<void>;
  /** Issues another code for the same subject and purpose. */
  readonly issueAgain: () => Promise<void>;
  /** A code of the same shape that is not this one. */
  readonly wrong: { readonly code: string };
}

const accepted: ReadonlySet<Fate> = new Set(['right', 'right after a wrong one', 'replayed']);

const ends: Readonly<Record<Fate, (tried: Tried, world: World) => Promise<void>>> = {
  right: ({ right }) => right(),
  'right after a wrong one': async ({ right, refused, wrong }) => {
    await refused(wrong);
    await right();
  },
  replayed: async ({ right, refused }) => {
    await right();
    await refused();
  },
  wrong: ({ refused, wrong }) => refused(wrong),
  expired: async ({ refused, expiresAt }) => {
    await sleep(Math.max(0, expiresAt - Date.now()) + 50);
    await refused();
  },
  superseded: async ({ refused, issueAgain }) => {
    await issueAgain();
    // Word of the newer code comes over the bus.
    await sleep(3_000);
    await refused();
  },
  locked: async ({ refused, wrong }) => {
    for (let attempt = 0; attempt < 5; attempt += 1) await refused(wrong);
    await refused();
  },
  'wrong context': ({ refused }) => refused({ context: { ...CONTEXT, amount: '100.01' } }),
  'other tenant': ({ refused }, { other }) => refused({}, other),
};

/** Issues a code and lets it meet its fate; fails when a right answer is refused or a wrong one accepted. */
export async function play(world: World, fate: Fate): Promise<Played> {
  const subject = `subject-${randomUUID()}`;
  const request: IssueRequest = { subject, purpose: PURPOSE, channel: 'response', context: CONTEXT, code: CODE };
  const challenge = await world.acme.issue(fate === 'expired' ? { ...request, life_seconds: 1 } : request);
  const code = codeOf(challenge);
  const secrets = [subject, code];
  const answer: VerifyRequest = { challenge_id: challenge.challenge_id, code, purpose: PURPOSE, context: CONTEXT };
  const tried: Tried = {
    expiresAt: Date.parse(challenge.expires_at),
    right: async () => {
      const { verified, proof_id, amr, receipt } = await world.acme.verify(answer);
      assert.deepEqual({ verified, proof_id, amr }, { verified: true, proof_id: challenge.proof_id, amr: ['otp'] });
      assert.equal(receipt.split('.').length, 3);
    },
    refused: (change = {}, client = world.acme) =>
      assert.rejects(client.verify({ ...answer, ...change }), NotVerified, `${fate}: must be refused`),
    issueAgain: async () => void secrets.push(codeOf(await world.acme.issue(request))),
    wrong: { code: another(code) },
  };
  await ends[fate](tried, world);
  return { fate, proofId: challenge.proof_id, accepted: accepted.has(fate), secrets };
}

function codeOf(challenge: Challenge): string {
  assert.ok(challenge.code, 'channel response answers with the code');
  return challenge.code;
}

/** A code of the same shape that is not this one. */
function another(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
}
