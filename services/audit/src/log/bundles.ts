import { fromB64u } from '@otp-notary/crypto';
import type { KeyProvider } from '@otp-notary/keys';
import { proveInclusion, toB64, type NodeReader } from '@otp-notary/merkle';
import { checkedShape, openingsOf, type Bundle, type CommittingKind, type ProvenLeaf } from '@otp-notary/proof';
import { anchorPathOf, anchorPeaks, countAnchors } from '../adapters/anchor-nodes.js';
import { anchorSettling, firstCovering, type WitnessedAnchor } from '../adapters/anchors.js';
import type { SignedCheckpoint } from '../adapters/checkpoints.js';
import { leavesOfCode, placeOfChallenge, type Leaf } from '../adapters/leaves.js';
import { nodesAt } from '../adapters/tiles.js';
import type { Tx } from '../adapters/tx.js';
import { chosen, type DisclosableField } from '../domain/disclosure.js';
import type { Place } from '../domain/positions.js';
import { arrange } from '../domain/witnesses.js';
import type { ContractPlace } from './anchor-book.js';
import { FateTrees } from './fate-trees.js';
import { openOpenings } from './openings.js';
import { NotInLog, type LogReader } from './reader.js';

/** Which proof is asked for, by whom, and what it may disclose. */
export interface BundleQuery {
  readonly challenge: string;
  /** Tenant of the caller: a challenge of another one does not exist for it. */
  readonly tenant: string;
  readonly disclose: readonly DisclosableField[];
}

type HexHash = `0x${string}`;
const hex = (hash: Uint8Array): HexHash => `0x${Buffer.from(hash).toString('hex')}`;

/** Makes proof bundles (docs/formats.md): what proves one code's issue, use and fate. */
export class Bundles {
  readonly #fates: FateTrees;

  constructor(
    private readonly origin: string,
    private readonly contract: ContractPlace,
    private readonly keys: KeyProvider,
    private readonly reader: LogReader,
  ) {
    this.#fates = new FateTrees(origin);
  }

  /**
   * @param tx a transaction that sees one state of the database throughout.
   * @throws NotInLog until the issue (and the use, when one is logged) stands in a signed tree, and for other tenants
   */
  async make(tx: Tx, query: BundleQuery): Promise<Bundle> {
    const place = await placeOfChallenge(tx, query.challenge, query.tenant);
    if (place === null) throw new NotInLog('no such challenge');
    const signed = await this.reader.checkpoint(tx);
    const { issued, used } = await leavesOfCode(tx, place);
    if (issued === null || issued.index >= signed.size || (used !== null && used.index >= signed.size)) {
      throw new NotInLog('not signed yet', { retryAfterSeconds: 1 });
    }
    const count = await countAnchors(tx);
    const witnesses = arrange(
      await firstCovering(tx, issued.index, count),
      used === null ? undefined : await firstCovering(tx, used.index, count),
      await anchorSettling(tx, place.batch, count),
    );
    const trees: readonly Tree[] = [
      ...witnesses.anchored.map((anchor) => ({ size: anchor.size, note: anchor.note, anchor })),
      ...(witnesses.needsSigned ? [{ size: signed.size, note: signed.note, anchor: null }] : []),
    ];
    const nodes = nodesAt(tx, signed.size);
    const settling = witnesses.settlement === null ? undefined : witnesses.anchored[witnesses.settlement];
    return checkedShape({
      format: 'otp-notary/proof@v1',
      origin: this.origin,
      vkey: this.reader.vkey(),
      chain: this.contract,
      anchors:
        witnesses.anchored.length === 0
          ? null
          : { count, peaks: (await anchorPeaks(tx, count)).map((hash) => hex(hash)) },
      witnesses: await sequentially(trees, (tree) => this.#witness(tx, tree, count)),
      issued: await this.#leaf(nodes, issued, 'issued', witnesses.issued, trees, query.disclose),
      used:
        used === null || witnesses.used === null
          ? null
          : await this.#leaf(nodes, used, 'verified', witnesses.used, trees, query.disclose),
      settlement: settling ? await this.#settlement(tx, settling, witnesses.settlement, place) : null,
      order: witnesses.order,
    });
  }

  async #witness(tx: Tx, { note, anchor }: Tree, count: number): Promise<Bundle['witnesses'][number]> {
    if (anchor === null) return { checkpoint: note, anchor: null };
    const { index, timeSeconds: time, settlementsHash } = anchor;
    const path = await anchorPathOf(tx, index, count);
    return {
      checkpoint: note,
      anchor: { index, time, settlementsHash: hexOf(settlementsHash), path: path.map((hash) => hex(hash)) },
    };
  }

  async #leaf(
    nodes: NodeReader,
    leaf: Leaf,
    kind: CommittingKind,
    witness: number,
    trees: readonly Tree[],
    disclose: readonly DisclosableField[],
  ): Promise<ProvenLeaf> {
    const size = trees[witness]?.size ?? 0;
    const inclusion = await proveInclusion(nodes, leaf.index, size);
    return {
      entry: leaf.entry,
      index: leaf.index,
      witness,
      inclusion: inclusion.map((hash) => toB64(hash)),
      disclosed: this.#disclosed(leaf, kind, disclose),
    };
  }

  /** Nothing for a leaf whose openings were erased: its proof stays good. */
  #disclosed(leaf: Leaf, kind: CommittingKind, disclose: readonly DisclosableField[]): ProvenLeaf['disclosed'] {
    if (leaf.openings === null) return {};
    const { seed, fields } = openOpenings(this.keys, { origin: this.origin, index: leaf.index }, leaf.openings);
    return { ...openingsOf(fromB64u(seed), chosen(kind, fields, disclose)) };
  }

  async #settlement(
    tx: Tx,
    anchor: WitnessedAnchor,
    witness: number | null,
    { batch, position }: Place,
  ): Promise<Bundle['settlement']> {
    const tree = await this.#fates.of(tx, batch);
    if (tree === null || witness === null) return null;
    return {
      witness,
      firstBatch: anchor.firstBatch,
      settlements: anchor.settlements.map(({ count, issuedBelow, root }) => ({
        count,
        issuedBelow,
        root: hexOf(root),
      })),
      path: tree.inclusion(position).map((hash) => toB64(hash)),
    };
  }
}

/** A tree that witnesses something: anchored, or only signed. */
interface Tree {
  readonly size: number;
  readonly note: SignedCheckpoint['note'];
  readonly anchor: WitnessedAnchor | null;
}

function hexOf(text: string): HexHash {
  return hex(Buffer.from(text.slice(2), 'hex'));
}

/** One after the other: a connection answers one query at a time. */
async function sequentially<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}
