import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDatabases, type TestPostgres } from './postgres.js';
import { batchOf } from './stream.js';
import { TestLog } from './test-log.js';
import { readWholeLog } from './whole-log.js';

let postgres: TestPostgres;
before(async () => {
  postgres = await startDatabases();
});
after(() => postgres.stop());

test(
  'events in any order, in lists of any length, make a log that holds each of them once',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.integer(),
        async (codes, lengths, seed) => {
          const log = await TestLog.over(await postgres.database());
          const events = [...batchOf(1, codes), ...batchOf(2, 3)];
          const order = shuffled(events, seed);
          for (let start = 0, turn = 0; start < order.length; turn += 1) {
            const length = lengths[turn % lengths.length] ?? 1;
            await log.append(order.slice(start, start + length));
            if (turn % 3 === 0) await log.cut();
            start += length;
          }
          await log.cut();
          const whole = await readWholeLog(log.pool, log.vkey);
          assert.deepEqual(
            whole.leaves.map(({ eventId }) => eventId).toSorted(),
            events.map(({ id }) => id).toSorted(),
          );
          assert.equal(whole.checkpoints.at(-1)?.size, events.length);
        },
      ),
      { numRuns: 12 },
    );
  },
);

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item, at) => ({ item, key: Math.imul(at + 1, 0x9e3779b1 ^ seed) >>> 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
