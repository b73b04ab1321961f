import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { keccak256, toHex, type Hex } from 'viem';
import { CodeLog, TENANT, type Code } from '../code-log.ts';
import { ORIGIN, ORIGIN_ID, refusal, type Wallet } from '../fixture.ts';
import { ReceiptKey } from '../receipt-key.ts';

const CODES = 9;
const BINDINGS = [toHex(1n, { size: 32 }), toHex(2n, { size: 32 })] as const;
const NO_BINDING: Hex = keccak256('0x05');

type Who = 'stranger' | 'relayer' | 'governor';
type Step =
  | { readonly kind: 'consume'; readonly who: Who; readonly code: number; readonly binding: number; readonly key: number; readonly late: boolean }
  | { readonly kind: 'flag'; readonly code: number; readonly key: number; readonly fate: number }
  | { readonly kind: 'pause' | 'unpause' }
  | { readonly kind: 'retire' | 'add'; readonly who: Who; readonly key: number }; // prettier-ignore

const code = fc.integer({ min: 0, max: CODES - 1 });
/** 0 and 1 can become keys of the log, 2 never does. */
const key = fc.constantFrom(0, 0, 0, 1, 1, 2);
const who = fc.constantFrom<Who>('stranger', 'stranger', 'relayer', 'governor');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('consume' as const),
      who,
      code,
      binding: fc.constantFrom(0, 0, 1),
      key,
      late: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('flag' as const), code, key, fate: fc.constantFrom(0, 1, 1, 2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'unpause' as const, 'unpause' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('retire' as const, 'add' as const), who, key: fc.constantFrom(0, 1) }) },
); // prettier-ignore

/** Codes of one consumer, a model of what may be done with them, and the contract that it is done to. */
class CodesWalk {
  readonly #consumed = new Set<number>();
  readonly #flagged = new Set<number>();
  readonly #standing = new Map([
    [0, 'active'],
    [1, 'unknown'],
    [2, 'unknown'],
  ]);
  #isPaused = false;
  calls = 0;

  private constructor(
    private readonly log: CodeLog,
    private readonly codes: readonly Code[],
    private readonly keys: readonly ReceiptKey[],
  ) {}

  /** All codes are for the stranger and the first binding, and were settled as unused. */
  static async start(): Promise<CodesWalk> {
    const log = await CodeLog.start();
    const consumer = log.notary.stranger.account.address;
    const purpose = await log.purposeOf(consumer, BINDINGS[0]);
    const codes = Array.from({ length: CODES }, () => log.issue(purpose));
    await log.settle();
    return new CodesWalk(log, codes, [log.key, new ReceiptKey(), new ReceiptKey()]);
  }

  async take(step: Step): Promise<void> {
    this.calls += 1;
    const { notary } = this.log;
    switch (step.kind) {
      case 'consume':
        await this.#consume(step);
        break;
      case 'flag':
        await this.#flag(step);
        break;
      case 'pause':
      case 'unpause': {
        const isChange = this.#isPaused === (step.kind === 'unpause');
        const from = step.kind === 'pause' ? notary.guardian : notary.governor;
        const expected = isChange ? null : step.kind === 'pause' ? 'EnforcedPause' : 'ExpectedPause';
        const request = { ...notary.contract, functionName: step.kind } as const;
        await ended(from.writeContract(request), expected);
        if (isChange) this.#isPaused = step.kind === 'pause';
        break;
      }
      case 'retire':
      case 'add':
        await this.#moveKey(step);
    }
    await this.#compare();
  }

  async #consume({ who, code: at, binding, key: by, late }: Extract<Step, { kind: 'consume' }>): Promise<void> {
    const [code, signer] = [this.codes[at], this.keys[by]];
    assert.ok(code && signer);
    const receipt = this.log.receipt(code, late ? 60_000 : 5_000, signer);
    const proof = { ...this.log.direct(code), ...receipt };
    const expected = this.#isPaused
      ? 'NotaryPaused'
      : late
        ? 'OtherCode'
        : who !== 'stranger' || binding !== 0
          ? 'NotBound'
          : this.#standing.get(by) !== 'active'
            ? 'InvalidReceipt'
            : this.#consumed.has(at)
              ? 'AlreadyConsumed'
              : null;
    const call = this.#wallet(who).writeContract({
      ...this.log.contract,
      functionName: 'consumeDirect',
      args: [ORIGIN_ID, TENANT, BINDINGS[binding] ?? NO_BINDING, proof],
    });
    await ended(call, expected);
    if (expected === null) this.#consumed.add(at);
  }

  async #flag({ code: at, key: by, fate }: Extract<Step, { kind: 'flag' }>): Promise<void> {
    const [code, signer] = [this.codes[at], this.keys[by]];
    assert.ok(code && signer);
    const { receipt, signature } = this.log.receipt(code, 5_000, signer);
    const expected =
      this.#standing.get(by) === 'unknown'
        ? 'InvalidReceipt'
        : fate !== 1
          ? 'NoContradiction'
          : this.#flagged.has(at)
            ? 'AlreadyFlagged'
            : null;
    const call = this.log.notary.stranger.writeContract({
      ...this.log.contract,
      functionName: 'flag',
      args: [ORIGIN_ID, receipt, signature, fate, this.log.fate(code)],
    });
    await ended(call, expected);
    if (expected === null) this.#flagged.add(at);
  }

  async #moveKey({ kind, who, key: at }: Extract<Step, { kind: 'retire' | 'add' }>): Promise<void> {
    const hash = this.keys[at]?.hash ?? NO_BINDING;
    const needed = kind === 'add' ? 'unknown' : 'active';
    const isAllowed = this.#standing.get(at) === needed;
    const expected = who === 'governor' ? (isAllowed ? null : 'ReceiptKeyStands') : 'NotGovernor';
    const from = this.#wallet(who);
    const call =
      kind === 'add'
        ? from.writeContract({ ...this.log.contract, functionName: 'addReceiptKey', args: [ORIGIN, hash] })
        : from.writeContract({ ...this.log.contract, functionName: 'retireReceiptKey', args: [ORIGIN_ID, hash] });
    await ended(call, expected);
    if (expected === null) this.#standing.set(at, kind === 'add' ? 'active' : 'retired');
  }

  /** The bits that are set are those of the model: none too many, and none is ever gone. */
  async #compare(): Promise<void> {
    for (const [at, { batch, position }] of this.codes.entries()) {
      const args = [ORIGIN_ID, BigInt(batch), position] as const;
      const read = { ...this.log.contract, args } as const;
      const { reader } = this.log.notary;
      this.calls += 2;
      assert.equal(await reader.readContract({ ...read, functionName: 'isConsumed' }), this.#consumed.has(at));
      assert.equal(await reader.readContract({ ...read, functionName: 'isFlagged' }), this.#flagged.has(at));
    }
  }

  #wallet(who: Who): Wallet {
    return this.log.notary[who];
  }

  get touched(): number {
    return this.#consumed.size + this.#flagged.size;
  }
}

async function ended(call: Promise<unknown>, expected: string | null): Promise<void> {
  if (expected === null) await call;
  else assert.equal((await refusal(call)).name, expected);
}

/** Random walks over codes; how many calls they took, and how many bits they set. */
export async function fuzzCodes(seed: number, walks: number): Promise<{ calls: number; touched: number }> {
  const sum = { calls: 0, touched: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
      const walk = await CodesWalk.start();
      for (const one of steps) await walk.take(one);
      sum.calls += walk.calls;
      sum.touched += walk.touched;
    }),
    { seed, numRuns: walks },
  );
  return sum;
}
