import { originId, settlementTree, type MerkleTree } from '@otp-notary/merkle';
import { settlementOf } from '../adapters/settlements.js';
import type { Tx } from '../adapters/tx.js';

/** Proofs are asked for soon after their batch settled: a few of the last trees answer most of them. */
const KEPT = 8;

/** The settlement trees of batches. A batch is settled once, so a tree that was built stays good. */
export class FateTrees {
  readonly #originId: Uint8Array;
  readonly #kept = new Map<number, MerkleTree>();

  constructor(origin: string) {
    this.#originId = originId(origin);
  }

  /** Null while the batch is not settled. */
  async of(tx: Tx, batch: number): Promise<MerkleTree | null> {
    const kept = this.#kept.get(batch);
    if (kept !== undefined) return kept;
    const settled = await settlementOf(tx, batch);
    if (settled === null) return null;
    const tree = settlementTree(this.#originId, batch, settled.fates);
    this.#kept.set(batch, tree);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return tree;
  }
}
