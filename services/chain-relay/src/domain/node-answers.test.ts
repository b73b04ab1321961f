import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProvidersFault, meaningOf, nodeAnswers, type Meaning } from './node-answers.js';

/** Answers as nodes and providers word them. */
const rows: readonly (readonly [from: string, code: number, message: string, meaning: Meaning])[] = [
  ['geth', -32000, 'already known', 'accepted'],
  ['erigon', -32000, 'existing tx with same hash: known transaction', 'accepted'],
  ['nethermind', -32010, 'AlreadyKnown', 'accepted'],
  ['anvil', -32003, 'transaction already imported', 'accepted'],
  ['reth', -32000, 'transaction already in mempool', 'accepted'],
  ['geth', -32000, 'nonce too low: next nonce 2, tx nonce 0', 'nonce-too-low'],
  ['a provider', -32603, 'nonce too low', 'nonce-too-low'],
  ['nethermind', -32010, 'OldNonce', 'nonce-too-low'],
  ['anvil', -32003, 'nonce too low', 'nonce-too-low'],
  ['besu', -32001, 'Nonce too low', 'nonce-too-low'],
  ['geth', -32000, 'nonce too high', 'nonce-too-high'],
  ['besu', -32006, 'Nonce too high', 'nonce-too-high'],
  ['nethermind', -32010, 'NonceTooHigh', 'nonce-too-high'],
  ['geth', -32000, 'replacement transaction underpriced', 'replacement-underpriced'],
  ['geth 1.14', -32000, 'replacement transaction underpriced: new tx gas fee cap 2 < 3', 'replacement-underpriced'],
  ['nethermind', -32010, 'ReplacementNotAllowed', 'replacement-underpriced'],
  ['geth', -32000, 'transaction underpriced', 'fee-too-low'],
  ['geth', -32000, 'transaction underpriced: gas tip cap 0, minimum needed 1', 'fee-too-low'],
  ['geth', -32000, 'max fee per gas less than block base fee: address 0x1, maxFeePerGas: 1, baseFee: 7', 'fee-too-low'],
  ['nethermind', -32010, 'FeeTooLow, MaxFeePerGas too low', 'fee-too-low'],
  ['besu', -32009, 'Gas price below configured minimum gas price', 'fee-too-low'],
  ['geth', -32000, 'insufficient funds for gas * price + value: balance 0, tx cost 1', 'no-funds'],
  ['anvil', -32003, 'Insufficient funds for gas * price + value', 'no-funds'],
  ['besu', -32004, 'Upfront cost exceeds account balance', 'no-funds'],
  ['nethermind', -32010, 'InsufficientFunds, Account balance: 0', 'no-funds'],
  ['geth', -32000, 'txpool is full', 'pool-full'],
  ['geth', -32000, 'account limit exceeded', 'pool-full'],
  ['reth', -32003, 'transaction pool is full', 'pool-full'],
  ['geth', -32000, 'exceeds block gas limit', 'bad-gas'],
  ['geth', -32000, 'intrinsic gas too low: gas 1, minimum needed 21000', 'bad-gas'],
  ['geth', -32000, 'gas required exceeds allowance (100000)', 'bad-gas'],
  ['anvil', -32003, 'intrinsic gas too low', 'bad-gas'],
  ['geth', 3, 'execution reverted', 'reverted'],
  ['geth', 3, 'execution reverted: custom error 0xd93c0665', 'reverted'],
  ['besu', -32000, 'Execution reverted', 'reverted'],
  ['a provider', 429, 'slow down', 'rate-limited'],
  ['a provider', -32005, 'daily request count exceeded, request rate limited', 'rate-limited'],
  ['a provider', -32029, 'Too many requests', 'rate-limited'],
  ['a provider', -32603, 'internal error', 'unknown-outcome'],
  ['a provider', -32000, 'header not found', 'unknown-outcome'],
  ['a provider', -32000, '', 'unknown-outcome'],
];

for (const [from, code, message, meaning] of rows) {
  test(`${from} says "${message}" (${code}): ${meaning}`, () => {
    assert.equal(meaningOf({ code, message }), meaning);
  });
}

test('every row of the table is exercised', () => {
  const tested = new Set(rows.map(([, , , meaning]) => meaning));
  assert.deepEqual(
    nodeAnswers.map(({ meaning }) => meaning).filter((meaning) => !tested.has(meaning)),
    [],
  );
});

test('an application’s refusal is never a provider’s fault', () => {
  assert.equal(isProvidersFault(meaningOf({ code: -32603, message: 'nonce too low' })), false);
  assert.equal(isProvidersFault(meaningOf({ code: -32603, message: 'internal error' })), true);
});
