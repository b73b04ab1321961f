import type { Clock } from '@otp-notary/crypto';
import { StoreUnavailable } from './errors.js';
import type { BatchLeases, Lease, Place } from './ports.js';

export interface BatchLimits {
  /** Codes of one batch at most. */
  readonly codes: number;
  /** Milliseconds after its first code at which a batch closes. */
  readonly ageMs: number;
}

/** A position that belongs to one issue, until it is released. */
export interface Ticket extends Place {
  /** End of the lease as of now: it moves when the lease is renewed. */
  leaseUntil(): Date;
  /** The issue has ended. `certain`: it is known whether the code is stored. */
  release(certain: boolean): void;
}

class Batch {
  readonly number: number;
  leaseUntil: Date;
  readonly openedAtMs: number;
  next = 0;
  inFlight = 0;
  /** Some issue may still reach the store: only the end of the lease makes this batch final. */
  uncertain = false;
  closing: Promise<void> | undefined;

  constructor(lease: Lease, openedAtMs: number) {
    this.number = lease.batch;
    this.leaseUntil = lease.until;
    this.openedAtMs = openedAtMs;
  }
}

/**
 * Numbers codes in memory: no coordination between processes, and no position twice.
 *
 * A batch is leased with its first code and retired by count or age; a retired batch takes no more codes and is closed
 * when its issues have ended. When one of them ended without a certain outcome it is left to {@link BatchLeases.closeAbandoned}.
 */
export class Positions {
  readonly #leases: BatchLeases;
  readonly #limits: BatchLimits;
  readonly #clock: Clock;
  #current: Batch | undefined;
  #opening: Promise<void> | undefined;
  readonly #retired = new Set<Batch>();
  #ended = false;

  constructor(leases: BatchLeases, limits: BatchLimits, clock: Clock) {
    this.#leases = leases;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Milliseconds that the open batch has been open, 0 without one. */
  ageMs(): number {
    return this.#current === undefined ? 0 : this.#clock.now() - this.#current.openedAtMs;
  }

  /** The next position. Leases a batch when none is open. @throws StoreUnavailable */
  async take(): Promise<Ticket> {
    while (this.#current === undefined) {
      if (this.#ended) throw new StoreUnavailable('shutting down');
      await (this.#opening ??= this.#open().finally(() => (this.#opening = undefined)));
    }
    return this.#ticket(this.#current);
  }

  /** Gives a batch up whose lease ended before its time. */
  retire(batch: number): void {
    if (this.#current?.number === batch) this.#retireCurrent();
  }

  /** Renews the lease of the open batch and closes what is due. To be called a few times in each lease. */
  async tend(): Promise<void> {
    if (this.ageMs() >= this.#limits.ageMs) this.#retireCurrent();
    const batch = this.#current;
    if (batch !== undefined) {
      const until = await this.#leases.renew(batch.number);
      if (until === null) this.retire(batch.number);
      else batch.leaseUntil = until;
    }
    for (const retired of this.#retired) await this.#close(retired);
  }

  /** Closes everything; no position is given afterwards. To be called when the issues have ended. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#opening?.catch(() => undefined);
    this.#retireCurrent();
    await this.tend();
  }

  async #open(): Promise<void> {
    this.#current = new Batch(await this.#leases.open(), this.#clock.now());
  }

  #ticket(batch: Batch): Ticket {
    const position = batch.next++;
    batch.inFlight++;
    if (batch.next >= this.#limits.codes) this.#retireCurrent();
    let released = false;
    return {
      batch: batch.number,
      position,
      leaseUntil: () => batch.leaseUntil,
      release: (certain) => {
        if (released) return;
        released = true;
        batch.inFlight--;
        if (!certain) batch.uncertain = true;
        // A failure is not lost: the batch stays among the retired ones and `tend` tries again.
        if (this.#retired.has(batch)) void this.#close(batch).catch(() => undefined);
      },
    };
  }

  #retireCurrent(): void {
    if (this.#current === undefined) return;
    this.#retired.add(this.#current);
    this.#current = undefined;
  }

  async #close(batch: Batch): Promise<void> {
    if (batch.inFlight > 0) return;
    if (batch.uncertain) return void this.#retired.delete(batch);
    await (batch.closing ??= this.#closeNow(batch).finally(() => (batch.closing = undefined)));
  }

  async #closeNow(batch: Batch): Promise<void> {
    await this.#leases.close(batch.number);
    this.#retired.delete(batch);
  }
}
