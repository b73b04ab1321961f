import { originId, parseVkey } from '@otp-notary/merkle';
import type { ChainReader, LogPlace } from '@otp-notary/proof';
import { readAnchors } from './anchors.js';
import { anchorsNotOnChain, judgeAnchors, readContract, type ContractView } from './chain.js';
import { byIndex, type Finding } from './finding.js';
import { Pass, type Step } from './pass.js';
import type { RootClaim } from './roots.js';
import { LogStore, type Database } from './store.js';

/** Leaves of one step: some 6 MB at a time. */
const PAGE_LEAVES = 8_192;

export interface FsckOptions {
  /** The log's verifier key, known from elsewhere than the database. */
  readonly vkey: string;
  /** The last signed state as it was kept outside of the database, read before the database. */
  readonly signedState?: { readonly size: number; readonly root: Uint8Array };
  /** The contract that the log is anchored in; without it nothing of the chain is checked. */
  readonly contract?: { readonly chain: ChainReader; readonly address: LogPlace['contract'] };
  /** Called after each step. */
  readonly onStep?: (step: Pick<Step, 'read' | 'size'>) => void;
}

export interface FsckReport {
  readonly origin: string;
  /** Leaves of the log. */
  readonly size: number;
  /** Leaves that were read before the first finding, or all. */
  readonly read: number;
  /** First bad index first. */
  readonly findings: readonly Finding[];
  /** Anchors in the contract; null when it was not asked. */
  readonly anchors: number | null;
}

/**
 * Re-reads a whole log: leaves, tiles, checkpoints, settlements, challenges, anchors, and what is kept of it outside of
 * the database and in the contract. Ends at the first step that finds something.
 * @param open begins a transaction that sees one snapshot; called after the chain was asked, so that nothing that the
 *   chain holds can be younger than the snapshot
 * @throws ChainUnreachable, NoteInvalid for a vkey that is none
 */
export async function fsck(open: () => Promise<Database>, options: FsckOptions): Promise<FsckReport> {
  const log = parseVkey(options.vkey);
  const origin = log.name;
  const place = options.contract && placeOf(options.contract.address, origin);
  const view = options.contract && place && (await readContract(options.contract.chain, place));
  if (view === null) {
    const what = 'the contract does not know the log';
    return { origin, size: 0, read: 0, findings: [{ kind: 'log-foreign', index: 0, what }], anchors: null };
  }
  const db = await open();
  const store = new LogStore(db);
  const anchors = await checkAnchors(store, origin, options, view, place);
  const claims: RootClaim[] = [...anchors.claims];
  const { signedState } = options;
  if (signedState !== undefined && signedState.size > 0)
    claims.push({ ...signedState, source: 'the signed state file' });

  const pass = new Pass({ origin, log, claims });
  let step: Step;
  do {
    step = await pass.step(db, PAGE_LEAVES, true);
    options.onStep?.(step);
  } while (step.findings.length === 0 && !step.isWhole);

  const findings = [...step.findings, ...anchors.findings];
  if (findings.length === 0 && options.contract !== undefined && place !== undefined) {
    const now = await readContract(options.contract.chain, place);
    findings.push(...(await anchorsNotOnChain(store, now?.count ?? 0, step.size)));
  }
  return { origin, size: step.size, read: step.read, findings: findings.sort(byIndex), anchors: view?.count ?? null };
}

async function checkAnchors(
  store: LogStore,
  origin: string,
  { vkey, contract }: FsckOptions,
  view: ContractView | undefined,
  place: LogPlace | undefined,
): Promise<{ readonly findings: readonly Finding[]; readonly claims: readonly RootClaim[] }> {
  if (contract === undefined || view === undefined || place === undefined) {
    return { findings: (await readAnchors(store, originId(origin), 0)).findings, claims: [] };
  }
  return await judgeAnchors(store, { origin, vkey }, { chain: contract.chain, place, view });
}

function placeOf(contract: LogPlace['contract'], origin: string): LogPlace {
  return { contract, originId: `0x${Buffer.from(originId(origin)).toString('hex')}` };
}
