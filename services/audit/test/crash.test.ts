import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { killBeforeStatements } from './crash-story.js';

test('log-05: a connection killed before every fourth statement of any step leaves the same log behind', async () => {
  await killBeforeStatements(randomInt(4), 4);
});
