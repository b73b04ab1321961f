import { checkReceipt, ReceiptInvalid, receiptKid, type Receipt } from '@otp-notary/challenge';
import { checkBundle, checkReceiptAgainst, parseBundle, rpcChain, type Point } from '@otp-notary/proof';
import type { ReceiptKeys } from '@otp-notary/sdk';
import { existsSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { exits, UsageError, type Exit } from '../errors.js';
import { readInput, readJsonIfThere } from '../input.js';
import { exitOf, showPoints } from '../report-text.js';
import type { Settings } from '../settings.js';
import type { Run } from './command.js';
import { trustOf } from './proof-check.js';

export interface ReceiptCheckOptions {
  /** The receipt itself, or a file that holds it. */
  readonly receipt: string;
  readonly keys?: string;
  readonly proof?: string;
  readonly json?: boolean;
}

const jwks = z.object({
  keys: z.array(
    z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), kid: z.string() }),
  ),
});
const SIGNATURE = { id: 'receipt.signature', claim: 'The verifier signed the receipt', by: 'ES256 signature' } as const;

/** Checks a receipt's signature, and with `--proof` whether the log kept what it promises. */
export const receiptCheck: Run<ReceiptCheckOptions> = async ({ settings, terminal }, options) => {
  const jws = (await textOf(options.receipt)).trim();
  const keys = await keysFor(settings, options.keys);
  const { point, receipt } = judgeSignature(jws, keys);
  const points: Point[] = [point];
  let exit: Exit = receipt === null ? exits.refused : exits.ok;
  if (receipt !== null && options.proof !== undefined) {
    const against = await holdAgainst(settings, receipt, options.proof);
    points.push(...against.points);
    exit = against.exit;
  }
  if (options.json) terminal.json({ receipt, points });
  else {
    if (receipt !== null) terminal.fields(Object.entries(receipt).map(([name, value]) => [name, String(value)]));
    showPoints(terminal, points);
  }
  return exit;
};

async function textOf(receipt: string): Promise<string> {
  if (receipt !== '-' && !existsSync(receipt)) return receipt;
  return Buffer.from(await readInput(receipt)).toString('utf8');
}

/** From a file, or from the verifier. */
async function keysFor(settings: Settings, file: string | undefined): Promise<ReceiptKeys> {
  if (file === undefined) {
    settings.need('verifier_url');
    return settings.client('otp:verify').receiptKeys();
  }
  const parsed = jwks.safeParse(readJsonIfThere(file));
  if (!parsed.success) throw new UsageError(`${file} is no JWKS of P-256 keys`);
  return parsed.data;
}

function judgeSignature(jws: string, { keys }: ReceiptKeys): { point: Point; receipt: Receipt | null } {
  try {
    const kid = receiptKid(jws);
    const key = keys.find((candidate) => candidate.kid === kid);
    if (key === undefined) {
      return { point: { ...SIGNATURE, verdict: 'failed', detail: `no key ${kid}` }, receipt: null };
    }
    const receipt = checkReceipt(createPublicKey({ key: { ...key }, format: 'jwk' }), jws);
    return { point: { ...SIGNATURE, verdict: 'proven', detail: `key ${kid}` }, receipt };
  } catch (error) {
    if (!(error instanceof ReceiptInvalid)) throw error;
    return { point: { ...SIGNATURE, verdict: 'failed', detail: error.message }, receipt: null };
  }
}

/** The proof is checked first: a receipt held against a false proof says nothing about the log. */
async function holdAgainst(
  settings: Settings,
  receipt: Receipt,
  path: string,
): Promise<{ points: readonly Point[]; exit: Exit }> {
  const bundle = parseBundle(await readInput(path));
  const chain = rpcChain(settings.need('rpc_url'));
  const { points } = await checkBundle(bundle, { chain, trust: trustOf(settings) });
  const failed = points.filter(({ verdict }) => verdict === 'failed');
  if (failed.length > 0) return { points: failed, exit: exits.refused };
  const against = checkReceiptAgainst(receipt, bundle, Date.now());
  return { points: against.points, exit: exitOf[against.outcome] };
}
