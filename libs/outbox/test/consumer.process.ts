import { createPool } from '@otp-notary/persistence';
import { setTimeout as delay } from 'node:timers/promises';
import { log, openTestBus, taking, TOPIC, type Address } from './line.js';

/** A consumer that stays between the effect and the commit of the offset for ever: time for the test to kill it there. */
const [, , address = ''] = process.argv;
const at = JSON.parse(address) as Address;
const take = taking(createPool({ url: at.url, application: 'test', log }));
await openTestBus(at)
  .consumer({ group: 'effects', topics: [TOPIC] })
  .run(async (batch) => {
    await take(batch);
    process.stdout.write('taken\n');
    await delay(60_000);
  }, new AbortController().signal);
