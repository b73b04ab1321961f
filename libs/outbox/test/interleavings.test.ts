import type { Delivered } from '@otp-notary/bus';
import { decodeEvent } from '@otp-notary/events';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { emit } from '../src/index.js';
import { numbered, publishing, startLine, TOPIC, until, type Line } from './line.js';

const TRANSACTIONS = 4;
const KEYS = ['a', 'b'];

type Step =
  | { readonly do: 'emit'; readonly tx: number; readonly key: string; readonly events: number }
  | { readonly do: 'commit' | 'rollback' | 'number'; readonly tx: number }
  | { readonly do: 'wait'; readonly ms: number };

const tx = fc.nat({ max: TRANSACTIONS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('emit'),
      tx,
      key: fc.constantFrom(...KEYS),
      events: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit'), tx }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback'), tx }) },
  // Takes the transaction's number now, before it writes anything.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('number'), tx }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.nat({ max: 25 }) }) },
);

interface Emitted {
  readonly id: string;
  readonly key: string;
  /** When it was written and when its transaction was committed, in steps. */
  readonly writtenAt: number;
  readonly tx: object;
  committedAt: number;
}

/** Open transactions of one run, and what a correct outbox must make of them. */
class Story {
  readonly emitted: Emitted[] = [];
  readonly #run = randomUUID();
  readonly #open = new Map<number, { client: PoolClient; events: Emitted[] }>();
  #now = 0;

  constructor(private readonly line: Line) {}

  async tell(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.#now += 1;
      if (step.do === 'wait') await delay(step.ms);
      else if (step.do === 'emit') await this.#emit(step.tx, step.key, step.events);
      else if (step.do === 'number')
        await (await this.#transaction(step.tx)).client.query('select pg_current_xact_id()');
      else await this.#end(step.tx, step.do);
    }
    for (let n = 0; n < TRANSACTIONS; n += 1) {
      this.#now += 1;
      await this.#end(n, 'commit');
    }
  }

  async #transaction(n: number): Promise<{ client: PoolClient; events: Emitted[] }> {
    const running = this.#open.get(n);
    if (running !== undefined) return running;
    const begun = { client: await this.line.pool.connect(), events: [] };
    await begun.client.query('begin');
    this.#open.set(n, begun);
    return begun;
  }

  async #emit(n: number, name: string, count: number): Promise<void> {
    const transaction = await this.#transaction(n);
    const key = `${this.#run}.${name}`;
    const events = Array.from({ length: count }, (_, index) => numbered(key, index));
    await emit(transaction.client, events);
    for (const { id } of events) {
      transaction.events.push({
        id,
        key,
        writtenAt: this.#now,
        tx: transaction,
        committedAt: Number.POSITIVE_INFINITY,
      });
    }
  }

  async #end(n: number, how: 'commit' | 'rollback'): Promise<void> {
    const running = this.#open.get(n);
    if (running === undefined) return;
    this.#open.delete(n);
    await running.client.query(how);
    running.client.release();
    if (how === 'rollback') return;
    for (const event of running.events) event.committedAt = this.#now;
    this.emitted.push(...running.events);
  }

  /** Whether the events of one key had to come in this order. */
  static precedes(one: Emitted, other: Emitted): boolean {
    return (
      one.key === other.key &&
      (one.committedAt < other.writtenAt || (one.tx === other.tx && one.writtenAt < other.writtenAt))
    );
  }
}

describe('any interleaving of transactions', { timeout: 100_000 }, () => {
  let line: Line;
  let stop: () => Promise<void>;
  const came: Delivered[] = [];
  const stopped = new AbortController();
  let reading: Promise<void>;

  before(async () => {
    line = await startLine();
    stop = publishing(line);
    reading = line.bus
      .consumer({ group: 'all', topics: [TOPIC] })
      .run(async (batch) => void came.push(...batch), stopped.signal);
  });
  after(async () => {
    stopped.abort();
    await reading;
    await stop();
    await line.stop();
  });

  it('publishes what was committed, each event once, and each key in the order of its causes', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const from = came.length;
      const story = new Story(line);
      await story.tell(steps);
      await until(async () => came.length - from >= story.emitted.length, 10_000, 'not all was published');
      await until(async () => (await line.pool.query('select from outbox')).rowCount === 0, 5_000, 'rows stay');
      const places = new Map(came.slice(from).map(({ value }, place) => [decodeEvent(value).id, place]));
      assert.equal(came.length - from, story.emitted.length);
      assert.deepEqual(new Set(places.keys()), new Set(story.emitted.map(({ id }) => id)));
      for (const one of story.emitted) {
        for (const other of story.emitted) {
          if (Story.precedes(one, other)) assert.ok((places.get(one.id) ?? 0) < (places.get(other.id) ?? 0));
        }
      }
    });
    await fc.assert(property, { numRuns: 40, endOnFailure: true });
  });
});
