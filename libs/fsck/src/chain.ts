import { sha256 } from '@otp-notary/crypto';
import { anchorLeaf, originId, pushAnchors, type AnchorRecord, type Hash } from '@otp-notary/merkle';
import type { ChainReader, LogPlace } from '@otp-notary/proof';
import { readAnchors } from './anchors.js';
import type { Finding } from './finding.js';
import type { RootClaim } from './roots.js';
import type { LogStore } from './store.js';

/** An anchor younger than this may not have been told to the log yet, seconds. */
const TELLING_SECONDS = 900;

/** What the contract holds of a log. */
export interface ContractView {
  readonly count: number;
  readonly peaks: readonly Hash[];
  readonly size: number;
  readonly root: Hash;
  readonly keyHash: string;
  readonly nextBatch: number;
  /** Block time, Unix seconds. */
  readonly time: number;
}

/** Reads the contract at its newest block; null when it does not know the log. @throws ChainUnreachable */
export async function readContract(chain: ChainReader, place: LogPlace): Promise<ContractView | null> {
  const at = await chain.latestBlock();
  const [log, range] = await Promise.all([chain.log(place, at), chain.range(place, at)]);
  if (log === null || range === null) return null;
  const { size, root, keyHash, nextBatch } = log;
  return { ...range, size, root: Buffer.from(root.slice(2), 'hex'), keyHash, nextBatch, time: at.time };
}

/** What came of holding the stored anchors against the contract. */
export interface AnchorsJudged {
  readonly findings: readonly Finding[];
  /** What the contract says of the tree: its head, and its single anchors where they could be told. */
  readonly claims: readonly RootClaim[];
}

/**
 * Holds the stored anchors against the contract. When they hash to its peaks it vouches for each of them; when they do
 * not, its events say which one is false, if the node keeps them.
 * @throws ChainUnreachable
 */
export async function judgeAnchors(
  store: LogStore,
  log: { readonly origin: string; readonly vkey: string },
  contract: { readonly chain: ChainReader; readonly place: LogPlace; readonly view: ContractView },
): Promise<AnchorsJudged> {
  const { view } = contract;
  const id = originId(log.origin);
  const stored = await readAnchors(store, id, view.count);
  const findings: Finding[] = [...stored.findings];
  if (view.keyHash !== `0x${sha256(log.vkey).toString('hex')}`) {
    findings.push({ kind: 'key-foreign', index: 0, what: 'the contract pins another key than the one given' });
  }
  const head: RootClaim[] = view.size === 0 ? [] : [{ size: view.size, root: view.root, source: 'the contract' }];
  if (stored.peaks !== null && areEqual(stored.peaks, view.peaks)) return { findings, claims: head };
  const records = await recordsOf(contract, id);
  if (records === null) {
    // Without events only this much is sure: those that are stored are not those of the contract.
    if (stored.peaks !== null) {
      findings.push({ kind: 'anchor-foreign', index: 0, below: view.size, what: 'the stored anchors are not those of the contract' }); // prettier-ignore
    }
    return { findings, claims: head };
  }
  const claims = records.map(({ size, root }): RootClaim => ({ size, root, source: 'the contract' }));
  findings.push(...(await compare(store, records, view)));
  return { findings, claims };
}

/** Anchors that the log believes to stand and the contract, asked after the log was read, does not know. */
export async function anchorsNotOnChain(store: LogStore, count: number, size: number): Promise<readonly Finding[]> {
  const [row] = await store.anchors(count, 1);
  if (row === undefined) return [];
  const what = `anchor ${row.index} of ${row.size} leaves does not stand in the contract, which has ${count}`;
  return [{ kind: 'anchor-foreign', index: size, what }];
}

async function recordsOf(
  { chain, place, view }: { readonly chain: ChainReader; readonly place: LogPlace; readonly view: ContractView },
  id: Hash,
): Promise<readonly AnchorRecord[] | null> {
  const at = await chain.latestBlock();
  const all = await chain.anchorsAfter(place, { count: 0, notBefore: 0 }, at);
  const records = all?.slice(0, view.count);
  if (records?.length !== view.count) return null;
  const peaks = pushAnchors(0, [], records.map((record) => anchorLeaf(id, record))); // prettier-ignore
  return areEqual(peaks, view.peaks) ? records : null;
}

async function compare(
  store: LogStore,
  records: readonly AnchorRecord[],
  { time }: ContractView,
): Promise<readonly Finding[]> {
  const rows = await store.anchors(0, records.length);
  const stored = new Map(rows.map((row) => [row.index, row]));
  let index = 0;
  for (const record of records) {
    const row = stored.get(record.index);
    const name = `anchor ${record.index} of ${record.size} leaves`;
    if (row === undefined) {
      if (time - record.time < TELLING_SECONDS) return [];
      return [
        { kind: 'anchor-missing', index, below: record.size, what: `${name} stands in the contract and is not stored` },
      ];
    }
    const isTheirs =
      row.size === record.size &&
      row.time === record.time &&
      row.root === hex(record.root) &&
      row.settlementsHash === hex(record.settlementsHash);
    if (!isTheirs) return [{ kind: 'anchor-foreign', index, what: `${name} is stored otherwise than the contract has it`, below: record.size }]; // prettier-ignore
    index = record.size;
  }
  return [];
}

const hex = (bytes: Uint8Array): string => `0x${Buffer.from(bytes).toString('hex')}`;

function areEqual(a: readonly Hash[], b: readonly Hash[]): boolean {
  return a.length === b.length && a.every((hash, i) => Buffer.from(hash).equals(b[i] ?? Buffer.alloc(0)));
}
