import assert from 'node:assert/strict';
import { KeyMissing } from '@otp-notary/keys';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { privateKeyToAccount } from 'viem/accounts';
import { CannotStart } from '../cannot-start.js';
import { DataDir } from './data-dir.js';
import { addressOf, createKeystores, hexOf, openKeystore, relayAccount } from './keystores.js';
import { loadSecrets, type Secrets } from './secrets.js';

/** The first development account of anvil and hardhat: known to everybody. */
const RELAY_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';

let data: DataDir;
let secrets: Secrets;
before(async () => {
  data = new DataDir(await mkdtemp(join(tmpdir(), 'dev-keys-')));
  await data.createFolders();
  secrets = await loadSecrets(data, []);
  await createKeystores(data, secrets, RELAY_KEY);
});
after(() => rm(data.path, { recursive: true, force: true }));

test('issuer and verifier share what seals and binds codes, and nothing else', async () => {
  const [issuer, verifier] = await Promise.all([
    openKeystore(data, secrets, 'issuer'),
    openKeystore(data, secrets, 'verifier'),
  ]);
  for (const purpose of ['context', 'pepper', 'seal'] as const) {
    assert.equal(issuer.current(purpose).kid, verifier.current(purpose).kid, purpose);
  }
  assert.notEqual(issuer.current('request').kid, verifier.current('request').kid);
  assert.throws(() => verifier.current('subject'), KeyMissing);
  assert.throws(() => issuer.current('receipt'), KeyMissing);
});

test('a relay key of the user’s own is taken over, with the right address', async () => {
  const { privateKey, publicKey } = (await openKeystore(data, secrets, 'chain-relay')).current('relay');
  assert.equal(hexOf(privateKey), RELAY_KEY);
  assert.equal(addressOf(publicKey), privateKeyToAccount(RELAY_KEY).address);
});

test('a relay key that is none is refused without being repeated', () => {
  assert.throws(
    () => relayAccount('0x1234-not-a-key'),
    (error: Error) => error instanceof CannotStart && !error.message.includes('1234'),
  );
});

test('secrets stay the same over restarts, and a new client gets one', async () => {
  const again = await loadSecrets(data, [{ id: 'shop', tenant: 'acme', scopes: [] }]);
  assert.deepEqual(again.keystores, secrets.keystores);
  assert.equal(again.postgres, secrets.postgres);
  assert.ok((again.clients['shop'] ?? '').length >= 32);
  assert.deepEqual((await loadSecrets(data, [{ id: 'shop', tenant: 'acme', scopes: [] }])).clients, again.clients);
});
