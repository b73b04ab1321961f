import { anchorLeaf, originId, rootAt } from '@otp-notary/merkle';
import { countAnchors, cutAnchorNodes, pushAnchorNode } from '../adapters/anchor-nodes.js';
import {
  liveAnchor,
  reorgAnchor,
  upsertAnchor,
  type Anchor,
  type LandedAnchor,
  type ReorgedAnchor,
} from '../adapters/anchors.js';
import type { Evidence } from '../adapters/evidence.js';
import { readLog, setAsked } from '../adapters/log-row.js';
import { settlementOf } from '../adapters/settlements.js';
import { nodesAt } from '../adapters/tiles.js';
import type { Tx } from '../adapters/tx.js';

/** The contract that holds this log's anchors. */
export interface ContractPlace {
  readonly chainId: string;
  /** 0x-hex, lower case. */
  readonly contract: string;
}

const bytes = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');

/** Keeps what the chain holds of the log, as the relay saw it, and takes back what a reorganisation took. */
export class AnchorBook {
  readonly #originId: Uint8Array;

  constructor(
    private readonly origin: string,
    readonly place: ContractPlace,
  ) {
    this.#originId = originId(origin);
  }

  /** Records what became of an anchor. Returns why it contradicts the log, or null when it does not. */
  async record(tx: Tx, event: LandedAnchor | ReorgedAnchor): Promise<Evidence | null> {
    if (!this.#isOurs(event)) return { kind: 'foreign-contract', event };
    if (event.type === 'anchor.reorged') {
      if (await reorgAnchor(tx, event)) await this.#takeBack(tx, event.index);
      return null;
    }
    if (await upsertAnchor(tx, event)) await this.#takeBack(tx, event.index);
    await this.#grow(tx);
    return (await this.#isTrue(tx, event)) ? null : { kind: 'foreign-anchor', event };
  }

  #isOurs({ chainId, contract }: ContractPlace): boolean {
    return chainId === this.place.chainId && contract.toLowerCase() === this.place.contract;
  }

  /** Whether the chain holds what this log signed and settled. */
  async #isTrue(tx: Tx, event: LandedAnchor): Promise<boolean> {
    const log = await readLog(tx, this.origin);
    if (event.size > log.size) return false;
    const root = await rootAt(nodesAt(tx, log.size), event.size);
    if (!bytes(event.root).equals(root)) return false;
    for (const [at, settled] of event.settlements.entries()) {
      const own = await settlementOf(tx, event.firstBatch + at);
      if (own === null || own.count !== settled.count || !bytes(settled.root).equals(own.root)) return false;
    }
    return true;
  }

  /** Extends the anchor tree over all anchors that are known without a gap. */
  async #grow(tx: Tx): Promise<void> {
    for (let count = await countAnchors(tx); ; count += 1) {
      const anchor = await liveAnchor(tx, count);
      if (anchor === null) return;
      await pushAnchorNode(tx, count, this.#leafOf(anchor));
    }
  }

  /** What was asked for is not fulfilled any more: it is asked for again. */
  async #takeBack(tx: Tx, index: number): Promise<void> {
    await cutAnchorNodes(tx, index);
    const { asked } = await readLog(tx, this.origin);
    await setAsked(tx, { ...asked, atMs: 0 });
  }

  #leafOf(anchor: Anchor): Uint8Array {
    return anchorLeaf(this.#originId, {
      index: anchor.index,
      size: anchor.size,
      root: bytes(anchor.root),
      settlementsHash: bytes(anchor.settlementsHash),
      time: anchor.timeSeconds,
    });
  }
}
