import { generateKey, KeyRing, type SigningKey } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { parseTransaction, recoverTransactionAddress, type TransactionSerializedEIP1559 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { AnchorCall } from '../domain/transaction.js';
import { encodeAnchor, logIdOf } from './anchor-call.js';
import { KeystoreSigner } from './keystore-signer.js';

const ORIGIN = 'log.example/otp';
const contract = `0x${'c0'.repeat(20)}` as const;
const call: AnchorCall = { size: 3, root: `0x${'01'.repeat(32)}`, proof: [], firstBatch: 1, settlements: [] };
const unsigned = { nonce: 7n, gas: 100_000n, maxFeePerGas: 30n, maxPriorityFeePerGas: 2n, call };

test('what is signed is an anchor of the log to the contract on the chain, without value, by the key’s account', async () => {
  const signer = new KeystoreSigner(new KeyRing([generateKey('relay')]), 31_337n, contract, ORIGIN);
  const { raw, hash } = await signer.sign(unsigned);
  const signed = parseTransaction(raw as TransactionSerializedEIP1559);
  assert.deepEqual(
    [signed.chainId, signed.to, signed.value ?? 0n, signed.nonce, signed.gas, signed.maxFeePerGas],
    [31_337, contract, 0n, 7, 100_000n, 30n],
  );
  assert.equal(signed.data, encodeAnchor(logIdOf(ORIGIN), call));
  const sender = await recoverTransactionAddress({ serializedTransaction: raw as TransactionSerializedEIP1559 });
  assert.equal(sender.toLowerCase(), signer.address);
  assert.match(hash, /^0x[0-9a-f]{64}$/);
});

test('a key with leading zeros is the account that everybody else derives', () => {
  const d = Buffer.alloc(32);
  d.writeUInt16BE(0xbeef, 30);
  const { address } = privateKeyToAccount(`0x${d.toString('hex')}`);
  const privateKey = createPrivateKey({ key: pkcs8(d), format: 'der', type: 'pkcs8' });
  const key: SigningKey = { kid: 'k', purpose: 'relay', privateKey, publicKey: createPublicKey(privateKey) };
  const signer = new KeystoreSigner(new KeyRing([key]), 1n, contract, ORIGIN);
  assert.equal(signer.address, address.toLowerCase());
});

test('the key does not show when the signer is printed', () => {
  const key = generateKey('relay') as SigningKey;
  const { d = '' } = key.privateKey.export({ format: 'jwk' });
  const shown = inspect(new KeystoreSigner(new KeyRing([key]), 1n, contract, ORIGIN), { depth: 8, showHidden: true });
  assert.equal(shown.includes(Buffer.from(d, 'base64url').toString('hex')), false);
});

/** A secp256k1 private key as PKCS #8 (RFC 5958) around an ECPrivateKey (RFC 5915) without its public key. */
function pkcs8(d: Buffer): Buffer {
  const head = '303e020100301006072a8648ce3d020106052b8104000a042730250201010420';
  return Buffer.concat([Buffer.from(head, 'hex'), d]);
}
