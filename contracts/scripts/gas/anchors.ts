import assert from 'node:assert/strict';
import { keccak256, toHex } from 'viem';
import { anchorCall } from '../../test/calls.ts';
import { LIFE, ORIGIN_ID, type AnchorArgs } from '../../test/fixture.ts';
import { Sandbox } from '../../test/sandbox.ts';
import { SparseTree } from '../../test/sparse-tree.ts';
import { entry, spread, type Fork, type GasEntry } from './entry.ts';

/** Anchors of one line. */
export const NEIGHBOURS = 64;
/**
 * Anchors before the measured ones: the neighbours 128 to 191 open no level of the tree of anchors, as all but 32
 * anchors of a log's whole life.
 */
const WARM = 128;
/** An issue and a use. */
const LEAVES_PER_CODE = 2;
const ALIGNMENT = 256;

/** What one line measures. */
export interface AnchorCase {
  /** Leaves of the log at the first of the neighbours. */
  readonly size: number;
  readonly codes: number;
  readonly isAligned: boolean;
}

/** A log in steady state: every anchor brings a new tree and settles the batch that died. */
export class SteadyLog {
  readonly tree = new SparseTree('gas');
  #size = 0;
  #batch = 0;

  private constructor(
    readonly sandbox: Sandbox,
    readonly fork: Fork,
    /** Gas of the anchors that opened levels 0 to 7 of the tree of anchors. */
    readonly levels: readonly bigint[],
  ) {}

  static async open(fork: Fork): Promise<SteadyLog> {
    const sandbox = await Sandbox.open(fork);
    const warm = new SteadyLog(sandbox, fork, []);
    const gas: bigint[] = [];
    for (let size = 1; size <= WARM; size += 1) gas.push(await warm.anchor(size, size < 3 ? 0 : 1));
    const log = new SteadyLog(
      sandbox,
      fork,
      gas.filter((_, index) => Number.isInteger(Math.log2(index + 1))),
    );
    log.#size = warm.#size;
    return log;
  }

  get size(): number {
    return this.#size;
  }

  async anchor(size: number, codes: number): Promise<bigint> {
    const args = await this.argsOf(size, codes);
    await this.sandbox.pass(LIFE);
    const { isTaken, gas } = await this.sandbox.send(this.sandbox.roles.relayer, anchorCall(args));
    assert.ok(isTaken, `anchor at ${size} is taken`);
    this.#size = size;
    return gas;
  }

  /** A call that extends the head and settles one batch. */
  async argsOf(size: number, codes: number): Promise<AnchorArgs> {
    this.#batch += 1;
    const settlement = {
      count: codes,
      issuedBelow: BigInt(Math.min(this.#size, 2)),
      root: keccak256(toHex(this.#batch)),
    };
    const proof = this.#size === 0 ? [] : await this.tree.proof(this.#size, size);
    return [ORIGIN_ID, BigInt(size), await this.tree.root(size), proof, codes === 0 ? [] : [settlement]];
  }

  /** One line: the head is brought to the size, then come the neighbours; the log is what it was afterwards. */
  async measure({ size, codes, isAligned }: AnchorCase): Promise<GasEntry> {
    const back = await this.sandbox.snapshot();
    const before = this.#size;
    const gas: bigint[] = [];
    const sizes = neighbours(size, codes, isAligned);
    await this.anchor(sizes[0] ?? size, codes);
    for (const next of sizes.slice(1)) gas.push(await this.anchor(next, codes));
    await back();
    this.#size = before;
    return spread(nameOf({ size, codes, isAligned }), this.fork, gas, codes);
  }
}

export function nameOf({ size, codes, isAligned }: AnchorCase): string {
  const alignment = isAligned ? `aligned to ${ALIGNMENT}` : 'unaligned';
  return `anchor and settle ${codes}, log 10^${Math.log10(size)}, ${alignment}`;
}

/** Sizes from the first on, as far apart as the codes need. */
function neighbours(size: number, codes: number, isAligned: boolean): number[] {
  const step = LEAVES_PER_CODE * codes;
  return Array.from({ length: NEIGHBOURS + 1 }, (_, i) => {
    if (isAligned) return ALIGNMENT * (Math.ceil(size / ALIGNMENT) + i * Math.ceil(step / ALIGNMENT));
    // Round steps from a round size would be aligned again, by accident.
    return size + i * step + ((i * 97) % Math.min(step, ALIGNMENT));
  });
}

/** What the first anchors cost, which open levels of the tree of anchors. */
export function levelEntries(log: SteadyLog): GasEntry[] {
  const [first = 0n, ...others] = log.levels;
  return [
    entry('first anchor of a log', log.fork, first, 0),
    spread('anchor that opens a level of the tree of anchors', log.fork, others.slice(2), 0),
  ];
}
