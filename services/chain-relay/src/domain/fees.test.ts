import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bid, raise, type FeePolicy } from './fees.js';

const policy: FeePolicy = { minTip: 10n, maxTip: 500n, cap: 10_000n, bumpPerMille: 125 };
const rewards = [100n, 300n, 200n];

test('a first bid is twice the base fee and the median tip', () => {
  const bids = bid({ nextBaseFee: 1_000n, rewards }, policy);
  assert.deepEqual(bids, { kind: 'bid', fees: { maxFeePerGas: 2_200n, maxPriorityFeePerGas: 200n } });
});

test('one provider that pays absurd tips does not move the median', () => {
  const bids = bid({ nextBaseFee: 1_000n, rewards: [100n, 200n, 999_999n] }, policy);
  assert.equal(bids.kind === 'bid' && bids.fees.maxPriorityFeePerGas, 200n);
});

for (const [rewards, tip] of [
  [[], 10n],
  [[0n, 0n, 0n], 10n],
  [[9_000n], 500n],
] as const) {
  test(`a median of [${rewards.join()}] tips ${tip}: the tip stays between floor and cap`, () => {
    const bids = bid({ nextBaseFee: 100n, rewards }, policy);
    assert.equal(bids.kind === 'bid' && bids.fees.maxPriorityFeePerGas, tip);
  });
}

test('near the cap the bid is the cap, above it there is none and the price is named', () => {
  assert.deepEqual(bid({ nextBaseFee: 9_000n, rewards }, policy), {
    kind: 'bid',
    fees: { maxFeePerGas: 10_000n, maxPriorityFeePerGas: 200n },
  });
  assert.deepEqual(bid({ nextBaseFee: 9_991n, rewards }, policy), { kind: 'above-cap', needed: 10_001n });
});

test('a replacement raises both fields by the bump over the highest of each, rounded up', () => {
  const sent = [
    { maxFeePerGas: 1_001n, maxPriorityFeePerGas: 100n },
    { maxFeePerGas: 900n, maxPriorityFeePerGas: 111n },
  ];
  const fresh = { maxFeePerGas: 50n, maxPriorityFeePerGas: 5n };
  assert.deepEqual(raise(sent, fresh, policy), {
    kind: 'bid',
    fees: { maxFeePerGas: 1_127n, maxPriorityFeePerGas: 125n },
  });
});

test('a replacement follows the market when that asks for more than the bump', () => {
  const sent = [{ maxFeePerGas: 1_000n, maxPriorityFeePerGas: 100n }];
  const fresh = { maxFeePerGas: 5_000n, maxPriorityFeePerGas: 101n };
  assert.deepEqual(raise(sent, fresh, policy), {
    kind: 'bid',
    fees: { maxFeePerGas: 5_000n, maxPriorityFeePerGas: 113n },
  });
});

test('a replacement of a bid of zero still bids more', () => {
  const none = { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
  assert.deepEqual(raise([none], none, policy), { kind: 'bid', fees: { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n } });
});

test('the tip never exceeds the fee, and a replacement above the cap is refused with its price', () => {
  const steep = raise([{ maxFeePerGas: 100n, maxPriorityFeePerGas: 100n }], { maxFeePerGas: 1n, maxPriorityFeePerGas: 400n }, policy); // prettier-ignore
  assert.ok(steep.kind === 'bid' && steep.fees.maxFeePerGas >= steep.fees.maxPriorityFeePerGas);
  const high = { maxFeePerGas: 9_500n, maxPriorityFeePerGas: 10n };
  assert.deepEqual(raise([high], high, policy), { kind: 'above-cap', needed: 10_688n });
});

test('bumped again and again, a bid reaches what a node with a minimum of 25 % demands in two steps', () => {
  const first = { maxFeePerGas: 1_000n, maxPriorityFeePerGas: 100n };
  const second = raise([first], first, policy);
  assert.ok(second.kind === 'bid');
  const third = raise([first, second.fees], first, policy);
  assert.ok(third.kind === 'bid' && third.fees.maxFeePerGas >= 1_250n && third.fees.maxPriorityFeePerGas >= 125n);
});
