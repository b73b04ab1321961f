import assert from 'node:assert/strict';
import { randomUUID, sign, verify } from 'node:crypto';
import { test } from 'node:test';
import { generateKey } from './generate.js';
import { KeyRing } from './key-ring.js';
import { KeystoreRefused, readKeystore, writeKeystore } from './keystore.js';
import { KeyMissing, secretPurposes, signingPurposes, type AnyKey } from './provider.js';

const keys: readonly AnyKey[] = [...secretPurposes, ...signingPurposes].map((purpose) => generateKey(purpose));
const passphrase = randomUUID();
const file = writeKeystore(keys, passphrase);

test('every key comes back from the file under its own id and purpose', () => {
  const provider = readKeystore(file, passphrase);
  for (const purpose of secretPurposes) {
    const made = keys.find((key) => key.purpose === purpose);
    const key = provider.current(purpose);
    assert.equal(key.kid, made?.kid);
    assert.ok(made && 'secret' in made && made.secret.equals(key.secret));
    assert.equal(key.secret.export().length, 32);
  }
  for (const purpose of signingPurposes) {
    const { kid, privateKey } = provider.current(purpose);
    const made = keys.find((key) => key.kid === kid);
    assert.ok(made && 'publicKey' in made);
    const algorithm = purpose === 'checkpoint' ? null : 'sha256';
    assert.ok(verify(algorithm, Buffer.from('x'), made.publicKey, sign(algorithm, Buffer.from('x'), privateKey)));
  }
});

test('no key stands in the file in the clear', () => {
  for (const key of keys) {
    if (!('secret' in key)) continue;
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      assert.ok(!file.includes(key.secret.export().toString(encoding)));
    }
  }
});

test('another passphrase opens nothing, and the refusal does not repeat it', () => {
  const wrong = randomUUID();
  assert.throws(
    () => readKeystore(file, wrong),
    (error) => error instanceof KeystoreRefused && !error.message.includes(wrong),
  );
});

test('a file with anything changed is refused: a byte of a key, its id, its purpose, the strength of the wrapping', () => {
  const changes: readonly ((store: { keys: Record<string, string>[]; kdf: Record<string, unknown> }) => void)[] = [
    ({ keys: [first] }) => {
      if (first) first['sealed'] = `A${first['sealed']?.slice(1) === undefined ? '' : first['sealed'].slice(1)}B`;
    },
    ({ keys: [first] }) => {
      if (first) first['kid'] = `${first['kid']}x`;
    },
    ({ keys: [first] }) => {
      if (first) first['purpose'] = 'leaf';
    },
    ({ kdf }) => {
      kdf['N'] = 2;
    },
    ({ kdf }) => {
      kdf['salt'] = 'AAAAAAAAAAAAAAAAAAAAAA';
    },
  ];
  for (const change of changes) {
    const store = JSON.parse(file) as { keys: Record<string, string>[]; kdf: Record<string, unknown> };
    change(store);
    assert.throws(() => readKeystore(JSON.stringify(store), passphrase), KeystoreRefused);
  }
  assert.throws(() => readKeystore('{"half":', passphrase), KeystoreRefused);
});

test('the first key of a purpose is the current one; older ones still open by their id', () => {
  const [fresh, old] = [generateKey('seal'), generateKey('seal')];
  const ring = new KeyRing([fresh, old]);
  assert.equal(ring.current('seal').kid, fresh.kid);
  assert.equal(ring.byId('seal', old.kid)?.kid, old.kid);
  assert.equal(ring.byId('pepper', old.kid), undefined);
  assert.throws(() => ring.current('pepper'), KeyMissing);
});
