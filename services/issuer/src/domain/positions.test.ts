import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { BatchLeases, Lease } from './ports.js';
import { Positions, type Ticket } from './positions.js';

/** Batches in memory: what a database would keep of them. */
class Book implements BatchLeases {
  readonly closed: number[] = [];
  opened = 0;
  lapsed = false;
  isDown = false;
  open(): Promise<Lease> {
    if (this.isDown) return Promise.reject(new Error('down'));
    return Promise.resolve({ batch: ++this.opened, until: new Date(1000) });
  }
  renew(): Promise<Date | null> {
    return Promise.resolve(this.lapsed ? null : new Date(2000));
  }
  close(batch: number): Promise<void> {
    if (this.isDown) return Promise.reject(new Error('down'));
    this.closed.push(batch);
    return Promise.resolve();
  }
  closeAbandoned(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

function numbering(codes: number, ageMs = 1000): { book: Book; positions: Positions; clock: { time: number } } {
  const book = new Book();
  const clock = { time: 0 };
  return { book, clock, positions: new Positions(book, { codes, ageMs }, { now: () => clock.time }) };
}

test('a batch is opened by its first code, not before', async () => {
  const { book, positions } = numbering(10);
  await positions.tend();
  assert.equal(book.opened, 0);
  await positions.take();
  assert.equal(book.opened, 1);
});

test('positions never repeat and batches have no gap, whatever the order of takes, ends and time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.oneof(fc.constant('take'), fc.constant('end'), fc.constant('lost'), fc.constant('age')), {
        maxLength: 80,
      }),
      async (codes, steps) => {
        const { book, positions, clock } = numbering(codes);
        const seen = new Set<string>();
        const open: Ticket[] = [];
        const next = new Map<number, number>();
        const lost = new Set<number>();
        for (const step of steps) {
          if (step === 'take') {
            const burst = await Promise.all(Array.from({ length: 3 }, () => positions.take()));
            for (const ticket of burst) {
              const place = `${ticket.batch}/${ticket.position}`;
              assert.ok(!seen.has(place), place);
              seen.add(place);
              assert.equal(ticket.position, next.get(ticket.batch) ?? 0, 'numbered without a gap');
              next.set(ticket.batch, ticket.position + 1);
              open.push(ticket);
            }
          } else if (step === 'age') {
            clock.time += 600;
            await positions.tend();
          } else {
            const ticket = open.shift();
            if (ticket !== undefined && step === 'lost') lost.add(ticket.batch);
            ticket?.release(step === 'end');
          }
          for (const batch of book.closed) {
            assert.ok(!open.some((ticket) => ticket.batch === batch), 'closed with an issue in flight');
            assert.ok(!lost.has(batch), 'closed with an unknown outcome');
          }
        }
        for (const ticket of open) ticket.release(true);
        await positions.end();
        assert.deepEqual(
          book.closed.toSorted((a, b) => a - b),
          Array.from({ length: book.opened }, (_, i) => i + 1).filter((batch) => !lost.has(batch)),
          'each batch is closed once, but those with an unknown outcome',
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('a batch that is old takes no more codes', async () => {
  const { positions, clock, book } = numbering(10, 1000);
  (await positions.take()).release(true);
  clock.time = 1000;
  await positions.tend();
  assert.deepEqual(book.closed, [1]);
  assert.equal((await positions.take()).batch, 2);
});

test('a lapsed lease ends the batch', async () => {
  const { positions, book } = numbering(10);
  (await positions.take()).release(true);
  book.lapsed = true;
  await positions.tend();
  assert.equal((await positions.take()).batch, 2);
});

test('a renewed lease is what later issues see', async () => {
  const { positions } = numbering(10);
  const ticket = await positions.take();
  await positions.tend();
  assert.equal(ticket.leaseUntil().getTime(), 2000);
});

test('a batch that could not be closed is closed later', async () => {
  const { positions, book } = numbering(1);
  const ticket = await positions.take();
  book.isDown = true;
  ticket.release(true);
  await assert.rejects(positions.tend());
  book.isDown = false;
  await positions.tend();
  assert.deepEqual(book.closed, [1]);
});

test('a failed lease fails the issues that wait for it and leaves the next one free to try', async () => {
  const { positions, book } = numbering(10);
  book.isDown = true;
  const both = await Promise.allSettled([positions.take(), positions.take()]);
  assert.deepEqual(
    both.map((end) => end.status),
    ['rejected', 'rejected'],
  );
  book.isDown = false;
  assert.equal((await positions.take()).position, 0);
});

test('no position is given after the end', async () => {
  const { positions } = numbering(10);
  await positions.end();
  await assert.rejects(positions.take(), { code: 'OTP_STORE_UNAVAILABLE' });
});
