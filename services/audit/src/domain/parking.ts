import type { LoggedEvent } from './draft.js';
import type { Place } from './positions.js';

/** Why an event waits: for the header leaf of its batch, or for the `issued` leaf of its position. */
export type Wait = 'header' | 'issue';

/** An event that came before what must stand in the log ahead of it. */
export interface Parked {
  readonly event: LoggedEvent;
  readonly wait: Wait;
}

/** The events that wait, in order of arrival within a batch or position. */
export class Parking {
  readonly #before: readonly Parked[];
  /** By batch; events come and go at its ends, and a batch holds a few thousand at most. */
  readonly #waiting = new Map<number, Parked[]>();

  constructor(before: readonly Parked[]) {
    this.#before = before;
    for (const parked of before) this.park(parked);
  }

  park(parked: Parked): void {
    const waiting = this.#waiting.get(parked.event.batch);
    if (waiting === undefined) this.#waiting.set(parked.event.batch, [parked]);
    else waiting.push(parked);
  }

  /** What waited for the header of a batch leaves. */
  leaveHeader(batch: number): readonly Parked[] {
    return this.#leave(batch, ({ wait }) => wait === 'header');
  }

  /** All that waits in a batch leaves. */
  leaveBatch(batch: number): readonly Parked[] {
    return this.#leave(batch, () => true);
  }

  /** What waited for the issue of a position leaves. */
  leaveIssue({ batch, position }: Place): readonly Parked[] {
    return this.#leave(batch, ({ event }) => 'position' in event && event.position === position);
  }

  /** What differs from the beginning: who waits now (or for something else than before), and who no longer does. */
  changes(): { readonly parked: readonly Parked[]; readonly released: readonly string[] } {
    const after = [...this.#waiting.values()].flat();
    const waits = new Map(this.#before.map(({ event, wait }) => [event.id, wait]));
    const still = new Set(after.map(({ event }) => event.id));
    return {
      parked: after.filter(({ event, wait }) => waits.get(event.id) !== wait),
      released: this.#before.filter(({ event }) => !still.has(event.id)).map(({ event }) => event.id),
    };
  }

  #leave(batch: number, isFree: (parked: Parked) => boolean): readonly Parked[] {
    const waiting = this.#waiting.get(batch);
    if (waiting === undefined) return [];
    const free = waiting.filter((parked) => isFree(parked));
    if (free.length > 0)
      this.#waiting.set(
        batch,
        waiting.filter((parked) => !isFree(parked)),
      );
    return free;
  }
}
