import { checkFile, rpcChain, type Report } from '@otp-notary/proof';
import { Refused, type OtpNotaryClient } from '@otp-notary/sdk';
import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '@otp-notary/dev';

/** A proof file and what was found in it. */
export interface Proof {
  readonly file: Uint8Array;
  readonly report: Report;
}

const LOOK_EVERY_MS = 500;

/** Fetches a proof until all of it is proven by the chain. Fails when that takes too long, or when it is false. */
export async function completeProof(
  system: System,
  client: OtpNotaryClient,
  proofId: string,
  limitMs: number,
): Promise<Proof> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const file = await proofOf(client, proofId);
    const report = file && (await check(system, file));
    if (file && report?.outcome === 'proven') return { file, report };
    if (report?.outcome === 'failed' || Date.now() > deadline) {
      throw new Error(`the proof of ${proofId} is not complete: ${open(report)}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/** Checks a proof file against the contract that is trusted, over RPC. */
export function check(system: System, file: Uint8Array): Promise<Report> {
  return checkFile(file, { chain: rpcChain(system.rpcUrl), trust: { contract: system.record.chain.contract } });
}

async function proofOf(client: OtpNotaryClient, proofId: string): Promise<Uint8Array | undefined> {
  try {
    return await client.proof(proofId);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

function open(report: Report | undefined): string {
  const points = report?.points.filter(({ verdict }) => verdict !== 'proven') ?? [];
  return points.length === 0 ? 'not in the log' : points.map((p) => `${p.id} ${p.verdict} (${p.detail})`).join('; ');
}
