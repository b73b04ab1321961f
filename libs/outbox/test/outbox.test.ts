import { inTransaction } from '@otp-notary/persistence';
import { Metrics } from '@otp-notary/platform';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { emit, OutboxPublisher, type Pass } from '../src/index.js';
import {
  byKey,
  drained,
  everything,
  leadershipOf,
  log,
  numbered,
  publishing,
  startLine,
  until,
  type Line,
} from './line.js';

describe('the outbox', { timeout: 100_000 }, () => {
  let line: Line;
  let runs = 0;
  let key: string;
  let stop: () => Promise<void>;
  const open: PoolClient[] = [];

  before(async () => void (line = await startLine()));
  after(async () => line?.stop());
  beforeEach(() => {
    key = `k${(runs += 1)}`;
    stop = async () => undefined;
  });
  afterEach(async () => {
    await stop();
    for (const client of open.splice(0)) client.release(true);
  });

  async function begun(): Promise<PoolClient> {
    const client = await line.pool.connect();
    open.push(client);
    await client.query('begin');
    return client;
  }
  /** Numbers of this test's keys on the bus; waits for `wanted` of them. */
  async function published(wanted: number): Promise<number[]> {
    let numbers: number[] = [];
    await until(
      async () => {
        numbers = byKey(await everything(line.bus, 0)).get(key) ?? [];
        return numbers.length >= wanted;
      },
      20_000,
      `${wanted} did not come`,
    );
    return numbers;
  }

  it('publishes what a transaction committed, in order, and nothing of one that was rolled back', async () => {
    stop = publishing(line);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 0), numbered(key, 1)]));
    await assert.rejects(
      inTransaction(line.pool, async (tx) => {
        await emit(tx, [numbered(key, 2)]);
        throw new Error('refused');
      }),
    );
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 3)]));
    assert.deepEqual(await published(3), [0, 1, 3]);
  });

  it('does not skip a row with a lower id that commits later', async () => {
    const late = await begun();
    await emit(late, [numbered(`${key}.late`, 1)]);
    stop = publishing(line);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 2)]));
    await published(1);
    await late.query('commit');
    await drained(line.pool);
    assert.deepEqual(byKey(await everything(line.bus, 0)).get(`${key}.late`), [1]);
  });

  it('keeps the order of a key also where transaction numbers do not follow it', async () => {
    // `second` has its number first, then waits for `first`; `elsewhere` keeps the snapshot horizon between the two.
    const second = await begun();
    await second.query('select pg_current_xact_id()');
    const elsewhere = await begun();
    await elsewhere.query('select pg_current_xact_id()');
    stop = publishing(line);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 1)]));
    await emit(second, [numbered(key, 2)]);
    await second.query('commit');
    assert.deepEqual(await published(2), [1, 2]);
  });

  it('is not held up by a long transaction elsewhere', async () => {
    const long = await begun();
    await long.query('select pg_current_xact_id()');
    stop = publishing(line);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 1)]));
    assert.deepEqual(await published(1), [1]);
  });

  it('moves more rows than one pass holds', async () => {
    await inTransaction(line.pool, (tx) =>
      emit(
        tx,
        Array.from({ length: 2_500 }, (_, n) => numbered(key, n)),
      ),
    );
    stop = publishing(line);
    const numbers = await published(2_500);
    assert.deepEqual(
      numbers,
      Array.from({ length: 2_500 }, (_, n) => n),
    );
  });

  it('keeps its rows while the bus is down, and empties once it is back', async () => {
    stop = publishing(line);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 0)]));
    await published(1);
    await line.busServer.crash();
    for (let n = 1; n < 20; n += 1) await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, n)]));
    await delay(1_500);
    assert.equal((await line.pool.query('select from outbox')).rowCount, 19);
    await line.busServer.restart();
    await drained(line.pool);
    // A publish whose answer was lost comes twice; the first of each is in order.
    assert.deepEqual(
      [...new Set(await published(20))],
      Array.from({ length: 20 }, (_, n) => n),
    );
  });

  it('tells after each pass what its leader has done, and writes in the same transaction', async () => {
    const passes: Omit<Pass, 'client'>[] = [];
    stop = publishing(line, {
      afterPass: async ({ client, ...pass }) => {
        passes.push(pass);
        if (passes.length === 1) await emit(client, [numbered(key, 1)]);
        if (passes.length === 2) throw new Error('it fails once');
      },
    });
    assert.deepEqual(await published(1), [1]);
    await until(async () => passes.length > 3, 5_000, 'no more passes');
    assert.ok(passes.every(({ fence, drained }) => fence > 0n && drained));
    assert.equal(passes.reduce((sum, pass) => sum + pass.published, 0) <= 1, true);
    assert.deepEqual(await published(1), [1]);
  });

  it('shows in its metrics what waits and for how long', async () => {
    const metrics = new Metrics();
    const options = { pool: line.pool, leadership: leadershipOf(line.address), log, metrics };
    const publisher = new OutboxPublisher({ ...options, publisher: () => line.bus.publisher() });
    assert.ok(publisher);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 0), numbered(key, 1)]));
    await delay(50);
    const text = await metrics.registry.metrics();
    assert.match(text, /^otp_outbox_pending 2$/m);
    assert.ok(Number(/^otp_outbox_oldest_age_seconds (\S+)$/m.exec(text)?.[1]) > 0.04);
    stop = publishing(line);
    await drained(line.pool);
    assert.match(await metrics.registry.metrics(), /^otp_outbox_pending 0$/m);
  });
});
