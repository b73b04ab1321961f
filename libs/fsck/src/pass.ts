import { CompactRange, leafHash, originId, type CompleteNode, type NoteVerifier } from '@otp-notary/merkle';
import { EntryInvalid } from '@otp-notary/proof';
import { BatchBook } from './book.js';
import { readEntry, type PlacedLeaf } from './entries.js';
import { belowOf, byIndex, type Finding } from './finding.js';
import { RootCheck, storedClaims, type RootClaim } from './roots.js';
import { checkPlaces, checkSummary, SettlementCheck } from './settlements.js';
import { LogStore, type Database, type LeafRow } from './store.js';
import { checkTiles } from './tiles.js';

/** What one step found. */
export interface Step {
  /** First bad index first. Empty when all that was read is as it must be. */
  readonly findings: readonly Finding[];
  /** Leaves read so far. */
  readonly read: number;
  /** Leaves of the log, as of this step. */
  readonly size: number;
  /** Everything was read and held together: a new pass starts over. */
  readonly isWhole: boolean;
}

export interface PassOptions {
  readonly origin: string;
  /** The key that signs checkpoints. */
  readonly log: NoteVerifier;
  /** What is known from outside of the database, in any order. */
  readonly claims?: readonly RootClaim[];
}

/** What reading one page of leaves gave. */
interface Page {
  readonly findings: Finding[];
  readonly completed: CompleteNode[];
  readonly issued: PlacedLeaf[];
  readonly rootAt: Map<number, Uint8Array>;
}

/**
 * One reading of a whole log, from its first leaf to its last, in steps of as many leaves as one wants. Every step must
 * see one snapshot of the database; the log may grow between steps. Keeps the right edge of the tree and the positions
 * of batches that are not settled.
 */
export class Pass {
  readonly #range = CompactRange.empty();
  readonly #book = new BatchBook();
  readonly #roots = new RootCheck();
  readonly #settlements: SettlementCheck;
  readonly #claims: readonly RootClaim[];
  #ahead: { readonly from: number; readonly limit: number; readonly rows: Promise<readonly LeafRow[]> } | undefined;

  constructor(private readonly options: PassOptions) {
    this.#settlements = new SettlementCheck(originId(options.origin), this.#book);
    this.#claims = (options.claims ?? []).toSorted((a, b) => a.size - b.size);
  }

  /** Leaves read so far. */
  get read(): number {
    return this.#range.size;
  }

  /** Root of what was read so far. */
  get root(): Uint8Array {
    return this.#range.root;
  }

