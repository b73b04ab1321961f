import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { configurationDocument } from '../src/documents/configuration.js';
import { root } from '../src/system/places.js';

test('docs/configuration.md says what the services read', async () => {
  // `npm run docs` writes it anew.
  assert.equal(await readFile(join(root, 'docs/configuration.md'), 'utf8'), await configurationDocument());
});

test('every variable of every service has a meaning, and every password, passphrase and database URL is a secret', async () => {
  const rows = (await configurationDocument()).split('\n').filter((line) => line.startsWith('| `OTP_'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  assert.ok(rows.length > 50);
  for (const [, variable = '', holds = '', , meaning = ''] of cells) {
    assert.ok(meaning.length > 10, variable);
    const isSecret = /PASS|SECRET|DATABASE_URL|MIGRATION_URL|BUS_URL|RPC_URLS/.test(variable);
    assert.equal(holds.endsWith('**secret**'), isSecret, variable);
  }
});
