import { originId } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import {
  decodeErrorResult,
  decodeFunctionResult,
  encodeFunctionData,
  keccak256,
  toHex,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type Hex,
} from 'viem';
import { otpNotaryAbi } from '../../src/index.ts';
import { hex, LIFE, ORIGIN, type AnchorRecord, type Settled } from '../fixture.ts';
import { mutationsOf } from '../proof-mutations.ts';
import type { Sandbox } from '../sandbox.ts';
import { SparseTree } from '../sparse-tree.ts';
import { headOf, Model, pathOf, peaksOf, type Anchoring, type ModelLog, type Who } from './model.ts';
import type { Lie, Step } from './steps.ts';

type Write = 'anchor' | 'createLog' | 'pause' | 'unpause' | 'grantRole' | 'revokeRole';
type Anchor = Extract<Step, { kind: 'anchor' }>;
type View = ContractFunctionName<typeof otpNotaryAbi, 'view'>;

/** Takes the contract and its model the same way, and compares them after each step. */
export class Walk {
  readonly #model = new Model();
  readonly #origins = [ORIGIN, 'b.example/otp', 'c.example/otp'];
  readonly #trees = this.#origins.map((origin) => new SparseTree(origin, [0, 1, 7]));
  readonly #fork = new SparseTree('fork');
  /** Calls and transactions so far. */
  calls = 0;
  /** How writes ended: function and error, if any. */
  readonly outcomes = new Set<string>();

  constructor(
    private readonly sandbox: Sandbox,
    private now: number,
  ) {
    this.#model.createLog('governor', ORIGIN, LIFE);
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'probe') return this.#probe(step.log, step.anchor, step.lie);
    if (step.kind === 'pass') this.now += step.seconds;
    else await this.#write(step);
    await this.#compare();
  }

  /** Every anchor that was ever taken is there, and the tree of anchors is the reference's. */
  async end(): Promise<void> {
    for (const [at, origin] of this.#origins.entries()) {
      const log = this.#model.logs.get(origin);
      if (log === undefined) continue;
      const [count, peaks] = await this.#read('peaks', [hex(originId(origin))]);
      assert.equal(count, log.anchors.length);
      assert.deepEqual(peaks, peaksOf(origin, log).map(hex));
      for (const { index } of log.anchors) await this.#probe(at, Number(index), 'none');
    }
  }

  async #write(step: Exclude<Step, { kind: 'pass' | 'probe' }>): Promise<void> {
    this.now += 1;
    switch (step.kind) {
      case 'pause':
        return this.#send(step.who, 'pause', [], this.#model.pause(step.who));
      case 'unpause':
        return this.#send(step.who, 'unpause', [], this.#model.unpause(step.who));
      case 'createLog': {
        const origin = this.#originOf(step.log);
        const expected = this.#model.createLog(step.who, origin, step.life);
        return this.#send(step.who, 'createLog', [origin, keccak256('0x01'), step.life], expected);
      }
      case 'role': {
        const { who, to, role, isGranted } = step;
        const expected = this.#model.setRole(who, to, role, isGranted);
        const args = [keccak256(toHex(role)), this.sandbox.roles[to]] as const;
        return this.#send(who, isGranted ? 'grantRole' : 'revokeRole', args, expected);
      }
      case 'anchor': {
        const call = await this.#anchoring(step);
        const expected = this.#model.anchor(step.who, call, this.now);
        const { origin, size, root, proof, settlements } = call;
        const args = [hex(originId(origin)), BigInt(size), root, proof, settlements] as const;
        return this.#send(step.who, 'anchor', args, expected);
      }
    }
  }

  async #anchoring({ log, growth, tree, settle, settlement }: Anchor): Promise<Anchoring> {
    const origin = this.#originOf(log);
    const known = this.#model.logs.get(origin);
    const head = known === undefined ? 0 : headOf(known).size;
    const size = Math.max(0, head + growth);
    const real = this.#trees[log] ?? this.#fork;
    const root = await (tree === 'fork' ? this.#fork : real).root(size);
    const proof = head > 0 && size > head ? await real.proof(head, size) : [];
    const beyond = settlement === 'early' ? head + 1 : 0;
    const one: Settled = {
      count: settlement === 'empty' ? 0 : 1 + (this.now % 9),
      issuedBelow: BigInt((known?.matureSize ?? 0) + beyond),
      root: settlement === 'rootless' ? `0x${'00'.repeat(32)}` : keccak256(toHex(this.now)),
    };
    return { origin, size, root, proof: spoilt(proof, tree), settlements: Array.from({ length: settle }, () => one) };
  }

  /** An anchor is there exactly as it was taken, and nothing else is. */
  async #probe(at: number, anchor: number, lie: Lie): Promise<void> {
    const origin = this.#originOf(at);
    const log = this.#model.logs.get(origin);
    if (log === undefined || log.anchors.length === 0) return;
    const index = anchor % log.anchors.length;
    const record = log.anchors[index];
    assert.ok(record);
    const path = pathOf(origin, log, index).map(hex);
    const asked = lie === 'path' ? [...path, keccak256('0x02')] : path;
    const isThere = await this.#read('verifyAnchored', [hex(originId(origin)), lieAbout(record, lie), asked]);
    assert.equal(isThere, lie === 'none', `anchor ${index} of ${log.anchors.length}, ${lie}`);
  }

  /** The whole visible state is the model's: whatever a refused call tried, nothing moved. */
  async #compare(): Promise<void> {
    assert.equal(await this.#read('paused', []), this.#model.isPaused);
    for (const [origin, log] of this.#model.logs) {
      assert.deepEqual(await this.#read('logOf', [hex(originId(origin))]), viewOf(origin, log));
    }
  }

  async #send<N extends Write>(
    who: Who,
    functionName: N,
    args: ContractFunctionArgs<typeof otpNotaryAbi, 'nonpayable', N>,
    expected: string | null,
  ): Promise<void> {
    await this.sandbox.at(this.now);
    this.calls += 1;
    const data = encodeFunctionData({ abi: otpNotaryAbi, functionName, args } as never);
    const { isTaken, error } = await this.sandbox.send(this.sandbox.roles[who], data);
    const name = isTaken ? null : errorName(error);
    assert.equal(name, expected, `${functionName} by the ${who}`);
    this.outcomes.add(`${functionName} ${name ?? 'taken'}`);
  }

  async #read<N extends View>(functionName: N, args: ContractFunctionArgs<typeof otpNotaryAbi, 'view', N>) {
    this.calls += 1;
    const answer = await this.sandbox.call(encodeFunctionData({ abi: otpNotaryAbi, functionName, args } as never));
    assert.ok(answer.isTaken && answer.data !== null, functionName);
    return decodeFunctionResult<typeof otpNotaryAbi, N>({
      abi: otpNotaryAbi,
      functionName,
      data: answer.data,
    } as never);
  }

  #originOf(log: number): string {
    return this.#origins[log] ?? ORIGIN;
  }
}