  /**
   * Reads up to `limit` leaves more, and all that belongs to them.
   * @param isOneSnapshot the next step will see the same snapshot: its leaves are asked for while these are checked
   */
  async step(db: Database, limit: number, isOneSnapshot = false): Promise<Step> {
    const store = new LogStore(db);
    const log = await store.log();
    const from = this.read;
    if (log?.origin !== this.options.origin) return foreignLog(this.options.origin, from);
    const { size } = log;
    const upTo = Math.min(size, from + limit);
    const rows = await this.#leaves(store, from, limit);
    if (isOneSnapshot && upTo < size) {
      const next = { from: upTo, limit, rows: store.leaves(upTo, limit) };
      // Awaited by the next step, if there is one.
      next.rows.catch(() => undefined);
      this.#ahead = next;
    }
    const known = await storedClaims(store, this.options.log, from, upTo);
    const claims = [...known.claims, ...this.#claims.filter((claim) => claim.size > from && claim.size <= upTo)].sort(
      (a, b) => a.size - b.size,
    );
    const page = this.#readPage(rows, { from, upTo }, new Set(claims.map((claim) => claim.size)));
    const exact = withoutEchoes([...page.findings, ...(await checkTiles(store, size, page.completed))]);
    const first = Math.min(...exact.map((finding) => belowOf(finding)));
    const forks = this.#roots.check(claims, page.rootAt);
    // What lies behind a bad leaf cannot have the right root.
    const findings = [...decided(exact, claims, forks), ...forks.filter((fork) => belowOf(fork) < first)];
    findings.push(...known.findings, ...(await this.#checkChallenges(store, page.issued)));
    const isWhole = this.read === size;
    if (findings.length === 0) findings.push(...(await this.#settlements.check(store, this.read, isWhole)));
    if (findings.length === 0 && isWhole) findings.push(...(await this.#checkEnd(store, size)));
    return { findings: findings.sort(byIndex), read: this.read, size, isWhole };
  }

  #leaves(store: LogStore, from: number, limit: number): Promise<readonly LeafRow[]> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead?.from === from && ahead.limit === limit ? ahead.rows : store.leaves(from, limit);
  }

  #readPage(
    rows: readonly LeafRow[],
    { from, upTo }: { readonly from: number; readonly upTo: number },
    sizes: ReadonlySet<number>,
  ): Page {
    const page: Page = { findings: [], completed: [], issued: [], rootAt: new Map() };
    for (const row of rows) {
      const [text, kind, , , entry] = row;
      const index = Number(text);
      const expected = this.read;
      if (index >= upTo) break;
      if (index !== expected) {
        page.findings.push({ kind: 'leaf-missing', index: expected, what: `there is no leaf ${expected}` });
        return page;
      }
      const hash = leafHash(entry);
      page.completed.push(...this.#range.append(hash));
      if (sizes.has(index + 1)) page.rootAt.set(index + 1, this.#range.root);
      if (!row[5].equals(hash)) {
        page.findings.push({ kind: 'leaf-changed', index, what: `the entry of leaf ${index} is not the one that was hashed` }); // prettier-ignore
        continue;
      }
      this.#readLeaf(page, index, kind, row);
    }
    if (this.read < upTo) {
      page.findings.push({ kind: 'leaf-missing', index: this.read, what: `there is no leaf ${this.read}` });
    } else if (this.read < from + rows.length) {
      page.findings.push({ kind: 'leaf-surplus', index: upTo, what: `there is a leaf behind the ${upTo} of the log` });
    }
    return page;
  }

  #readLeaf(page: Page, index: number, kind: LeafRow[1], [, , batch, position, entry]: LeafRow): void {
    try {
      const leaf = readEntry(kind, entry);
      const isNamed = leaf.kind === kind && String(leaf.batch) === batch;
      const stated = 'position' in leaf ? String(leaf.position) : null;
      if (!isNamed || stated !== position) {
        page.findings.push({ kind: 'leaf-columns', index, what: `the columns of leaf ${index} are not those of its entry` }); // prettier-ignore
      }
      const finding = this.#book.take(index, leaf);
      if (finding !== null) page.findings.push(finding);
      else if (leaf.kind === 'issued') page.issued.push(leaf);
    } catch (error) {
      if (!(error instanceof EntryInvalid)) throw error;
      page.findings.push({ kind: 'leaf-malformed', index, what: `leaf ${index} is not an entry of this format` });
    }
  }

  async #checkChallenges(store: LogStore, issued: readonly PlacedLeaf[]): Promise<readonly Finding[]> {
    if (issued.length === 0) return [];
    const copies = await store.challengeCopies(issued);
    const bad = issued.find(({ batch, position }) => copies.get(`${batch}/${position}`) !== 1);
    if (bad === undefined) return [];
    const { batch, position } = bad;
    const count = copies.get(`${batch}/${position}`) ?? 0;
    const index = await store.issueOf(batch, position);
    const where = `batch ${batch}, position ${position}`;
    return [
      count === 0
        ? { kind: 'challenge-missing', index, batch, position, what: `no row names the challenge of ${where}` }
        : { kind: 'challenge-duplicated', index, batch, position, what: `the challenge of ${where} stands at ${count} positions` }, // prettier-ignore
    ];
  }

  /** What can only be told when everything was read. */
  async #checkEnd(store: LogStore, size: number): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    const leaf = await store.leafBeyond(size);
    if (leaf !== null) findings.push({ kind: 'leaf-surplus', index: Math.min(leaf, size), what: `there is a leaf ${leaf}, the log has ${size}` }); // prettier-ignore
    const tile = await store.surplusTile(size);
    if (tile !== null) findings.push({ kind: 'tile-surplus', index: size, what: `there is a tile ${tile.level}/${tile.index}, the log of ${size} leaves has none` }); // prettier-ignore
    const signed = await store.checkpointBeyond(size);
    if (signed !== null) findings.push({ kind: 'shrunk', index: size, what: `a tree of ${signed} leaves was signed, the log has ${size}` }); // prettier-ignore
    const anchor = await store.anchorBeyond(size);
    if (anchor !== null) findings.push({ kind: 'shrunk', index: size, what: `anchor ${anchor.index} is of ${anchor.size} leaves, the log has ${size}` }); // prettier-ignore
    for (const claim of this.#claims.filter((one) => one.size > size)) {
      findings.push({ kind: 'shrunk', index: size, what: `${claim.source} names a tree of ${claim.size} leaves, the log has ${size}` }); // prettier-ignore
    }
    return [...findings, ...(await this.#checkUnsettled(store))];
  }

  async #checkUnsettled(store: LogStore): Promise<readonly Finding[]> {
    const open = [...this.#book.unsettled()];
    const numbers = open.map(({ batch }) => batch);
    const rows = new Map((await store.batches(numbers)).map((row) => [row.batch, row]));
    const places = await store.challengePlaces(numbers);
    const findings = open.flatMap((batch) =>
      checkSummary(rows.get(batch.batch), batch, false).concat(checkPlaces(places.get(batch.batch) ?? 0, batch)),
    );
    const settled = this.#settlements.settled;
    const beyond = await store.batchBeyond(settled, numbers);
    if (beyond !== null) findings.push({ kind: 'batch-wrong', index: this.read, batch: beyond, what: `there is a row of batch ${beyond}, which has no leaf` }); // prettier-ignore
    const challenge = await store.challengeBeyond(settled, numbers);
    if (challenge !== null) findings.push({ kind: 'challenge-surplus', index: this.read, batch: challenge, what: `there are challenges of batch ${challenge}, which has no leaf` }); // prettier-ignore
    return findings;
  }
}

function foreignLog(origin: string, read: number): Step {
  const what = `the database does not hold the log ${origin}`;
  return { findings: [{ kind: 'log-foreign', index: 0, what }], read, size: 0, isWhole: false };
}

/** One bad leaf makes its tile, and all tiles above it, look bad: only the closest of what is told of a leaf counts. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const ofLeaves = findings.filter(({ kind }) => kind === 'leaf-changed' || kind === 'leaf-or-tile-changed');
  return findings.filter((finding) => {
    if (finding.kind !== 'leaf-or-tile-changed') return true;
    const isCloser = (other: Finding): boolean => {
      const isInside = other.index >= finding.index && belowOf(other) <= belowOf(finding);
      return (
        isInside && (other.kind === 'leaf-changed' || belowOf(other) - other.index < belowOf(finding) - finding.index)
      );
    };
    return !ofLeaves.some((other) => isCloser(other));
  });
}

/**
 * Leaves and a tile over them differ: the signed trees say which is right. When one that holds all those leaves has the
 * root that was signed, the leaves are; when it has not, a leaf is another.
 */
function decided(exact: readonly Finding[], claims: readonly RootClaim[], forks: readonly Finding[]): Finding[] {
  return exact.map((finding): Finding => {
    if (finding.kind !== 'leaf-or-tile-changed') return finding;
    const fork = forks.find(({ below = 0 }) => below > finding.index);
    if (fork !== undefined) {
      const index = Math.max(finding.index, fork.index);
      const below = Math.min(belowOf(finding), belowOf(fork));
      const which = below === index + 1 ? `leaf ${index} is` : `a leaf of ${index} to ${below - 1} is`;
      return { kind: 'leaf-replaced', index, ...(below === index + 1 ? {} : { below }), what: `${which} not the one that was signed` }; // prettier-ignore
    }
    return claims.some(({ size }) => size >= belowOf(finding)) ? { ...finding, kind: 'tile-changed' } : finding;
  });
}
