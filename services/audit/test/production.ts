import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { SignedState } from '../src/domain/signed-state.js';
import { eventually } from './eventually.js';
import type { Line } from './line.js';
import { shuffledBatch } from './stream.js';
import { readWholeLog, type WholeLog } from './whole-log.js';

/** A stream of events into one line, and what must have become of it in the end. */
export class Production {
  /** Ids of everything on the bus. */
  readonly published: string[] = [];
  #batches = 0;
  #running: { readonly enough: AbortController; readonly done: Promise<void> } | undefined;

  constructor(private readonly line: Line) {}

  /** Publishes whole batches, in pieces and out of order, until `end`. */
  begin(codes: number, pauseMs: number): void {
    const enough = new AbortController();
    this.#running = { enough, done: this.#produce(enough.signal, codes, pauseMs) };
  }

  /**
   * Ends the stream, waits until all of it stands in the log under a signature, and checks the whole log: every event
   * once, in the order that a log keeps, and every checkpoint the log's own signature on its own tree.
   */
  async end(): Promise<WholeLog> {
    this.#running?.enough.abort();
    await this.#running?.done;
    const { pool } = this.line.database;
    const signed = async (): Promise<number> =>
      Number((await pool.query('select max(size) as size from checkpoint')).rows[0].size);
    // A backlog may be long; it must become shorter all the time.
    for (let seen = await signed(); seen < this.published.length;) {
      const before = seen;
      seen = await eventually('signed leaves', signed, (size) => size > before, 15_000);
    }
    const whole = await readWholeLog(pool, this.line.vkey);
    assert.deepEqual(whole.leaves.map(({ eventId }) => eventId).toSorted(), this.published.toSorted());
    return whole;
  }

  async #produce(signal: AbortSignal, codes: number, pauseMs: number): Promise<void> {
    while (!signal.aborted) {
      this.#batches += 1;
      const events = shuffledBatch(this.#batches, codes);
      for (let at = 0; at < events.length; at += 40) {
        await this.line.publish(events.slice(at, at + 40));
        await delay(pauseMs);
      }
      this.published.push(...events.map(({ id }) => id));
    }
  }
}

/** Whatever was signed at any moment is a tree of the log that stands now: no fork was signed. */
export function assertNoFork(whole: WholeLog, signed: readonly Pick<SignedState, 'size' | 'root'>[]): void {
  for (const { size, root } of signed) assert.ok(Buffer.from(root).equals(whole.tree.rootAt(size)), `signed ${size}`);
}
