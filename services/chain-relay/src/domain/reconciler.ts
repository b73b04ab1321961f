import type { ChainView } from './chain-view.js';
import { strangers, unaccounted } from './next-step.js';
import type { Chain, LaneBook, LaneState, Reporter } from './ports.js';
import type { Transaction } from './transaction.js';
import { isMined } from './tx-state.js';

/** Keeps the database true to the chain: takes in what the chain has and the database lacks. */
export class Reconciler {
  /** Nonces that were mined without a transaction of ours when we last looked. */
  #suspects: ReadonlySet<bigint> = new Set();
  /** Nonces in the pool that are not ours and were told. */
  #strangers: ReadonlySet<bigint> = new Set();

  constructor(
    private readonly chain: Chain,
    private readonly book: LaneBook,
    private readonly reporter: Reporter,
  ) {}

  /** Takes in anchors of this log that the database does not know: of a lost database, or of another relay. */
  async adopt(view: ChainView): Promise<number> {
    const { count, from } = await this.book.standing();
    if (view.log.anchorCount <= count) return 0;
    let adopted = 0;
    for (const hash of await this.chain.anchorsSince(from)) {
      const [receipt, origin] = [await this.chain.receipt(hash), await this.chain.origin(hash)];
      if (receipt === null || origin === null || receipt.block.number > view.head.number) continue;
      if (!(await this.book.adopt(hash, origin, receipt))) continue;
      this.reporter.adopted(hash);
      adopted += 1;
    }
    return adopted;
  }

  /** Accounts for every mined nonce. One that is not ours, seen twice, is alarmed and its transactions are dropped. */
  async reconcile(view: ChainView, own: readonly Transaction[], state: LaneState): Promise<void> {
    const { latest, pending } = view.nonces;
    this.#tellStrangers(strangers(own, latest, pending));
    const missing = unaccounted(own, state.reconciled, latest);
    // A provider may know the nonce before it has the receipt: a first sight is no proof.
    const isCertain = missing.every((nonce) => this.#suspects.has(nonce));
    this.#suspects = new Set(missing);
    if (!isCertain) return;
    if (missing.length > 0) {
      this.reporter.foreignNonces(missing);
      for (const transaction of own) {
        const isLost = missing.includes(transaction.nonce) && !isMined(transaction.state);
        if (isLost && transaction.state !== 'dropped') {
          await this.book.move(transaction, 'dropped', { note: 'the nonce was used by a foreign transaction' }, []);
        }
      }
    }
    if (latest !== state.reconciled) await this.book.setReconciled(latest);
  }

  /** They take part in the race for their nonce: our next transaction outbids them, or follows them. */
  #tellStrangers(found: readonly bigint[]): void {
    const fresh = found.filter((nonce) => !this.#strangers.has(nonce));
    if (fresh.length > 0) this.reporter.strangersInPool(fresh);
    this.#strangers = new Set(found);
  }
}
