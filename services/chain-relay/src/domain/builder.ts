import type { ChainView } from './chain-view.js';
import { CallReverted, LaneHeld, MaterialsMissing } from './errors.js';
import { bid, raise, type Bid } from './fees.js';
import { isFulfilled, MAX_SETTLEMENTS, planCall } from './plan-call.js';
import type { LanePolicy } from './policy.js';
import type { AnchorMaterials, Chain, LaneBook, Reporter, Signer } from './ports.js';
import type { AnchorCall, Fees, Intent, Transaction } from './transaction.js';

/** What a revert of the simulated call says about the lane. Everything else is held as `reverts`. */
const holdReasons: Readonly<Record<string, string>> = {
  EnforcedPause: 'paused',
  AccessControlUnauthorizedAccount: 'not-relayer',
  TreeForked: 'forked',
  InconsistentTree: 'forked',
};

/** Where a call shall go: a nonce, and the open transaction that it takes the place of. */
export interface Slot {
  readonly nonce: bigint;
  readonly over: Transaction | null;
  readonly why: string;
  /** All transactions of this nonce. */
  readonly rivals: readonly Transaction[];
}

/** Builds and signs the call that the contract's state of this moment asks for. */
export class Builder {
  /** Until when there is nothing to do, and for which state of the contract and the intent that was found. */
  #waiting = { for: '', untilSeconds: 0 };

  constructor(
    private readonly chain: Chain,
    private readonly book: LaneBook,
    private readonly materials: AnchorMaterials,
    private readonly signer: Signer,
    private readonly reporter: Reporter,
    private readonly policy: LanePolicy,
  ) {}

  /**
   * Leaves a signed transaction in the book, its bytes on disk, or returns false when nothing is due now.
   * Nothing is spent on a call that would revert. @throws LaneHeld
   */
  async build(slot: Slot, view: ChainView): Promise<boolean> {
    const call = await this.#plan(view);
    if (call === null) return false;
    const fees = await this.#bid(slot);
    const gas = await this.#gas(call, view);
    const needed = gas * fees.maxFeePerGas;
    if (view.balance < needed) {
      throw new LaneHeld('no-funds', `${this.signer.address} holds ${view.balance} wei and needs ${needed}`);
    }
    const queued = slot.over?.state === 'queued' ? slot.over : await this.book.queue(slot.nonce, call.size);
    const { raw, hash } = await this.#sign({ nonce: slot.nonce, gas, call, ...fees });
    const facts = { signed: { raw, hash, gas, fees, size: call.size }, note: slot.why };
    await this.book.move(queued, 'signed', facts, []);
    if (slot.over !== null) this.reporter.replaced(slot.over, slot.why);
    this.reporter.moved(queued, 'signed', facts);
    return true;
  }

  /** The call that is due, or null. */
  async #plan({ log, nextTimeSeconds }: ChainView): Promise<AnchorCall | null> {
    const intent = await this.book.intent();
    if (intent === null || isFulfilled(log, intent)) return null;
    const found = JSON.stringify([intent, log]);
    if (this.#waiting.for === found && nextTimeSeconds < this.#waiting.untilSeconds) return null;
    const material = await this.materials.material({
      from: log.size,
      min: Math.max(intent.size, log.size, 1),
      nextBatch: log.nextBatch,
      limit: MAX_SETTLEMENTS,
    });
    const plan = planCall(log, intent, material, nextTimeSeconds);
    if (plan.kind === 'call') return plan.call;
    if (plan.kind === 'nothing-due') throw notSettled(intent);
    this.#waiting = { for: found, untilSeconds: plan.untilSeconds };
    return null;
  }

  async #bid({ rivals }: Slot): Promise<Fees> {
    const fresh = offered(bid(await this.chain.feeHistory(), this.policy));
    const sent = rivals.flatMap(({ fees }) => (fees === null ? [] : [fees]));
    return sent.length === 0 ? fresh : offered(raise(sent, fresh, this.policy));
  }

  async #gas(call: AnchorCall, { nextTimeSeconds }: ChainView): Promise<bigint> {
    const { address } = this.signer;
    let estimate: bigint;
    try {
      await this.chain.simulate(address, call, nextTimeSeconds);
      estimate = await this.chain.estimateGas(address, call, nextTimeSeconds);
    } catch (error) {
      if (!(error instanceof CallReverted)) throw error;
      throw new LaneHeld(holdReasons[error.errorName] ?? 'reverts', error.message, { cause: error });
    }
    const { gasCap, gasMarginPerMille } = this.policy;
    if (estimate > gasCap) throw new LaneHeld('gas-cap', `the call needs ${estimate} gas, the cap is ${gasCap}`);
    const wanted = (estimate * BigInt(1000 + gasMarginPerMille)) / 1000n;
    return wanted < gasCap ? wanted : gasCap;
  }

  async #sign(transaction: Parameters<Signer['sign']>[0]): ReturnType<Signer['sign']> {
    try {
      return await this.signer.sign(transaction);
    } catch (cause) {
      throw new LaneHeld('signer', 'the signer did not sign', { cause });
    }
  }
}

function offered(bid: Bid): Fees {
  if (bid.kind === 'bid') return bid.fees;
  throw new LaneHeld('fee-cap', `a bid of at least ${bid.needed} wei a gas is needed, which is above the cap`);
}

function notSettled({ settleBelow }: Intent): MaterialsMissing {
  return new MaterialsMissing(`the log has no settlement for the next batch, wished are those below ${settleBelow}`);
}
