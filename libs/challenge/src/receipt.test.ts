import { b64u } from '@otp-notary/crypto';
import { generateKey } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { checkReceipt, ReceiptInvalid, receiptKid, signReceipt, type Receipt } from './receipt.js';

const key = generateKey('receipt');
const other = generateKey('receipt');
assert.ok('privateKey' in key && 'privateKey' in other);
const receipt: Receipt = {
  origin: 'log.example/otp',
  batch: 1,
  position: 0,
  challenge: randomUUID(),
  verified_at: '2026-01-01T00:00:00.000Z',
  log_by: '2026-01-01T00:01:00.000Z',
};
const signer = key;
const stranger = other;

test('a receipt says what was signed and names its key', () => {
  const jws = signReceipt(signer, receipt);
  assert.deepEqual(checkReceipt(signer.publicKey, jws), receipt);
  assert.equal(receiptKid(jws), signer.kid);
});

test('a receipt with any character changed, of another key or another algorithm is refused', () => {
  const jws = signReceipt(signer, receipt);
  assert.throws(() => checkReceipt(stranger.publicKey, jws), ReceiptInvalid);
  for (let at = 0; at < jws.length; at += 1) {
    const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
    assert.throws(() => checkReceipt(signer.publicKey, changed), ReceiptInvalid, `character ${at}`);
  }
  const [, payload] = jws.split('.') as [string, string, string];
  for (const alg of ['none', 'HS256', 'RS256']) {
    const header = b64u(Buffer.from(JSON.stringify({ alg, kid: signer.kid, typ: 'otp-receipt+jwt' })));
    const mac = createHmac('sha256', signer.publicKey.export({ format: 'pem', type: 'spki' })).update(
      `${header}.${payload}`,
    );
    for (const signature of ['', mac.digest('base64url')]) {
      assert.throws(() => checkReceipt(signer.publicKey, `${header}.${payload}.${signature}`), ReceiptInvalid);
    }
  }
  assert.throws(() => checkReceipt(signer.publicKey, `${jws}.`), ReceiptInvalid);
});
