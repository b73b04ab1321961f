import { test } from 'node:test';
import { killBeforeStatements } from './crash-story.js';

test('log-05: a connection killed before any statement of any step leaves the same log behind', async () => {
  await killBeforeStatements(0, 1);
});
