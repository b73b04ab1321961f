import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Groups, type Waiting } from './groups.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('one item on a quiet service goes alone and at once', async () => {
  const sizes: number[] = [];
  const groups = new Groups<number, number>({ lanes: 2, size: 8, waiting: 10 }, async (group) => {
    sizes.push(group.length);
    await turn();
    for (const { item, resolve } of group) resolve(item);
  });
  assert.equal(await groups.add(7), 7);
  assert.deepEqual(sizes, [1]);
});

test('each item is settled once with its own result, in groups and lanes within their limits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }),
      async (lanes, size, bursts) => {
        let busy = 0;
        let order = -1;
        const work = async (group: readonly Waiting<number, number>[]): Promise<void> => {
          assert.ok(++busy <= lanes && group.length > 0 && group.length <= size);
          for (const { item } of group) {
            assert.ok(item > order, 'in the order of arrival');
            order = item;
          }
          await turn();
          for (const { item, resolve, reject } of group) {
            if (item % 5 === 0) reject(new Error(String(item)));
            else resolve(item * 2);
          }
          busy--;
        };
        const groups = new Groups<number, number>({ lanes, size, waiting: 1_000 }, work);
        const results: Promise<unknown>[] = [];
        let next = 0;
        for (const burst of bursts) {
          for (let n = 0; n < burst; n++) {
            const item = next++;
            results.push(groups.add(item).then((got) => assert.equal(got, item * 2), (error: Error) => assert.equal(error.message, String(item)))); // prettier-ignore
          }
          await turn();
        }
        await Promise.all(results);
        assert.equal(busy, 0);
      },
    ),
    { numRuns: 100 },
  );
});

test('what is more than can wait is refused at once, and only that', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const groups = new Groups<number, number>({ lanes: 1, size: 1, waiting: 3 }, async ([waiting]) => {
    await gate;
    waiting?.resolve(waiting.item);
  });
  const first = groups.add(0);
  await turn();
  const others = [1, 2, 3].map((item) => groups.add(item));
  await assert.rejects(groups.add(4), { code: 'OTP_STORE_UNAVAILABLE', retryAfterSeconds: 1 });
  release();
  assert.deepEqual(await Promise.all([first, ...others]), [0, 1, 2, 3]);
});

test('of those that claim the same one is at work at a time, a group is of one kind, and nothing is left behind', async () => {
  interface Item {
    readonly id: number;
    readonly kind: string;
    readonly claims: readonly string[];
  }
  const item = fc.record({
    kind: fc.constantFrom('a', 'b'),
    claims: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.array(item, { maxLength: 6 }), { maxLength: 12 }),
      async (lanes, bursts) => {
        const held: string[] = [];
        const work = async (group: readonly Waiting<Item, number>[]): Promise<void> => {
          assert.equal(new Set(group.map(({ item: { kind } }) => kind)).size, 1);
          const claims = group.flatMap(({ item: { claims: own } }) => own);
          held.push(...claims);
          assert.equal(new Set(held).size, held.length);
          await turn();
          held.splice(0, held.length, ...held.filter((claim) => !claims.includes(claim)));
          for (const { item: { id }, resolve } of group) resolve(id); // prettier-ignore
        };
        const groups = new Groups<Item, number>({ lanes, size: 4, waiting: 1_000 }, work, {
          kindOf: ({ kind }) => kind,
          claimsOf: ({ claims }) => claims,
        });
        const results: Promise<number>[] = [];
        for (const burst of bursts) {
          for (const each of burst) results.push(groups.add({ id: results.length, ...each }));
          await turn();
        }
        assert.deepEqual(await Promise.all(results), [...results.keys()]);
      },
    ),
    { numRuns: 100 },
  );
});

test('what comes goes past a group that is slow, and waits for one that is not', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const sizes: number[] = [];
  const groups = new Groups<number, number>({ lanes: 2, size: 8, waiting: 10 }, async (group) => {
    sizes.push(group.length);
    await (group[0]?.item === 0 ? gate : turn());
    for (const { item, resolve } of group) resolve(item);
  });
  const slow = groups.add(0);
  await turn();
  const gathered = [groups.add(1), groups.add(2)];
  await turn();
  assert.deepEqual(sizes, [1], 'they wait for the group at work');
  assert.deepEqual(await Promise.all(gathered), [1, 2]);
  assert.deepEqual(sizes, [1, 2], 'and go together when it proves to be slow');
  assert.equal(await groups.add(3), 3);
  release();
  assert.equal(await slow, 0);
});
