import { checkFile, rpcChain, type Report } from '@otp-notary/proof';
import { Refused, type OtpNotaryClient } from '@otp-notary/sdk';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.js';
import type { Narrator } from '../system/narrator.js';
import type { System } from '../system/running.js';

/** The proof of the demonstration and what was found in it. */
export interface Demonstration {
  readonly proofId: string;
  /** Where the proof file was put. */
  readonly file: string;
  readonly report: Report;
}

const PURPOSE = 'login';
const SCOPES = ['otp:issue', 'otp:verify', 'audit:read'];
const LOOK_EVERY_MS = 250;
/** The proof stands about half a minute after its code here; a chain of the user's own has slower blocks. */
const LIMIT_MS = { ours: 120_000, own: 900_000 } as const;

/** One code from its issue to its proof, told step by step. @throws CannotStart when the proof does not come or does not hold */
export async function demonstrate(system: System, narrator: Narrator): Promise<Demonstration> {
  try {
    return await prove(system, narrator);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`the demonstration stopped: ${why}; the logs are in ${join(system.dataDir, 'logs')}`, {
      cause,
    });
  }
}

async function prove(system: System, narrator: Narrator): Promise<Demonstration> {
  const client = system.client('demo', SCOPES);
  const challenge = await narrator.step(
    'Issued',
    () => client.issue({ subject: 'alice', purpose: PURPOSE, channel: 'response', context: { order: '4711' } }),
    ({ issued_at, expires_at }) =>
      `a code to client demo, tenant demo; it lives ${(Date.parse(expires_at) - Date.parse(issued_at)) / 1000} s`,
  );
  const answer = {
    challenge_id: challenge.challenge_id,
    code: challenge.code ?? '',
    purpose: PURPOSE,
    context: { order: '4711' },
  };
  await narrator.step(
    'Verified',
    () => client.verify(answer),
    () => 'the code, once; the verifier signed a receipt',
  );
  await narrator.step(
    'Refused',
    () => refused(client, answer),
    () => 'the same code a second time',
  );
  const report = await follow(system, client, challenge.proof_id, narrator);
  const file = join(system.dataDir, 'proofs', `${challenge.proof_id}.json`);
  await writeFile(file, report.bytes);
  return { proofId: challenge.proof_id, file, report: report.report };
}

async function refused(client: OtpNotaryClient, answer: Parameters<OtpNotaryClient['verify']>[0]): Promise<void> {
  try {
    await client.verify(answer);
  } catch (error) {
    if (error instanceof Refused && error.code === 'OTP_NOT_VERIFIED') return;
    throw error;
  }
  throw new CannotStart('a code was accepted twice: stop, and report this with the logs');
}

interface Stage {
  readonly name: string;
  readonly words: string;
  /** Points of the report that must be proven (docs/proof-format.md). */
  readonly points: readonly string[];
}

/** What the proof file shows, one thing after the other. */
const stages: readonly Stage[] = [
  {
    name: 'Logged',
    words: 'issue and use, in a tree that the log signed',
    points: ['log.trees', 'issued.leaf', 'used.leaf'],
  },
  { name: 'Anchored', words: 'that tree, in the contract', points: ['anchor.path', 'chain.issued', 'chain.used'] },
  {
    name: 'Settled',
    words: 'the batch, once its codes were dead: this one was used once',
    points: ['chain.settled', 'chain.mature'],
  },
];

/** Fetches the proof and checks it against the chain, again and again, until all of it is proven. */
async function follow(
  system: System,
  client: OtpNotaryClient,
  proofId: string,
  narrator: Narrator,
): Promise<{ readonly bytes: Uint8Array; readonly report: Report }> {
  const chain = rpcChain(system.rpcUrl);
  const deadline = performance.now() + LIMIT_MS[system.record.chain.own ? 'own' : 'ours'];
  let latest: { readonly bytes: Uint8Array; readonly report: Report } | undefined;
  const look = async (reached: (report: Report) => boolean) => {
    for (;;) {
      const bytes = await proofOf(client, proofId);
      if (bytes !== undefined) {
        latest = {
          bytes,
          report: await checkFile(bytes, { chain, trust: { contract: system.record.chain.contract } }),
        };
        const failed = latest.report.points.find(({ verdict }) => verdict === 'failed');
        if (failed !== undefined) throw new CannotStart(`the proof does not hold: ${failed.claim} (${failed.detail})`);
        if (reached(latest.report)) return latest;
      }
      if (performance.now() > deadline)
        throw new CannotStart(`the proof is not complete in time: ${missing(latest?.report)}`);
      await sleep(LOOK_EVERY_MS);
    }
  };
  for (const { name, words, points } of stages) {
    await narrator.step(
      name,
      () => look((report) => points.every((id) => isProven(report, id))),
      () => words,
    );
  }
  return narrator.step(
    'Proven',
    () => look(({ outcome }) => outcome === 'proven'),
    ({ report }) => `${report.points.length} points of the proof file, checked with nothing but the chain`,
  );
}

/** The issue may not be in the log yet. */
async function proofOf(client: OtpNotaryClient, proofId: string): Promise<Uint8Array | undefined> {
  try {
    return await client.proof(proofId);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

function isProven({ points }: Report, id: string): boolean {
  return points.some((point) => point.id === id && point.verdict === 'proven');
}

function missing(report: Report | undefined): string {
  const open = report?.points.find(({ verdict }) => verdict !== 'proven');
  return open === undefined ? 'the code is not in the log' : `${open.claim} is ${open.verdict} (${open.detail})`;
}