function errorName(data: Hex | null): string {
  return data === null || data === '0x' ? 'no reason' : decodeErrorResult({ abi: otpNotaryAbi, data }).errorName;
}

function spoilt(proof: readonly Hex[], tree: Anchor['tree']): readonly Hex[] {
  switch (tree) {
    case 'flipped':
      return mutationsOf(proof)[0] ?? [];
    case 'short':
      return proof.slice(1);
    case 'long':
      return [...proof, keccak256('0x03')];
    case 'none':
      return [];
    case 'endless':
      return Array.from({ length: 42 }, () => keccak256('0x04'));
    case 'true':
    case 'fork':
  }
  return proof;
}

function lieAbout(record: AnchorRecord, lie: Lie): AnchorRecord {
  switch (lie) {
    case 'size':
      return { ...record, size: record.size + 1n };
    case 'root':
      return { ...record, root: keccak256(record.root) };
    case 'settlements':
      return { ...record, settlementsHash: keccak256(record.settlementsHash) };
    case 'time':
      return { ...record, time: record.time - 1n };
    case 'index':
      return { ...record, index: record.index + 1n };
    case 'none':
    case 'path':
  }
  return record;
}

function viewOf(origin: string, log: ModelLog) {
  const { candidateSize, candidateTime, matureSize, nextBatch, life, anchors } = log;
  const { size, root } = headOf(log);
  const keyHash = origin === ORIGIN ? (`0x${'7e'.repeat(32)}` as const) : keccak256('0x01');
  return { origin, keyHash, root, size, candidateSize, matureSize, candidateTime, nextBatch, anchorCount: anchors.length, life }; // prettier-ignore
}
