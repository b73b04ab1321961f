import type { Delivered } from '@otp-notary/bus';
import { DEAD_LETTER_TOPIC } from '@otp-notary/events';
import { inTransaction } from '@otp-notary/persistence';
import { Metrics } from '@otp-notary/platform';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { emit, Inbox, outboxRow } from '../src/index.js';
import {
  everything,
  keyAndNumber,
  log,
  numbered,
  publishing,
  startLine,
  taking,
  TOPIC,
  until,
  type Line,
} from './line.js';

describe('the inbox', { timeout: 100_000 }, () => {
  let line: Line;
  const metrics = new Metrics();
  const inbox = new Inbox({ log, metrics });
  before(async () => void (line = await startLine()));
  after(async () => line?.stop());
  beforeEach(() => line.pool.query('delete from inbox_seen'));
  // Each test has a partition of its own.
  let partition = 100;
  beforeEach(() => void (partition += 1));

  const at = (offset: number, value: string, headers = {}): Delivered => ({
    topic: TOPIC,
    partition,
    offset: BigInt(offset),
    key: 'k',
    value,
    headers,
  });
  const event = (offset: number, n: number): Delivered => at(offset, outboxRow(numbered('k', n)).payload);
  const numbers = (events: readonly Parameters<typeof keyAndNumber>[0][]): number[] =>
    events.map((e) => keyAndNumber(e)[1]);
  const take = (batch: readonly Delivered[]): Promise<number[]> =>
    inTransaction(line.pool, async (tx) => numbers(await inbox.take(tx, batch)));
  const consumed = (): Promise<bigint | undefined> =>
    inTransaction(line.pool, async (tx) => (await inbox.consumed(tx)).get(`${TOPIC}/${partition}`));

  it('returns events in the order of their delivery', async () => {
    assert.deepEqual(await take([event(0, 5), event(1, 3), event(2, 4)]), [5, 3, 4]);
    assert.deepEqual(await take([]), []);
  });

  it('drops what is delivered again, and takes the rest of the batch', async () => {
    const batch = [event(0, 0), event(1, 1)];
    await take(batch);
    assert.deepEqual(await take([...batch, event(2, 2)]), [2]);
    // Also when the ids are long forgotten.
    await inTransaction(line.pool, (tx) => inbox.prune(tx, 0));
    assert.deepEqual(await take(batch), []);
  });

  it('drops an event that was published again, at a new offset or in the same batch', async () => {
    const [first, second] = [event(0, 0), event(1, 1)];
    assert.deepEqual(await take([first, second, { ...first, offset: 2n }]), [0, 1]);
    assert.deepEqual(await take([{ ...second, offset: 3n }, event(4, 4)]), [4]);
  });

  it('moves the positions in the transaction of the effect', async () => {
    await take([event(7, 0)]);
    assert.equal(await consumed(), 8n);
    const failing = inTransaction(line.pool, async (tx) => {
      assert.deepEqual(numbers(await inbox.take(tx, [event(8, 1), event(9, 2)])), [1, 2]);
      assert.equal((await inbox.consumed(tx)).get(`${TOPIC}/${partition}`), 10n);
      throw new Error('the effect fails');
    });
    await assert.rejects(failing, /the effect fails/);
    assert.equal(await consumed(), 8n);
    assert.deepEqual(await take([event(8, 1), event(9, 2)]), [1, 2]);
  });

  it('lets two consumers that hold the same partition take each event once', async () => {
    const batch = Array.from({ length: 50 }, (_, n) => event(n, n));
    const takers = Array.from({ length: 8 }, (_, n) => take(batch.slice(n, 50 - n)));
    const taken = (await Promise.all(takers)).flat();
    await take(batch.slice(40));
    assert.equal(new Set(taken).size, taken.length);
  });

  it('sends what it cannot read to the dead letters with the reason, and goes on', async () => {
    const known = numbered('k', 1);
    const poison = [
      [at(0, 'no json'), /not JSON/],
      [at(1, JSON.stringify({ ...known, version: 2 })), /version/],
      [at(2, JSON.stringify({ ...known, extra: 'member' })), /unrecognized/],
      [at(3, JSON.stringify({ ...known, type: 'otp.unknown' })), /type/],
      [at(4, ''), /not JSON/],
      [{ ...event(5, 5), topic: 'otp.issues' } as const, /otp.watermark does not travel on otp.issues/],
    ] as const;
    const stop = publishing(line);
    assert.deepEqual(await take([...poison.map(([message]) => message), event(6, 6)]), [6]);
    const letters = (await everything(line.bus, poison.length)).filter(({ topic }) => topic === DEAD_LETTER_TOPIC);
    await stop();
    const read = letters.map(({ value }) => JSON.parse(value) as { reason: string; offset: string; value: string });
    for (const [message, reason] of poison) {
      const letter = read.find(({ offset }) => offset === message.offset.toString());
      assert.match(letter?.reason ?? 'no letter', reason);
      assert.equal(letter?.value, message.value);
    }
    assert.match(await metrics.registry.metrics(), /otp_inbox_dead_letters_total\{topic="otp.watermarks"\} 5/);
  });

  it('buries the largest and ugliest message without choking on it', async () => {
    const ugly = { ...at(0, '\u0001"\\'.repeat(400_000)), key: '\u0002'.repeat(100_000) };
    const stop = publishing(line);
    assert.deepEqual(await take([ugly, event(1, 1)]), [1]);
    await until(async () => (await line.pool.query('select from outbox')).rowCount === 0, 10_000, 'the letter stays');
    await stop();
  });

  it('goes on with the stream behind a poisonous message', async () => {
    const key = randomUUID();
    const publisher = await line.bus.publisher();
    await publisher.publish([{ topic: TOPIC, key, value: '{"type":', headers: {} }]);
    const stopped = new AbortController();
    const running = line.bus.consumer({ group: 'g', topics: [TOPIC] }).run(taking(line.pool), stopped.signal);
    const stop = publishing(line);
    await inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 1), numbered(key, 2)]));
    const effects = async (): Promise<boolean> =>
      (await line.pool.query('select from effect where key = $1', [key])).rowCount === 2;
    await until(effects, 10_000, 'the stream stands still');
    stopped.abort();
    await running;
    await stop();
  });

  it('forgets old ids only', async () => {
    const [old, young] = [event(0, 0), event(1, 1)];
    await take([old]);
    await line.pool.query('select pg_sleep(0.3)');
    await take([young]);
    await inTransaction(line.pool, (tx) => inbox.prune(tx, 200));
    assert.deepEqual(
      await take([
        { ...old, offset: 2n },
        { ...young, offset: 3n },
      ]),
      [0],
    );
  });
});
