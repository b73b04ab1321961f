import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { rpcChain } from '../src/index.js';
import type { AnchoredLog, Code } from '../src/testing/index.js';
import { check, failureOf, onAnvil, verdictsOf } from './on-anvil.js';

const anvil = onAnvil();
const steps = ['issue', 'issue', 'use', 'anchor', 'settle'] as const;
type Step = (typeof steps)[number];

/** A log that lives through steps; a code that is used once is not used again. */
class History {
  readonly codes: Code[] = [];
  readonly used = new Set<Code>();
  readonly settled = new Set<Code>();
  #open: Code[] = [];
  #isAnchored = true;

  constructor(private readonly log: AnchoredLog) {}

  async take(step: Step): Promise<void> {
    if (step === 'issue') this.#issue();
    if (step === 'use') this.#use();
    if (step === 'anchor') await this.#anchor();
    if (step === 'settle') await this.#settle();
  }

  #issue(): void {
    const code = this.log.issue();
    this.codes.push(code);
    this.#open.push(code);
    this.#isAnchored = false;
  }

  #use(): void {
    const code = this.#open.find((candidate) => !this.used.has(candidate));
    if (code === undefined) return;
    this.log.use(code);
    this.used.add(code);
    this.#isAnchored = false;
  }

  async #anchor(): Promise<void> {
    if (!this.#isAnchored) await this.log.anchor();
    this.#isAnchored = true;
  }

  /** Twice a life passes with an anchor between: then all that was anchored before is mature. */
  async #settle(): Promise<void> {
    if (this.#open.length === 0) return;
    await this.#anchor();
    await this.log.chain.pass(this.log.lifeSeconds + 1);
    this.log.issue(1_000);
    await this.log.anchor();
    await this.log.chain.pass(this.log.lifeSeconds + 1);
    await this.log.anchor({ settle: 1 });
    for (const code of this.#open) this.settled.add(code);
    this.#open = [];
  }
}

test('whatever a log goes through, the proof of each code is good, now and later, and says its fate once settled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 24 }), async (taken) => {
      const log = await anvil.start();
      const history = new History(log);
      const files: (readonly [Code, ReturnType<AnchoredLog['bundle']>])[] = [];
      for (const step of taken) {
        await history.take(step);
        const code = history.codes.at(-1);
        if (code !== undefined) files.push([code, log.bundle(code)]);
      }
      const now = history.codes.map((code) => [code, log.bundle(code)] as const);
      for (const [code, bundle] of [...files, ...now]) {
        const report = await check(bundle, { chain: rpcChain(anvil.rpcUrl()) });
        assert.equal(failureOf(report), undefined);
        const isSettled = bundle.settlement !== null;
        assert.equal(verdictsOf(report)['promise.fate'], isSettled ? 'proven' : 'not yet');
        if (isSettled) assert.equal(bundle.used !== null, history.used.has(code));
      }
      assert.ok(now.every(([code, bundle]) => (bundle.settlement !== null) === history.settled.has(code)));
    }),
    { numRuns: 25 },
  );
});
