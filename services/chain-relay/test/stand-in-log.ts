import { sha256 } from '@otp-notary/crypto';
import { leafHash, MerkleTree, originId, settlementTree } from '@otp-notary/merkle';
import { toHex } from 'viem';
import { MaterialsMissing } from '../src/domain/errors.js';
import type { AnchorMaterial } from '../src/domain/plan-call.js';
import type { AnchorMaterials } from '../src/domain/ports.js';
import type { Settlement } from '../src/domain/transaction.js';

const MOST_LEAVES = 4_096;

/**
 * In the place of the audit service: a log whose leaves follow from their indexes, so that two processes hold the same
 * one. `signed` is its newest tree; `settled` has the `issuedBelow` of each batch from 1 on.
 */
export class StandInLog implements AnchorMaterials {
  signed: number;
  readonly settled: number[];
  readonly asked: Parameters<AnchorMaterials['material']>[0][] = [];
  readonly #tree = MerkleTree.of(
    Array.from({ length: MOST_LEAVES }, (_, index) => leafHash(Buffer.from(`leaf ${index}`))),
  );

  constructor(
    private readonly origin: string,
    signed = 0,
    settled: readonly number[] = [],
  ) {
    this.signed = signed;
    this.settled = [...settled];
  }

  async material(wanted: Parameters<AnchorMaterials['material']>[0]): Promise<AnchorMaterial> {
    this.asked.push(wanted);
    const { from, min, nextBatch, limit } = wanted;
    if (min > this.signed) throw new MaterialsMissing(`no signed tree of ${min} leaves`);
    return {
      size: this.signed,
      root: toHex(this.#tree.rootAt(this.signed)),
      proof:
        from === 0 || from === this.signed ? [] : this.#tree.consistency(from, this.signed).map((hash) => toHex(hash)),
      firstBatch: nextBatch,
      settlements: this.settled
        .slice(nextBatch - 1, nextBatch - 1 + limit)
        .map((below, at) => this.settlement(nextBatch + at, below)),
    };
  }

  settlement(batch: number, issuedBelow: number): Settlement {
    const tree = settlementTree(originId(this.origin), batch, [{ fate: 'unused', logIndex: 0 }]);
    return { count: 1, issuedBelow, root: toHex(tree.root) };
  }
}

/** SHA-256 of a made-up verifier key. */
export const keyHash = toHex(sha256('vkey'));
