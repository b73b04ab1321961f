import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { numberToHex, parseEther, toHex, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { Play } from './play.js';
import { Stage, type Scene } from './stage.js';

let stage: Stage;
before(async () => void (stage = await Stage.open()));
after(() => stage.close());

const REPLACE_AFTER_MS = 60_000;

/** Somebody else with the key of the lane sends a transaction of their own. */
async function sendForeign({ relayKey, anvil }: Scene, nonce: number, feePerGas = 900_000_000_000n): Promise<Hex> {
  const { d = '' } = relayKey.privateKey.export({ format: 'jwk' });
  const account = privateKeyToAccount(toHex(Buffer.from(d, 'base64url').subarray(-32)));
  const raw = await account.signTransaction({
    type: 'eip1559',
    chainId: anvil.chainId,
    to: account.address,
    nonce,
    gas: 21_000n,
    maxFeePerGas: feePerGas,
    maxPriorityFeePerGas: feePerGas,
  });
  return (await anvil.request('eth_sendRawTransaction', [raw])) as Hex;
}

async function feesOf(play: Play) {
  const records = await play.rehearsal.records.transactions(500);
  return records.toReversed().map(({ fees }) => fees ?? assert.fail('unsigned'));
}

test('relay-15: a transaction that the mempool dropped is sent again, the same bytes', async () => {
  const play = new Play(await stage.scene());
  await play.wish(7);
  await play.rest();
  const [{ hash } = assert.fail()] = await play.rehearsal.records.transactions(1);
  await play.scene.anvil.request('anvil_dropTransaction', [hash]);
  assert.equal(await play.rehearsal.chain.knows(hash ?? '0x'), false);
  await play.rest();
  assert.equal(await play.rehearsal.chain.knows(hash ?? '0x'), true);
  assert.equal(play.witnessed.resent, 1);
  await play.land();
  await play.assertTidy({ size: 7, anchors: 1 });
  assert.equal((await play.eventsOf('anchor.submitted')).length, 1);
  await play.end();
});

test('relay-18: where no node ever says "underpriced" the timer raises both fees, and the replacement carries more', async () => {
  const play = new Play(await stage.scene());
  await play.wish(7);
  await play.rest();
  play.log.settled.push(0);
  await play.wish(12, 2);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 broadcast'], 'not before its time');
  play.aheadMs += REPLACE_AFTER_MS;
  await play.rest();
  assert.deepEqual(await play.states(), ['0 replaced', '0 broadcast']);
  const [first, second] = await feesOf(play);
  assert.ok(first !== undefined && second !== undefined);
  assert.ok(second.maxFeePerGas * 1000n >= first.maxFeePerGas * 1125n);
  assert.ok(second.maxPriorityFeePerGas * 1000n >= first.maxPriorityFeePerGas * 1125n);
  await play.land();
  assert.equal((await play.scene.logState()).nextBatch, 2);
  await play.assertTidy({ size: 12, anchors: 1 });
  await play.end();
});

test('the replaced one is mined after all: that is an anchor too, and the rest follows in the next one', async () => {
  const play = new Play(await stage.scene());
  await play.wish(7);
  await play.rest();
  const [{ raw } = assert.fail()] = await play.rehearsal.records.transactions(1);
  await play.wish(12);
  play.aheadMs += REPLACE_AFTER_MS;
  await play.rest();
  const [{ hash } = assert.fail()] = await play.rehearsal.records.transactions(1);
  await play.scene.anvil.request('anvil_dropTransaction', [hash]);
  await play.scene.anvil.request('eth_sendRawTransaction', [raw]);
  await play.scene.mine();
  assert.equal((await play.scene.logState()).size, 7);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 mined', '0 replaced', '1 broadcast']);
  await play.land();
  await play.assertTidy({ size: 12, anchors: 2 });
  await play.scene.mine(30);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 final', '0 dropped', '1 final']);
  await play.end();
});

test('relay-16: past the fee cap nothing is bid, one alert; what is on its way stays; below it one transaction carries all', async () => {
  const play = new Play(await stage.scene(), { rules: { cap: 10_000_000_000n } });
  await play.wish(5);
  await play.rest();
  await play.scene.anvil.request('anvil_setNextBlockBaseFeePerGas', [numberToHex(50_000_000_000n)]);
  await play.scene.mine();
  play.aheadMs += REPLACE_AFTER_MS;
  for (const size of [6, 7, 8]) {
    await play.wish(size);
    await play.rest();
  }
  assert.deepEqual(await play.states(), ['0 broadcast']);
  assert.deepEqual(
    play.witnessed.held.map(({ reason }) => reason),
    ['fee-cap'],
  );
  await play.scene.anvil.request('anvil_setNextBlockBaseFeePerGas', [numberToHex(1_000_000_000n)]);
  await play.scene.mine();
  await play.land();
  await play.land();
  assert.equal(play.witnessed.released.length, 1);
  await play.assertTidy({ size: 8, anchors: 1 });
  await play.end();
});

test('relay-19: a foreign transaction from our key is noticed and alarmed, work goes on with new nonces', async () => {
  const play = new Play(await stage.scene());
  await play.wish(5);
  await play.rest();
  const [{ hash } = assert.fail()] = await play.rehearsal.records.transactions(1);
  await play.scene.anvil.request('anvil_dropTransaction', [hash]);
  await sendForeign(play.scene, 0);
  await play.scene.mine();
  await play.rest();
  await play.lane.advance();
  assert.deepEqual(play.witnessed.foreign, [0n]);
  await play.land();
  assert.deepEqual(await play.states(), ['0 dropped', '1 mined']);
  await sendForeign(play.scene, 2);
  await sendForeign(play.scene, 3);
  await play.scene.mine();
  await play.wish(9);
  await play.land();
  await play.rest();
  assert.deepEqual(play.witnessed.foreign, [0n, 2n, 3n], 'each is alarmed once');
  await play.assertTidy({ size: 9, anchors: 2, foreign: 3 });
  await play.end();
});

test('relay-19: foreign transactions that wait in the pool are alarmed, ours outbids the one in its way', async () => {
  const play = new Play(await stage.scene());
  await sendForeign(play.scene, 0, 1_000_000_000n);
  await play.rest();
  await play.rest();
  assert.deepEqual(play.witnessed.strangers, [0n], 'once');
  await play.wish(5);
  await play.land();
  assert.deepEqual(play.witnessed.foreign, []);
  await play.assertTidy({ size: 5, anchors: 1 });
  await play.end();
});

test('relay-23: out of funds: nothing is signed or sent in vain, one alert; funded, it goes on', async () => {
  const play = new Play(await stage.scene());
  await play.wish(5);
  await play.land();
  await play.scene.anvil.request('anvil_setBalance', [play.scene.relayer, '0x1']);
  for (let size = 6; size < 56; size += 1) await play.wish(size);
  for (let rounds = 0; rounds < 5; rounds += 1) await play.rest();
  assert.deepEqual(await play.states(), ['0 mined']);
  assert.deepEqual(
    play.witnessed.held.map(({ reason }) => reason),
    ['no-funds'],
  );
  await play.scene.anvil.request('anvil_setBalance', [play.scene.relayer, numberToHex(parseEther('1'))]);
  await play.land();
  assert.equal(play.witnessed.released.length, 1);
  await play.assertTidy({ size: 55, anchors: 2 });
  await play.end();
});

test('relay-23: funds that vanish between signing and sending hold the lane, the bytes wait', async () => {
  const play = new Play(await stage.scene());
  await play.wish(5);
  await play.lane.advance();
  assert.deepEqual(await play.states(), ['0 signed']);
  await play.scene.anvil.request('anvil_setBalance', [play.scene.relayer, '0x0']);
  await play.lane.advance();
  assert.equal(play.witnessed.held[0]?.reason, 'no-funds');
  assert.deepEqual(await play.states(), ['0 signed']);
  await play.scene.anvil.request('anvil_setBalance', [play.scene.relayer, numberToHex(parseEther('1'))]);
  await play.land();
  await play.assertTidy({ size: 5, anchors: 1 });
  await play.end();
});

test('relay-24: a call that needs more gas than the cap is refused with both numbers', async () => {
  const play = new Play(await stage.scene(), { rules: { gasCap: 60_000n } });
  await play.wish(5);
  await play.rest();
  const [held] = play.witnessed.held;
  assert.equal(held?.reason, 'gas-cap');
  assert.match(held?.detail ?? '', /needs \d+ gas, the cap is 60000/);
  assert.deepEqual(await play.states(), []);
  await play.end();
});
