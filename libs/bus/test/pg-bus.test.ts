import { createLogger } from '@otp-notary/platform';
import { startPostgres } from '@otp-notary/testkit';
import { createTopics } from '../src/index.js';
import { busContract } from './bus-contract.js';

busContract('PostgreSQL', async () => {
  const postgres = await startPostgres();
  const { url, ownerUrl } = await postgres.createDatabase('bus');
  const log = createLogger('test', 'silent');
  await createTopics({ bus: 'postgres', busUrl: ownerUrl, client: 'test', log, roles: ['bus'] });
  const address = { bus: 'postgres', busUrl: url } as const;
  return { address, crash: () => postgres.crash(), restart: () => postgres.restart(), stop: () => postgres.stop() };
});
