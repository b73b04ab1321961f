import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Bus, BusPublisher } from '../src/index.js';
import { crashCases, TAKEOVER_MS } from './crash-cases.js';
import { ascending, byKey, messages, open, Reader, TOPIC, until, upTo, type BusUnderTest } from './bus-under-test.js';

/** What both adapters promise, on the real thing. */
export function busContract(name: string, start: () => Promise<BusUnderTest>): void {
  describe(`the bus over ${name}`, { timeout: 110_000 }, () => {
    let part: BusUnderTest;
    let bus: Bus;
    let publisher: BusPublisher;

    before(async () => {
      part = await start();
      bus = open(part.address);
      publisher = await bus.publisher();
    });
    after(async () => {
      await publisher?.close();
      await bus?.close();
      await part?.stop();
    });

    it('delivers the messages of one key in the order they were published', async () => {
      const reader = new Reader(bus, 'order', 'order');
      for (const from of [0, 100, 200]) await publisher.publish(messages('order', from, from + 100));
      await reader.count(300);
      await reader.stop();
      assert.deepEqual(
        [...reader.numbers].sort((a, b) => a - b),
        upTo(300),
      );
      for (const [key, numbers] of byKey(reader.got))
        assert.ok(ascending(numbers), `${key} came as ${String(numbers)}`);
    });

    it('carries key, value and headers unharmed, any Unicode included', async () => {
      const sent = {
        topic: TOPIC,
        key: 'ключ-鍵-🔑',
        value: JSON.stringify({
          run: 'text',
          n: 0,
          text: 'naïve „quotes" \\ \n {a,b} NULL \u0000 \ud83d\ude00 한국어',
        }),
        headers: {
          run: 'text',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          ü: 'é "x", {y}',
        },
      };
      const reader = new Reader(bus, 'text', 'text');
      await publisher.publish([sent, { ...sent, key: '', value: '', headers: { run: 'text' } }]);
      await until(
        () => reader.got.length === 2,
        20_000,
        () => 'the messages did not come',
      );
      await reader.stop();
      const [whole, empty] = [...reader.got].sort((a, b) => b.value.length - a.value.length);
      assert.deepEqual({ ...whole, partition: 0, offset: 0n }, { ...sent, partition: 0, offset: 0n });
      assert.equal(empty?.key, '');
      assert.equal(empty?.value, '');
    });

    it('takes a thousand messages at once and hands out no batch larger than asked', async () => {
      const reader = new Reader(bus, 'thousand', 'thousand', 64);
      await publisher.publish(messages('thousand', 0, 1000));
      await reader.count(1000);
      await reader.stop();
      assert.ok(reader.batches.every((batch) => batch.length <= 64));
      assert.equal(reader.got.length, 1000);
    });

    it('hands the same batch again when the handler throws, and then goes on', async () => {
      await publisher.publish(messages('throws', 0, 20, 1));
      const reader = new Reader(bus, 'throws', 'throws', 20).failNext(2);
      await reader.count(20);
      await publisher.publish(messages('throws', 20, 30, 1));
      await reader.count(30);
      await reader.stop();
      const [first = [], second = [], third = []] = reader.batches.filter((batch) => batch.length > 0);
      assert.deepEqual(second, first);
      assert.deepEqual(third, first);
      assert.deepEqual(reader.numbers, upTo(30));
    });

    it('goes on behind what a group has committed', async () => {
      await publisher.publish(messages('resume', 0, 50));
      const first = new Reader(bus, 'resume', 'resume');
      await first.count(50);
      await first.stop();
      await publisher.publish(messages('resume', 50, 80));
      const second = new Reader(bus, 'resume', 'resume');
      await second.count(30);
      await second.stop();
      assert.deepEqual(
        [...second.numbers].sort((a, b) => a - b),
        upTo(80).slice(50),
      );
    });

    it('gives every group all messages, a late one from the beginning', async () => {
      const early = new Reader(bus, 'early', 'groups');
      await publisher.publish(messages('groups', 0, 40));
      await early.count(40);
      const late = new Reader(bus, 'late', 'groups');
      await late.count(40);
      await Promise.all([early.stop(), late.stop()]);
      assert.equal(early.got.length, 40);
      assert.equal(late.got.length, 40);
    });

    it('shares the partitions among the members of a group', async () => {
      const readers = [new Reader(bus, 'share', 'share'), new Reader(bus, 'share', 'share')];
      let sent = 0;
      await until(
        () => {
          void publisher.publish(messages('share', sent, (sent += 8)));
          return readers.every(({ got }) => got.length > 0);
        },
        TAKEOVER_MS,
        () => `the members got ${String(readers.map(({ got }) => got.length))}`,
      );
      await until(
        () => new Set(readers.flatMap(({ numbers }) => numbers)).size === sent,
        TAKEOVER_MS,
        () => 'some got lost',
      );
      await Promise.all(readers.map((reader) => reader.stop()));
    });

    it('leaves no hole and keeps the order of each key while many publish at once', async () => {
      const reader = new Reader(bus, 'crowd', 'crowd', 100);
      const crowd = upTo(6).map(async (writer) => {
        const own = await bus.publisher();
        for (let from = 0; from < 300; from += 50) {
          await own.publish(messages('crowd', from, from + 50, 4, `${writer}/`));
        }
        await own.close();
      });
      await Promise.all(crowd);
      await until(
        () => reader.got.length === 1800,
        20_000,
        () => `${reader.got.length} of 1800 came`,
      );
      await reader.stop();
      for (const [key, numbers] of byKey(reader.got))
        assert.ok(ascending(numbers), `${key} came as ${String(numbers)}`);
      for (const partition of new Set(reader.got.map((message) => message.partition))) {
        const offsets = reader.got
          .filter((message) => message.partition === partition)
          .map(({ offset }) => Number(offset));
        assert.ok(ascending(offsets));
      }
    });

    it('tells ends that lie above all that was published', async () => {
      await publisher.publish(messages('ends', 0, 100, 16));
      const { [TOPIC]: ends = [] } = await publisher.ends([TOPIC]);
      const reader = new Reader(bus, 'ends', 'ends');
      await reader.count(100);
      await reader.stop();
      assert.deepEqual(
        ends.map(({ partition }) => partition),
        [0, 1, 2, 3],
      );
      for (const { partition, next } of ends) {
        const offsets = reader.got.filter((message) => message.partition === partition).map(({ offset }) => offset);
        assert.ok(
          offsets.every((offset) => offset < BigInt(next)),
          `${next} does not cover ${String(offsets)}`,
        );
        // Nobody published in between: the last message stands right below the end.
        assert.ok(offsets.length === 0 || offsets.includes(BigInt(next) - 1n));
      }
    });

    crashCases(() => ({ part, bus, publisher }));
  });
}
