import type { BusPublisher } from '@otp-notary/bus';
import { createPool } from '@otp-notary/persistence';
import { Metrics } from '@otp-notary/platform';
import { setTimeout as delay } from 'node:timers/promises';
import { OutboxPublisher } from '../src/index.js';
import { leadershipOf, log, openTestBus, type Address } from './line.js';

/**
 * An outbox publisher until it is killed. Mode `hang-after` stays between publish and delete for ever, `slow-before` waits
 * a second before each publish: time for the test to kill or stop it exactly there.
 */
const [, , address = '', mode = ''] = process.argv;
const at = JSON.parse(address) as Address;

async function publisher(): Promise<BusPublisher> {
  const real = await openTestBus(at).publisher();
  return {
    async publish(messages) {
      process.stdout.write('publishing\n');
      if (mode === 'slow-before') await delay(1_000);
      await real.publish(messages);
      process.stdout.write('published\n');
      if (mode === 'hang-after') await delay(60_000);
    },
    ends: (topics) => real.ends(topics),
    close: () => real.close(),
  };
}

const pool = createPool({ url: at.url, application: 'test', log });
const leadership = leadershipOf(at);
await new OutboxPublisher({ pool, leadership, publisher, log, metrics: new Metrics() }).run(
  new AbortController().signal,
);
