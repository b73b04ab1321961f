import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextStep, strangers, unaccounted } from './next-step.js';
import type { Transaction } from './transaction.js';
import type { TxState } from './tx-state.js';

const NOW = 100_000;
const PATIENCE = 10_000;

function transaction(nonce: bigint, state: TxState, changes: Partial<Transaction> = {}): Transaction {
  return {
    id: `${nonce}-${state}`,
    sender: '0x00000000000000000000000000000000000000aa',
    nonce,
    state,
    size: 1,
    gas: null,
    fees: null,
    hash: null,
    raw: null,
    signedAtMs: state === 'queued' ? null : NOW - 1,
    sentAtMs: null,
    lastAnswer: null,
    block: null,
    minedAtMs: null,
    landed: null,
    ...changes,
  };
}

const step = (...own: Transaction[]) => nextStep(own, 5n, NOW, PATIENCE);

test('a free nonce is built for', () => {
  assert.deepEqual(step(), { kind: 'build', nonce: 5n, over: null, why: 'free' });
  assert.equal(step(transaction(4n, 'mined'), transaction(4n, 'replaced')).kind, 'build');
});

test('a chain that shows fewer mined nonces than we know decides nothing', () => {
  for (const state of ['mined', 'failed', 'confirmed', 'final'] as const) {
    assert.deepEqual(step(transaction(5n, state)), { kind: 'behind' });
  }
});

test('what was allotted but never signed, and what a reorganisation threw out, is built anew for its nonce', () => {
  for (const state of ['queued', 'reorged'] as const) {
    const open = transaction(5n, state);
    const next = step(open);
    assert.ok(next.kind === 'build' && next.over === open && next.nonce === 5n);
  }
});

test('signed bytes are sent, sent ones are looked after', () => {
  const [signed, sent] = [transaction(5n, 'signed'), transaction(5n, 'broadcast')];
  assert.deepEqual(step(signed), { kind: 'send', transaction: signed });
  assert.deepEqual(step(sent), { kind: 'look', transaction: sent });
});

test('what is not mined in time is replaced, accepted or not', () => {
  for (const state of ['signed', 'broadcast'] as const) {
    const next = step(transaction(5n, state, { signedAtMs: NOW - PATIENCE }));
    assert.ok(next.kind === 'build' && next.why === 'stuck');
    assert.notEqual(step(transaction(5n, state, { signedAtMs: NOW - PATIENCE + 1 })).kind, 'build');
  }
});

test('relay-25: a clock that jumps an hour either way makes a replacement early once, never waits for ever', () => {
  for (const jump of [3_600_000, -3_600_000]) {
    const next = step(transaction(5n, 'broadcast', { signedAtMs: NOW - jump }));
    assert.equal(next.kind, 'build', String(jump));
  }
  assert.equal(
    step(transaction(5n, 'broadcast', { signedAtMs: NOW + 2_000 })).kind,
    'look',
    'leaders’ clocks may differ',
  );
});

test('"replacement underpriced" is answered at once with a higher bid, other refusals are not', () => {
  const refused = (lastAnswer: string) => step(transaction(5n, 'signed', { lastAnswer }));
  assert.equal(refused('replacement-underpriced').kind, 'build');
  assert.equal(refused('bad-gas').kind, 'build');
  for (const answer of ['unknown-outcome', 'no-funds', 'pool-full', 'nonce-too-high', 'fee-too-low']) {
    assert.equal(refused(answer).kind, 'send', answer);
  }
});

test('a hole is filled first, whatever waits behind it', () => {
  const next = step(transaction(6n, 'broadcast'), transaction(7n, 'reorged'));
  assert.ok(next.kind === 'build' && next.nonce === 5n && next.over === null);
});

test('mined nonces without a transaction of ours are named', () => {
  const own = [
    transaction(2n, 'final'),
    transaction(3n, 'broadcast'),
    transaction(4n, 'failed'),
    transaction(3n, 'replaced'),
  ];
  assert.deepEqual(unaccounted(own, 1n, 5n), [1n, 3n]);
  assert.deepEqual(unaccounted(own, 4n, 5n), []);
  assert.deepEqual(unaccounted([], 7n, 5n), []);
});

test('nonces in the pool without bytes of ours are strangers', () => {
  const own = [transaction(5n, 'replaced', { hash: '0x01' }), transaction(6n, 'queued')];
  assert.deepEqual(strangers(own, 5n, 8n), [6n, 7n]);
  assert.deepEqual(strangers(own, 5n, 6n), []);
  assert.deepEqual(strangers(own, 5n, null), []);
  assert.equal(strangers([], 0n, 10n ** 18n).length, 100);
});
