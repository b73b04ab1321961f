import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { BatchLife } from './batch-life.js';
import type { Draft, LoggedEvent } from './draft.js';
import { closed, issued, locked, opened, rejected, verified } from './events.fixture.js';
import type { Parked } from './parking.js';
import type { Place } from './positions.js';
import { sequence, type Contradiction } from './sequence.js';

/** A log in memory: applies what `sequence` says, list by list, as the database would. */
class MemoryLog {
  readonly drafts: Draft[] = [];
  readonly contradictions: Contradiction[] = [];
  readonly batches = new Map<number, BatchLife>();
  parked: Parked[] = [];
  readonly #seen = new Set<string>();

  append(list: readonly LoggedEvent[]): void {
    const fresh = list.filter(({ id }) => !this.#seen.has(id) && this.#seen.add(id) !== undefined);
    const done = sequence(
      {
        size: this.drafts.length,
        batches: this.batches,
        issued: this.#places('otp.issued'),
        used: this.#places('otp.verified'),
        parked: this.parked,
        head: null,
      },
      fresh,
    );
    this.drafts.push(...done.drafts);
    this.contradictions.push(...done.contradictions);
    for (const life of done.batches) this.batches.set(life.batch, life);
    const replaced = new Set([...done.released, ...done.parked.map(({ event }) => event.id)]);
    this.parked = [...this.parked.filter(({ event }) => !replaced.has(event.id)), ...done.parked];
  }

  #places(type: LoggedEvent['type']): Place[] {
    return this.drafts.flatMap(({ event }) => (event.type === type && 'position' in event ? [event] : []));
  }
}

/** Every event of a few batches, each code with a fate of its own. */
const history = fc
  .array(fc.array(fc.constantFrom('void', 'unused', 'used', 'refused', 'locked'), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((batches) =>
    batches.flatMap((fates, at): LoggedEvent[] => {
      const batch = at + 1;
      const voids = fates.flatMap((fate, position) => (fate === 'void' ? [position] : []));
      return [
        opened(batch),
        ...fates.flatMap((fate, position): LoggedEvent[] => {
          const place = { batch, position, challenge: randomUUID() };
          if (fate === 'void') return [];
          if (fate === 'unused') return [issued(place)];
          if (fate === 'used') return [issued(place), rejected(place), verified(place)];
          return [issued(place), fate === 'locked' ? locked(place) : rejected(place)];
        }),
        closed(batch, fates.length, voids),
      ];
    }),
  );

/** The history in any order, some of it twice, cut into lists of any length. */
const deliveries = history.chain((events) =>
  fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.subarray(events),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 8 }),
    )
    .map(([order, again, lengths]) => ({ events, lists: slice([...order, ...again], lengths) })),
);

function slice(events: readonly LoggedEvent[], lengths: readonly number[]): LoggedEvent[][] {
  const lists: LoggedEvent[][] = [];
  for (let start = 0; start < events.length;) {
    const length = lengths[lists.length % lengths.length] ?? 1;
    lists.push(events.slice(start, start + length));
    start += length;
  }
  return lists;
}

test('in whatever order events come, each is logged once and nothing stays behind', () => {
  fc.assert(
    fc.property(deliveries, ({ events, lists }) => {
      const log = new MemoryLog();
      for (const list of lists) log.append(list);
      assert.deepEqual(log.drafts.map(({ event }) => event.id).toSorted(), events.map(({ id }) => id).toSorted());
      assert.deepEqual(log.parked, []);
      assert.deepEqual(log.contradictions, []);
      assert.deepEqual(
        log.drafts.map(({ index }) => index),
        log.drafts.map((_, at) => at),
      );
    }),
    { numRuns: 300 },
  );
});

