import type { LogState } from '@otp-notary/contracts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainView } from './chain-view.js';
import type { TxState } from './tx-state.js';
import { finalBlock, judgeMined, judgePending, type Receipt } from './watch.js';

const hash = (byte: number) => `0x${byte.toString(16).padStart(64, '0')}` as const;
const policy = { confirmations: 3, finalDepth: 10 };
const view = (head: bigint, finalized: bigint | null = null): ChainView => ({
  signer: '0x00000000000000000000000000000000000000aa',
  head: { number: head, hash: hash(1), timeSeconds: 0 },
  finalized,
  nonces: { latest: 0n, pending: null },
  balance: 0n,
  log: {} as LogState,
  nextTimeSeconds: 0,
});
const inBlock = (state: TxState) => ({ state, block: { number: 100n, hash: hash(7) } });
const receipt: Receipt = {
  block: { number: 100n, hash: hash(7) },
  succeeded: true,
  gasUsed: 1n,
  gasPrice: 1n,
  landed: null,
};

test('a receipt makes a transaction mined or failed, one from a block ahead of the view waits', () => {
  assert.equal(judgePending(receipt, view(100n))?.to, 'mined');
  assert.equal(judgePending({ ...receipt, succeeded: false }, view(100n))?.to, 'failed');
  assert.equal(judgePending(receipt, view(99n)), null);
  assert.equal(judgePending(null, view(100n)), null);
});

test('depth counts the own block: the third block confirms, the tenth makes final', () => {
  assert.equal(judgeMined(inBlock('mined'), hash(7), view(101n), policy), null);
  assert.deepEqual(judgeMined(inBlock('mined'), hash(7), view(102n), policy), { to: 'confirmed' });
  assert.equal(judgeMined(inBlock('confirmed'), hash(7), view(108n), policy), null);
  assert.deepEqual(judgeMined(inBlock('confirmed'), hash(7), view(109n), policy), { to: 'final' });
});

test('the finalized tag makes final on its own, and is all there is without a depth', () => {
  assert.deepEqual(judgeMined(inBlock('confirmed'), hash(7), view(103n, 100n), policy), { to: 'final' });
  assert.equal(judgeMined(inBlock('confirmed'), hash(7), view(900n, 99n), { ...policy, finalDepth: null }), null);
  assert.equal(finalBlock(view(5n), { confirmations: 1, finalDepth: null }), -1n);
});

test('another hash at its number takes a transaction out of its block, deep or not', () => {
  for (const state of ['mined', 'failed', 'confirmed'] as const) {
    assert.deepEqual(judgeMined(inBlock(state), hash(8), view(500n), policy), { to: 'reorged' });
  }
});

test('a node that does not have the block decides nothing', () => {
  assert.equal(judgeMined(inBlock('confirmed'), null, view(99n), policy), null);
});

test('a transaction that reverted is followed but never confirmed', () => {
  assert.equal(judgeMined(inBlock('failed'), hash(7), view(500n), policy), null);
});
