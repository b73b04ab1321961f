import type { Clock } from '@otp-notary/crypto';
import { Builder } from './builder.js';
import type { ChainView } from './chain-view.js';
import { isWithin } from './elapsed.js';
import { LaneHeld, UNREACHABLE } from './errors.js';
import { headEvent, type Place } from './events.js';
import { nextStep } from './next-step.js';
import type { LanePolicy } from './policy.js';
import type { AnchorMaterials, Chain, Hold, LaneBook, LaneState, Reporter, Signer } from './ports.js';
import { Reconciler } from './reconciler.js';
import { Sender } from './sender.js';
import type { Transaction } from './transaction.js';
import { Watcher } from './watcher.js';

export interface LaneParts {
  readonly place: Place;
  readonly chain: Chain;
  readonly book: LaneBook;
  readonly materials: AnchorMaterials;
  readonly signer: Signer;
  readonly reporter: Reporter;
  readonly policy: LanePolicy;
  readonly clock: Clock;
}

/**
 * One lane, for one term of its leader: brings the contract to what is wished, round by round. All it knows stands in the
 * database and on the chain: a round may end anywhere, the next one, here or in another process, finds its way.
 */
export class Lane {
  readonly #watcher: Watcher;
  readonly #reconciler: Reconciler;
  readonly #builder: Builder;
  readonly #sender: Sender;
  #hold: Hold | null = null;
  /** The hold was inherited from an earlier term and not found again yet. */
  #isInherited = false;
  #heldAtMs = Number.NEGATIVE_INFINITY;
  #toldHeadAtMs = Number.NEGATIVE_INFINITY;
  #hasBegun = false;

  constructor(private readonly parts: LaneParts) {
    const { place, chain, book, materials, signer, reporter, policy, clock } = parts;
    this.#watcher = new Watcher(place, chain, book, reporter, policy, clock);
    this.#reconciler = new Reconciler(chain, book, reporter);
    this.#builder = new Builder(chain, book, materials, signer, reporter, policy);
    this.#sender = new Sender(place, chain, book, reporter, clock);
  }

  /** One round. `again`: something moved, look again at once. @throws LaneLost when another leader has begun */
  async advance(): Promise<'again' | 'idle'> {
    try {
      return await this.#round();
    } catch (error) {
      if (!(error instanceof LaneHeld)) throw error;
      await this.#holdFor(error);
      return 'idle';
    }
  }

  async #round(): Promise<'again' | 'idle'> {
    const { chain, book, signer, reporter } = this.parts;
    const isHeld = isWithin(this.#heldAtMs, this.parts.policy.holdMs, this.parts.clock.now());
    if (isHeld && this.#hold?.reason === UNREACHABLE) return 'idle';
    const view = await chain.view(signer.address);
    if (!this.#hasBegun) await this.#begin(view);
    const state = await book.state();
    reporter.viewed(view, state);
    const moved = await this.#watcher.watch(view, await book.watched());
    const adopted = await this.#reconciler.adopt(view);
    await this.#tellHead(view, state);
    if (moved + adopted > 0) return 'again';
    // Held for something that a look at the chain has not cleared: what is on its way was looked after, nothing new.
    if (isHeld) return 'idle';
    const stepped = await this.#step(view, state);
    // What the chain shows is too old to tell whether the hold is over.
    if (stepped === 'behind') return 'idle';
    await this.#release();
    return stepped;
  }

  async #begin(view: ChainView): Promise<void> {
    await this.parts.book.begin(view.nonces.latest);
    this.#hasBegun = true;
    if (this.#hold !== null) return;
    this.#hold = (await this.parts.book.state()).hold;
    this.#isInherited = this.#hold !== null;
  }

  async #step(view: ChainView, state: LaneState): Promise<'again' | 'idle' | 'behind'> {
    const { book, signer, clock, policy } = this.parts;
    const own = (await book.watched()).filter(({ sender }) => sender === signer.address);
    const step = nextStep(own, view.nonces.latest, clock.now(), policy.replaceAfterMs);
    if (step.kind === 'behind') return 'behind';
    await this.#reconciler.reconcile(view, own, state);
    if (step.kind === 'send') return (await this.#sender.send(step.transaction)) ? 'again' : 'idle';
    if (step.kind === 'look') {
      await this.#sender.look(step.transaction);
      return 'idle';
    }
    const rivals = own.filter(({ nonce }) => nonce === step.nonce);
    const isBuilt = await this.#buildOr(step.over, () => this.#builder.build({ ...step, rivals }, view));
    return isBuilt ? 'again' : 'idle';
  }

  /** What is on its way is looked after also while nothing better can be built. */
  async #buildOr(over: Transaction | null, build: () => Promise<boolean>): Promise<boolean> {
    try {
      return await build();
    } catch (error) {
      if (error instanceof LaneHeld && over !== null && over.raw !== null) await this.#sender.look(over);
      throw error;
    }
  }

  /** The newest block at confirmation depth: a batch header must not name one that is gone tomorrow. */
  async #tellHead(view: ChainView, state: LaneState): Promise<void> {
    const { chain, book, place, policy, clock } = this.parts;
    const number = view.head.number - BigInt(policy.confirmations) + 1n;
    const now = clock.now();
    const isNews = number >= 0n && (state.toldHead === null || number > state.toldHead);
    if (!isNews || isWithin(this.#toldHeadAtMs, policy.headEveryMs, now)) return;
    const block = await chain.block(number);
    if (block === null) return;
    await book.tellHead(headEvent(place, block, now));
    this.#toldHeadAtMs = now;
  }

  async #holdFor(error: LaneHeld): Promise<void> {
    const { book, reporter, clock } = this.parts;
    this.#heldAtMs = clock.now();
    if (this.#hold?.reason === error.reason) {
      // This process has to say so too: its metrics are new.
      if (this.#isInherited) reporter.held(this.#hold);
      this.#isInherited = false;
      return;
    }
    if (this.#hold !== null) reporter.released(this.#hold);
    this.#hold = { reason: error.reason, detail: error.explanation, sinceMs: this.#heldAtMs };
    this.#isInherited = false;
    reporter.held(this.#hold);
    // Before the first view the term has not begun, and nothing may be written.
    if (this.#hasBegun) await book.setHold(this.#hold);
  }

  async #release(): Promise<void> {
    if (this.#hold === null) return;
    await this.parts.book.setHold(null);
    this.parts.reporter.released(this.#hold);
    this.#hold = null;
    this.#heldAtMs = Number.NEGATIVE_INFINITY;
  }
}