test('at every moment the log shows a header before its codes and an issue before its use', () => {
  fc.assert(
    fc.property(deliveries, ({ lists }) => {
      const log = new MemoryLog();
      for (const list of lists) {
        log.append(list);
        const headers = new Set<number>();
        const issues = new Set<string>();
        for (const { event } of log.drafts) {
          if (event.type === 'otp.batch.opened') headers.add(event.batch);
          else assert.ok(headers.has(event.batch), `${event.type} before the header of batch ${event.batch}`);
          if (event.type === 'otp.issued') issues.add(`${event.batch}/${event.position}`);
          else if ('position' in event) assert.ok(issues.has(`${event.batch}/${event.position}`));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the life of a batch counts its codes, its last issue and its last reference', () => {
  const place = { batch: 1, position: 0, challenge: randomUUID() };
  const log = new MemoryLog();
  log.append([verified(place), issued(place, 90_000), opened(1), closed(1, 2, [1])]);
  assert.deepEqual(
    log.drafts.map(({ event }) => event.type),
    ['otp.batch.opened', 'otp.issued', 'otp.verified', 'otp.batch.closed'],
  );
  assert.deepEqual(log.batches.get(1), {
    batch: 1,
    opened: true,
    issued: 1,
    issuedBelow: 2,
    refersBelow: 4,
    lastExpiresMs: 90_000,
    closing: { count: 2, void: [[1, 1]] },
    settled: false,
  });
});

const place = { batch: 1, position: 0, challenge: randomUUID() };
const elsewhere = { batch: 1, position: 1, challenge: randomUUID() };
const contradictions: readonly [what: string, events: () => LoggedEvent[], kind: string][] = [
  ['a second issue of one position', () => [opened(1), issued(place), issued(place)], 'issued-twice'],
  ['a second use of one position', () => [opened(1), issued(place), verified(place), verified(place)], 'used-twice'],
  ['two uses that both came early', () => [verified(place), verified(place), opened(1), issued(place)], 'used-twice'],
  ['a second header', () => [opened(1), opened(1)], 'opened-twice'],
  ['a second closing', () => [opened(1), closed(1, 0, []), closed(1, 0, [])], 'closed-twice'],
  ['a code at a void position', () => [opened(1), closed(1, 1, [0]), issued(place)], 'issued-outside-batch'],
  ['a code beyond the count', () => [opened(1), closed(1, 1, []), issued(elsewhere)], 'issued-outside-batch'],
  ['a use at a void position', () => [opened(1), closed(1, 1, [0]), verified(place)], 'outcome-without-issue'],
  ['an early use at a void position', () => [verified(place), opened(1), closed(1, 1, [0])], 'outcome-without-issue'],
  ['a closing that voids a code', () => [opened(1), issued(place), closed(1, 1, [0])], 'closing-contradicts'],
  [
    'a closing of more positions than a tree is built for',
    () => [opened(1), closed(1, 2 ** 20 + 1, [])],
    'closing-contradicts',
  ],
  ['a closing that forgets a code', () => [opened(1), issued(elsewhere), closed(1, 1, [])], 'closing-contradicts'],
];
for (const [what, events, kind] of contradictions) {
  test(`${what} is kept as evidence and never logged`, () => {
    const log = new MemoryLog();
    log.append(events());
    assert.deepEqual(
      log.contradictions.map((found) => found.kind),
      [kind],
    );
    const refused = new Set(log.contradictions.map(({ event }) => event.id));
    assert.ok(log.drafts.every(({ event }) => !refused.has(event.id)));
    assert.deepEqual(log.parked, []);
  });
}

test('a use that comes after its batch was settled is evidence, a late refusal is logged', () => {
  const log = new MemoryLog();
  log.append([opened(1), issued(place), closed(1, 1, [])]);
  const life = log.batches.get(1);
  assert.ok(life);
  log.batches.set(1, { ...life, settled: true });
  log.append([rejected(place), verified(place)]);
  assert.equal(log.drafts.at(-1)?.event.type, 'otp.rejected');
  assert.deepEqual(
    log.contradictions.map(({ kind }) => kind),
    ['used-after-settlement'],
  );
});
