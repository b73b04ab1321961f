import type { Clock } from '@otp-notary/crypto';
import type { ChainView } from './chain-view.js';
import { landedEvent, type Place } from './events.js';
import type { AnchorEvent, Chain, LaneBook, Reporter } from './ports.js';
import type { Transaction } from './transaction.js';
import { isMined } from './tx-state.js';
import { judgeMined, judgePending, type Change, type DepthPolicy } from './watch.js';

/** Follows what was signed into blocks, down to finality, and back out when the chain reorganises. */
export class Watcher {
  constructor(
    private readonly place: Place,
    private readonly chain: Chain,
    private readonly book: LaneBook,
    private readonly reporter: Reporter,
    private readonly policy: DepthPolicy,
    private readonly clock: Clock,
  ) {}

  /** Writes every transition that the chain asks for. Returns how many. */
  async watch(view: ChainView, transactions: readonly Transaction[]): Promise<number> {
    let changes = 0;
    // Blocks first: a nonce must be open again before another transaction of it can be mined.
    const mined = transactions.filter(({ state }) => isMined(state));
    for (const transaction of mined) changes += await this.#follow(transaction, view);
    const pending = transactions.filter(({ state }) => !isMined(state));
    for (const transaction of pending) changes += await this.#seek(transaction, view);
    return changes;
  }

  async #follow(transaction: Transaction, view: ChainView): Promise<number> {
    if (transaction.block === null || transaction.state === 'final') return 0;
    const canonical =
      transaction.block.number > view.head.number ? null : await this.chain.blockHash(transaction.block.number);
    return this.#write(transaction, judgeMined(transaction, canonical, view, this.policy));
  }

  async #seek(transaction: Transaction, view: ChainView): Promise<number> {
    const { hash, sender, nonce } = transaction;
    // What the account's nonce has not passed cannot be mined: no need to ask for it.
    if (hash === null || (sender === view.signer && nonce >= view.nonces.latest)) return 0;
    return this.#write(transaction, judgePending(await this.chain.receipt(hash), view));
  }

  async #write(transaction: Transaction, change: Change | null): Promise<number> {
    if (change === null) return 0;
    const facts = 'receipt' in change ? { receipt: change.receipt } : {};
    await this.book.move(transaction, change.to, facts, this.#eventsOf(transaction, change));
    this.reporter.moved(transaction, change.to, facts);
    return 1;
  }

  #eventsOf(transaction: Transaction, { to }: Change): AnchorEvent[] {
    const now = this.clock.now();
    if (to === 'confirmed') return landedEvent(this.place, 'anchor.confirmed', transaction, now);
    if (to === 'final') return landedEvent(this.place, 'anchor.final', transaction, now);
    // Nobody was told of an anchor that was not confirmed.
    const wasTold = transaction.state === 'confirmed';
    return to === 'reorged' && wasTold ? landedEvent(this.place, 'anchor.reorged', transaction, now) : [];
  }
}
