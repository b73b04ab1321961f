import type { Clock } from '@otp-notary/crypto';
import { LaneHeld } from './errors.js';
import { submittedEvent, type Place } from './events.js';
import type { Chain, LaneBook, Reporter } from './ports.js';
import type { Transaction } from './transaction.js';

/** Hands stored bytes to the nodes. The same bytes can be handed over any number of times: they are one transaction. */
export class Sender {
  constructor(
    private readonly place: Place,
    private readonly chain: Chain,
    private readonly book: LaneBook,
    private readonly reporter: Reporter,
    private readonly clock: Clock,
  ) {}

  /** Sends, and keeps what came of it. Returns whether a node has it now. @throws LaneHeld when nodes refuse it for our account */
  async send(transaction: Transaction): Promise<boolean> {
    if (transaction.raw === null) return false;
    const answer = await this.chain.send(transaction.raw);
    if (answer === 'accepted') {
      await this.#accepted(transaction);
      return true;
    }
    if (answer !== transaction.lastAnswer) await this.book.note(transaction, answer);
    this.reporter.refused(transaction, answer);
    if (answer === 'no-funds') throw new LaneHeld('no-funds', 'a node refused the transaction for lack of funds');
    if (answer === 'pool-full') throw new LaneHeld('pool-full', 'no node has room for the transaction');
    return false;
  }

  /** Sends again what the nodes have lost. */
  async look(transaction: Transaction): Promise<void> {
    if (transaction.hash === null || (await this.chain.knows(transaction.hash))) return;
    await this.send(transaction);
  }

  async #accepted(transaction: Transaction): Promise<void> {
    if (transaction.state !== 'signed') return this.reporter.resent(transaction);
    await this.book.move(
      transaction,
      'broadcast',
      { sent: true },
      submittedEvent(this.place, transaction, this.clock.now()),
    );
    this.reporter.moved(transaction, 'broadcast', { sent: true });
  }
}
