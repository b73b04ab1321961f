import {
  leafHash,
  logHasher,
  proveConsistency,
  rootAt,
  type Hash,
  type NodeReader,
  type NodeRef,
} from '@otp-notary/merkle';
import type { Hex } from 'viem';
import { hex } from './fixture.ts';

/**
 * A log of up to 2^40 leaves that takes no room: all leaves are the same but a few, so that every subtree without one
 * of these is the same as its neighbours.
 */
export class SparseTree implements NodeReader {
  readonly #plain: Hash[];
  readonly #known = new Map<string, Hash>();

  /** `marked`: indexes of the leaves that differ from all others. */
  constructor(
    private readonly salt = '',
    private readonly marked: readonly number[] = [],
  ) {
    this.#plain = [leafHash(`${salt} plain`)];
  }

  /** Root of the first leaves. */
  async root(size: number): Promise<Hex> {
    return hex(await rootAt(this, size));
  }

  /** RFC 9162 consistency proof. */
  async proof(from: number, to: number): Promise<Hex[]> {
    return (await proveConsistency(this, from, to)).map((hash) => hex(hash));
  }

  async readNodes(nodes: readonly NodeRef[]): Promise<readonly Hash[]> {
    return nodes.map(({ level, index }) => this.#node(level, index));
  }

  #node(level: number, index: number): Hash {
    const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level];
    if (!this.marked.some((leaf) => leaf >= from && leaf < to)) return this.#plainNode(level);
    const key = `${level}/${index}`;
    const node = this.#known.get(key) ?? this.#markedNode(level, index);
    this.#known.set(key, node);
    return node;
  }

  #markedNode(level: number, index: number): Hash {
    if (level === 0) return leafHash(`${this.salt} leaf ${index}`);
    return logHasher.node(this.#node(level - 1, index * 2), this.#node(level - 1, index * 2 + 1));
  }

  #plainNode(level: number): Hash {
    const known = this.#plain[level];
    if (known !== undefined) return known;
    const child = this.#plainNode(level - 1);
    const node = logHasher.node(child, child);
    this.#plain[level] = node;
    return node;
  }
}
