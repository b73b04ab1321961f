import { admits, unseen, type BatchLife } from './batch-life.js';
import type {
  BatchClosedEvent,
  BatchOpenedEvent,
  ChainHead,
  Draft,
  IssuedEvent,
  LoggedEvent,
  OutcomeEvent,
} from './draft.js';
import type { EvidenceKind } from './evidence.js';
import { Parking, type Parked } from './parking.js';
import { Positions, type Place } from './positions.js';
import { areCanonical } from './ranges.js';

/** Positions in a batch at most: its settlement tree is built in memory. Issuers close theirs long before. */
const MAX_POSITIONS = 1_048_576;

/** An event that contradicts the log. */
export interface Contradiction {
  readonly kind: EvidenceKind;
  readonly event: LoggedEvent;
}

/** What the log holds of the batches and positions that a list of events touches. */
export interface LogView {
  /** Number of leaves. */
  readonly size: number;
  readonly batches: ReadonlyMap<number, BatchLife>;
  /** Issued positions, of the positions touched and of every batch that closes. */
  readonly issued: Iterable<Place>;
  /** Used positions, of the positions touched. */
  readonly used: Iterable<Place>;
  /** What waits for the positions issued and for the batches opened or closed, in order of arrival. */
  readonly parked: readonly Parked[];
  readonly head: ChainHead | null;
}

/** What one list of events makes of the log. Nothing of it is true before it is committed as a whole. */
export interface Sequenced {
  readonly drafts: readonly Draft[];
  /** Events that wait from now on. */
  readonly parked: readonly Parked[];
  /** Ids of events that waited and wait no more. */
  readonly released: readonly string[];
  readonly contradictions: readonly Contradiction[];
  readonly batches: readonly BatchLife[];
}

/**
 * Gives events their place in the log. Pure.
 *
 * Whatever order they come in, the log shows: a batch's header before its codes, a code's issue before its use,
 * one issue and at most one use for each position, and no use after the batch was settled.
 */
export function sequence(view: LogView, events: readonly LoggedEvent[]): Sequenced {
  const sequencing = new Sequencing(view);
  for (const event of events) sequencing.take(event);
  return sequencing.result();
}

class Sequencing {
  readonly #view: LogView;
  readonly #drafts: Draft[] = [];
  readonly #contradictions: Contradiction[] = [];
  readonly #batches = new Map<number, BatchLife>();
  readonly #issued: Positions;
  readonly #used: Positions;
  readonly #parking: Parking;

  constructor(view: LogView) {
    this.#view = view;
    this.#issued = new Positions(view.issued);
    this.#used = new Positions(view.used);
    this.#parking = new Parking(view.parked);
  }

  result(): Sequenced {
    return {
      drafts: this.#drafts,
      contradictions: this.#contradictions,
      batches: [...this.#batches.values()],
      ...this.#parking.changes(),
    };
  }

  take(event: LoggedEvent): void {
    switch (event.type) {
      case 'otp.batch.opened':
        return this.#open(event);
      case 'otp.batch.closed':
        return this.#close(event);
      case 'otp.issued':
        return this.#issue(event);
      case 'otp.verified':
      case 'otp.rejected':
      case 'otp.locked':
        return this.#conclude(event);
    }
  }

  #open(event: BatchOpenedEvent): void {
    const life = this.#life(event.batch);
    if (life.opened) return this.#contradict('opened-twice', event);
    this.#drafts.push({ index: this.#next(), event, chain: this.#view.head });
    this.#batches.set(event.batch, { ...life, opened: true });
    this.#takeAgain(this.#parking.leaveHeader(event.batch));
  }

  #close(event: BatchClosedEvent): void {
    const life = this.#life(event.batch);
    if (!life.opened) return this.#parking.park({ event, wait: 'header' });
    if (life.closing !== null) return this.#contradict('closed-twice', event);
    const closing = { count: event.count, void: event.void };
    const isTrue =
      closing.count <= MAX_POSITIONS &&
      areCanonical(closing.void, closing.count) &&
      this.#issued.of(event.batch).every((at) => admits(closing, at));
    if (!isTrue) return this.#contradict('closing-contradicts', event);
    this.#batches.set(event.batch, { ...life, closing, refersBelow: this.#log(event) + 1 });
    // Outcomes at positions that the closing rules out would wait for ever: taken again, they are evidence.
    this.#takeAgain(this.#parking.leaveBatch(event.batch));
  }

  #issue(event: IssuedEvent): void {
    const life = this.#life(event.batch);
    if (!life.opened) return this.#parking.park({ event, wait: 'header' });
    if (this.#issued.has(event)) return this.#contradict('issued-twice', event);
    if (!admits(life.closing, event.position)) return this.#contradict('issued-outside-batch', event);
    const below = this.#log(event) + 1;
    this.#issued.add(event);
    this.#batches.set(event.batch, {
      ...life,
      issued: life.issued + 1,
      issuedBelow: below,
      refersBelow: below,
      lastExpiresMs: Math.max(life.lastExpiresMs, event.expiresAtMs),
    });
    this.#takeAgain(this.#parking.leaveIssue(event));
  }

  #conclude(event: OutcomeEvent): void {
    const life = this.#life(event.batch);
    if (!this.#issued.has(event)) {
      if (!admits(life.closing, event.position)) return this.#contradict('outcome-without-issue', event);
      return this.#parking.park({ event, wait: 'issue' });
    }
    if (event.type !== 'otp.verified') return void this.#log(event);
    if (this.#used.has(event)) return this.#contradict('used-twice', event);
    if (life.settled) return this.#contradict('used-after-settlement', event);
    this.#used.add(event);
    this.#batches.set(event.batch, { ...life, refersBelow: this.#log(event) + 1 });
  }

  /** What waited is taken in order of arrival; what still cannot be logged parks again or contradicts. */
  #takeAgain(free: readonly Parked[]): void {
    for (const { event } of free) this.take(event);
  }

  #log(event: Exclude<LoggedEvent, BatchOpenedEvent>): number {
    const index = this.#next();
    this.#drafts.push({ index, event });
    return index;
  }

  #next(): number {
    return this.#view.size + this.#drafts.length;
  }

  #contradict(kind: EvidenceKind, event: LoggedEvent): void {
    this.#contradictions.push({ kind, event });
  }

  #life(batch: number): BatchLife {
    return this.#batches.get(batch) ?? this.#view.batches.get(batch) ?? unseen(batch);
  }
}
