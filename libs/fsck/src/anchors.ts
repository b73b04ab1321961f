import { anchorLeaf, anchorNode, type Hash } from '@otp-notary/merkle';
import { settlementsHash } from '@otp-notary/proof';
import type { Finding } from './finding.js';
import type { AnchorRow, LogStore } from './store.js';

const PAGE = 500;
const NOTHING_SETTLED = `0x${'0'.repeat(64)}`;

const bytes = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');

interface Node {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/** What the stored anchors come to. */
export interface StoredAnchors {
  readonly findings: readonly Finding[];
  /** Anchors without a gap, from the first on. */
  readonly count: number;
  /** Peaks of the first `at` of them; null when there are fewer. */
  readonly peaks: readonly Hash[] | null;
}

/**
 * Reads the anchors that the relay told of: numbers without a gap, settlements in order and as this log settled them,
 * and the anchor tree over them. Their roots are held against the leaves by the pass.
 * @param at how many anchors the contract has: the peaks of so many are given
 */
export async function readAnchors(store: LogStore, originId: Hash, at: number): Promise<StoredAnchors> {
  const reading = new AnchorReading(originId, at);
  for (;;) {
    const rows = await store.anchors(reading.count, PAGE);
    const known = upToGap(rows, reading.count);
    const findings = [...(await reading.take(store, known))];
    const isEnd = known.length < PAGE;
    if (findings.length === 0 && isEnd) findings.push(...(await reading.checkEnd(store)));
    if (findings.length > 0 || isEnd) return { findings, count: reading.count, peaks: reading.peaks };
  }
}

/** Anchors behind one that nobody told of yet belong to no tree so far. */
function upToGap(rows: readonly AnchorRow[], from: number): readonly AnchorRow[] {
  const gap = rows.findIndex(({ index }, i) => index !== from + i);
  return gap === -1 ? rows : rows.slice(0, gap);
}

class AnchorReading {
  count = 0;
  peaks: readonly Hash[] | null = null;
  readonly #stack: Node[] = [];
  #size = 0;
  #nextBatch = 1;

  constructor(
    private readonly originId: Hash,
    private readonly at: number,
  ) {
    if (at === 0) this.peaks = [];
  }

  async take(store: LogStore, rows: readonly AnchorRow[]): Promise<readonly Finding[]> {
    const nodes: Node[] = [];
    for (const row of rows) {
      const index = this.#size;
      const wrong =
        row.size < this.#size ? 'it is smaller than the one before' : await this.#wrongSettlements(store, row);
      if (wrong !== null) return [{ kind: 'anchor-foreign', index, what: `anchor ${row.index}: ${wrong}` }];
      nodes.push(...this.#push(row));
    }
    return this.#checkNodes(store, nodes);
  }

  /** The tree over the anchors ends with them: where it goes on, an anchor was deleted. */
  async checkEnd(store: LogStore): Promise<readonly Finding[]> {
    const next = await store.anchorNodes([{ level: 0, index: this.count }]);
    if (next.size === 0) return [];
    const what = `anchor ${this.count} is not stored, though the tree over the anchors has it`;
    return [{ kind: 'anchor-missing', index: this.#size, what }];
  }

  /** Adds an anchor to the tree. Returns the nodes that it completes. */
  #push(row: AnchorRow): Node[] {
    const { index, size, time } = row;
    const record = { index, size, root: bytes(row.root), settlementsHash: bytes(row.settlementsHash), time };
    let node: Node = { level: 0, index, hash: anchorLeaf(this.originId, record) };
    const completed = [node];
    for (let left = this.#stack.at(-1); left?.level === node.level; left = this.#stack.at(-1)) {
      this.#stack.pop();
      node = { level: node.level + 1, index: left.index / 2, hash: anchorNode(left.hash, node.hash) };
      completed.push(node);
    }
    this.#stack.push(node);
    this.count += 1;
    this.#size = size;
    if (this.count === this.at) this.peaks = this.#stack.map(({ hash }) => hash);
    return completed;
  }

  async #wrongSettlements(store: LogStore, row: AnchorRow): Promise<string | null> {
    const { firstBatch, settlements } = row;
    if (settlements.length === 0) return row.settlementsHash === NOTHING_SETTLED ? null : 'it settled something';
    if (settlementsHash({ firstBatch, settlements: [...settlements] as never }) !== row.settlementsHash) {
      return 'its settlements are not those of their hash';
    }
    if (firstBatch !== this.#nextBatch) return `it settled from batch ${firstBatch} on, ${this.#nextBatch} was next`;
    const own = await store.settlements(firstBatch, settlements.length);
    const differs = settlements.findIndex(({ count, issuedBelow, root }, i) => {
      const settled = own[i];
      const isOwn = settled?.batch === firstBatch + i && settled.count === count && settled.issuedBelow === issuedBelow;
      return !isOwn || !settled.root.equals(bytes(root));
    });
    this.#nextBatch += settlements.length;
    return differs === -1 ? null : `it settled batch ${firstBatch + differs} otherwise than this log`;
  }

  async #checkNodes(store: LogStore, nodes: readonly Node[]): Promise<readonly Finding[]> {
    const stored = await store.anchorNodes(nodes);
    const bad = nodes.find(({ level, index, hash }) => stored.get(`${level}/${index}`)?.equals(hash) !== true);
    if (bad === undefined) return [];
    const what = `node ${bad.level}/${bad.index} of the stored anchor tree is not that of its anchors`;
    return [{ kind: 'anchor-foreign', index: 0, below: this.#size, what }];
  }
}
