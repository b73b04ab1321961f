import { encodeBundle, parseBundle, type Bundle } from './bundle.js';
import { chainChecks, type Trust } from './check/chain-checks.js';
import type { ChainReader } from './check/chain.js';
import { judgeAll, unchecked } from './check/checks.js';
import { gatherFacts } from './check/gather.js';
import { limitsOf } from './check/limits.js';
import { logChecks } from './check/log-checks.js';
import { promisesOf } from './check/promises.js';
import { Reading } from './check/reading.js';
import { settlementChecks } from './check/settlement-checks.js';
import { BundleInvalid } from './errors.js';
import { outcomeOf, type Point, type Report } from './report.js';

export interface CheckOptions {
  /** Without a chain the points that need one are `not checked`. */
  readonly chain?: ChainReader;
  readonly trust?: Trust;
}

const FORM = {
  id: 'file.form',
  claim: 'The file is a proof in its one spelling',
  by: 'RFC 8785 and the format of docs/proof-format.md',
} as const;

/**
 * Checks a proof file. Everything in it is a claim until it is checked; what needs no chain comes first, and a file that
 * fails there is not worth a question to the chain.
 * @throws ChainUnreachable, which says nothing about the proof
 */
export async function checkFile(file: Uint8Array, options: CheckOptions = {}): Promise<Report> {
  try {
    return await checkBundle(parseBundle(file), options);
  } catch (error) {
    if (error instanceof BundleInvalid) return refusedForm(error);
    throw error;
  }
}

/** Checks a proof bundle that is already read. @throws BundleInvalid when it is none; ChainUnreachable */
export async function checkBundle(bundle: Bundle, { chain, trust = {} }: CheckOptions = {}): Promise<Report> {
  const bytes = Buffer.byteLength(encodeBundle(bundle));
  const reading = new Reading(bundle);
  const form: Point = { ...FORM, verdict: 'proven', detail: `${bundle.format}, ${bytes} bytes` };
  const ofFile = [form, ...judgeAll(logChecks, reading)];
  ofFile.push(...(isSound(ofFile) ? judgeAll(settlementChecks, reading) : skip(settlementChecks)));
  const points = [...ofFile, ...(await askChain(reading, ofFile, chain, trust))];
  return {
    outcome: outcomeOf(points),
    promises: promisesOf(reading, points),
    points,
    limits: limitsOf(reading, trust),
  };
}

async function askChain(
  reading: Reading,
  ofFile: readonly Point[],
  chain: ChainReader | undefined,
  trust: Trust,
): Promise<Point[]> {
  if (!isSound(ofFile)) return skip(chainChecks);
  if (chain === undefined) return chainChecks.map((check) => unchecked(check, 'no chain was asked'));
  return judgeAll(chainChecks, { reading, facts: await gatherFacts(chain, reading), trust });
}

function isSound(points: readonly Point[]): boolean {
  return points.every(({ verdict }) => verdict !== 'failed');
}

function skip(checks: readonly Pick<Point, 'id' | 'claim' | 'by'>[]): Point[] {
  return checks.map((check) => unchecked(check, 'an earlier point failed'));
}

function refusedForm(error: BundleInvalid): Report {
  const point: Point = { ...FORM, verdict: 'failed', detail: error.detail ?? error.message };
  const rest = [...logChecks, ...settlementChecks, ...chainChecks];
  return { outcome: 'failed', promises: [], points: [point, ...skip(rest)], limits: [] };
}
