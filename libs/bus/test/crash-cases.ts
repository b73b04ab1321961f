import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { BusUnavailable, type Bus, type BusPublisher } from '../src/index.js';
import { ascending, byKey, messages, Reader, TOPIC, until, type BusUnderTest } from './bus-under-test.js';
import { Member } from './member.js';

/** A publish must end within this time, whatever the bus does. */
const BOUND_MS = 12_000;
/** "Within seconds": the longest lease or session of the adapters, and the time to notice. */
export const TAKEOVER_MS = 15_000;

/** The part of the contract where members die or hang and where the server is killed. */
export function crashCases(parts: () => { part: BusUnderTest; bus: Bus; publisher: BusPublisher }): void {
  it('reads on within seconds where a member died', async () => {
    const { part, bus, publisher } = parts();
    const dead = new Member(part.address, 'takeover', 'takeover');
    await publisher.publish(messages('takeover', 0, 40));
    await until(
      () => dead.numbers.length === 40,
      20_000,
      () => `the member got ${dead.numbers.length}`,
    );
    const heir = new Reader(bus, 'takeover', 'takeover');
    await delay(2_500);
    dead.signal('SIGKILL');
    await publisher.publish(messages('takeover', 40, 80));
    await until(
      () => new Set([...dead.numbers, ...heir.numbers]).size === 80,
      TAKEOVER_MS,
      () => `the heir got ${String(heir.numbers)}`,
    );
    await heir.stop();
  });

  it('does not let a member that hung move the offsets of its heirs', async () => {
    const { part, bus, publisher } = parts();
    const hung = new Member(part.address, 'zombie', 'zombie');
    await publisher.publish(messages('zombie', 0, 40));
    await until(
      () => hung.numbers.length === 40,
      20_000,
      () => `the member got ${hung.numbers.length}`,
    );
    hung.signal('SIGSTOP');
    await publisher.publish(messages('zombie', 40, 80));
    const heir = new Reader(bus, 'zombie', 'zombie');
    await heir.count(40, TAKEOVER_MS);
    await heir.stop();
    hung.signal('SIGCONT');
    await publisher.publish(messages('zombie', 80, 90));
    await until(
      () => new Set(hung.numbers).size >= 50,
      TAKEOVER_MS,
      () => `the hung member got ${String(hung.numbers)}`,
    );
    hung.signal('SIGKILL');
    const last = new Reader(bus, 'zombie', 'zombie');
    await publisher.publish(messages('zombie', 90, 100));
    await until(
      () => last.numbers.includes(99),
      TAKEOVER_MS,
      () => 'nothing came',
    );
    await last.stop();
    assert.ok(Math.min(...last.numbers) >= 80, `offsets went back: ${String(last.numbers)}`);
  });

  it('refuses in bounded time while the bus is down, and loses nothing once it is back', async () => {
    const { part, bus, publisher } = parts();
    const reader = new Reader(bus, 'down', 'down');
    await publisher.publish(messages('down', 0, 10));
    await reader.count(10);
    await part.crash();
    const from = performance.now();
    await assert.rejects(publisher.publish(messages('down', 10, 20)), BusUnavailable);
    await assert.rejects(publisher.ends([TOPIC]), BusUnavailable);
    await assert.rejects(bus.isReachable(), BusUnavailable);
    assert.ok(performance.now() - from < 2 * BOUND_MS);
    await part.restart();
    await bus.isReachable();
    // What failed may have left the publisher in the middle of a reconnect: it mends itself within a few tries.
    await publishUntilItWorks(publisher, 10, 30);
    await reader.count(30);
    await reader.stop();
    for (const [key, numbers] of byKey(reader.got)) {
      const firsts = [...new Set(numbers)];
      assert.ok(ascending(firsts), `${key} came as ${String(numbers)}`);
    }
  });
}

async function publishUntilItWorks(publisher: BusPublisher, from: number, to: number): Promise<void> {
  const end = performance.now() + BOUND_MS;
  for (;;) {
    try {
      await publisher.publish(messages('down', from, to));
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await delay(100);
    }
  }
}
