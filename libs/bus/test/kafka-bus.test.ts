import { createLogger } from '@otp-notary/platform';
import { startKafka } from '@otp-notary/testkit';
import { createTopics } from '../src/index.js';
import { busContract } from './bus-contract.js';

busContract('Apache Kafka', async () => {
  const kafka = await startKafka();
  const address = { bus: 'kafka', kafkaBrokers: kafka.brokers } as const;
  const log = createLogger('test', 'silent');
  await createTopics({ ...address, client: 'test', log }).catch(async (error: unknown) => {
    await kafka.stop();
    throw error;
  });
  return { address, crash: () => kafka.kill(), restart: () => kafka.restart(), stop: () => kafka.stop() };
});
