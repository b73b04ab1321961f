import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Lane } from '../src/domain/lane.js';
import { Play } from './play.js';
import { LIFE_SECONDS, Stage } from './stage.js';

let stage: Stage;
before(async () => void (stage = await Stage.open()));
after(() => stage.close());

test('a wish is signed, sent, mined, confirmed by depth and final, each told once with the contract’s record', async () => {
  const play = new Play(await stage.scene());
  await play.wish(10);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 broadcast']);
  const [submitted] = await play.eventsOf('anchor.submitted');
  assert.deepEqual([submitted?.size, submitted?.nonce], [10, '0']);

  await play.scene.mine();
  await play.rest();
  assert.deepEqual(await play.states(), ['0 mined']);
  assert.equal((await play.eventsOf('anchor.confirmed')).length, 0);
  await play.scene.mine();
  await play.rest();
  assert.deepEqual(await play.states(), ['0 confirmed']);

  await play.scene.mine(28);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 final']);
  const [confirmed] = await play.eventsOf('anchor.confirmed');
  const [final] = await play.eventsOf('anchor.final');
  assert.ok(confirmed !== undefined && final !== undefined);
  assert.deepEqual({ ...final, id: 0, type: 0, time: 0 }, { ...confirmed, id: 0, type: 0, time: 0 });
  const state = await play.scene.logState();
  assert.deepEqual([final.index, final.size, final.root, final.timeSeconds], [0, 10, state.root, state.candidateTime]);
  await play.assertTidy({ size: 10, anchors: 1 });
  await play.end();
});

test('what is wished while a transaction is on its way travels together in the next one', async () => {
  const play = new Play(await stage.scene());
  await play.wish(3);
  await play.rest();
  for (const size of [5, 9, 17]) await play.wish(size);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 broadcast']);
  await play.land();
  await play.land();
  await play.assertTidy({ size: 17, anchors: 2 });
  await play.end();
});

test('settlements wait until the chain’s next block takes them, then one call takes all that are mature', async () => {
  const play = new Play(await stage.scene());
  await play.wish(10);
  await play.land();
  play.log.settled.push(4, 0, 10);
  await play.wish(10, 4);
  await play.rest();
  await play.rest();
  assert.deepEqual(await play.states(), ['0 mined'], 'nothing is spent before its time');
  assert.equal(play.log.asked.length, 2, 'and the log is not asked again and again');

  await play.scene.anvil.request('evm_increaseTime', [LIFE_SECONDS]);
  await play.rest();
  await play.land();
  assert.equal((await play.scene.logState()).nextBatch, 4);
  await play.assertTidy({ size: 10, anchors: 2 });
  const settling = (await play.eventsOf('anchor.confirmed')).at(-1);
  assert.ok(settling !== undefined);
  assert.equal(settling.firstBatch, 1);
  assert.deepEqual(
    settling.settlements,
    [4, 0, 10].map((below, at) => play.log.settlement(at + 1, below)),
  );
  await play.end();
});

test('a batch beyond the candidate is settled in two calls: one moves the candidate on, one settles', async () => {
  const play = new Play(await stage.scene());
  for (const size of [10, 20]) {
    await play.wish(size);
    await play.land();
  }
  play.log.settled.push(15);
  await play.wish(20, 2);
  for (const nextBatch of [1, 2]) {
    await play.rest();
    await play.scene.anvil.request('evm_increaseTime', [LIFE_SECONDS]);
    await play.land();
    assert.equal((await play.scene.logState()).nextBatch, nextBatch);
  }
  await play.assertTidy({ size: 20, anchors: 4 });
  await play.end();
});

test('a later leader goes on where the earlier one stood, which can write nothing more', async () => {
  const play = new Play(await stage.scene());
  await play.wish(4);
  await play.rest();
  const later = new Play(play.scene, { fence: 2n });
  later.log.signed = 8;
  await later.rest();
  await assert.rejects(play.parts.book.setHold(null), { code: 'OTP_RELAY_LANE_LOST' });
  await assert.rejects(new Lane(play.parts).advance(), { code: 'OTP_RELAY_LANE_LOST' });
  await later.wish(8);
  await later.land();
  await later.land();
  await later.assertTidy({ size: 8, anchors: 2 });
  await play.end();
  await later.end();
});

test('a hold is told by each leader that finds it, and its end by the one that sees it', async () => {
  const play = new Play(await stage.scene());
  await play.wish(4);
  play.log.signed = 3;
  await play.rest();
  const later = new Play(play.scene, { fence: 2n });
  await later.rest();
  assert.deepEqual(
    [play, later].map(({ witnessed }) => witnessed.held.map(({ reason }) => reason)),
    [['materials'], ['materials']],
  );
  assert.equal(later.witnessed.held[0]?.sinceMs, play.witnessed.held[0]?.sinceMs);
  later.log.signed = 4;
  await later.land();
  assert.equal(later.witnessed.released.length, 1);
  await later.assertTidy({ size: 4, anchors: 1 });
  await play.end();
  await later.end();
});

test('a signer serves one lane: a second log on the same key is refused', async () => {
  const play = new Play(await stage.scene());
  await play.rest();
  const other = new Play(play.scene, { origin: 'log.example/other' });
  await assert.rejects(other.parts.book.begin(0n), { code: 'OTP_RELAY_LANE_LOST' });
  await play.end();
  await other.end();
});

test('the head that is told is one at confirmation depth, and is told no more often than allowed', async () => {
  const play = new Play(await stage.scene());
  await play.scene.mine(3);
  await play.rest();
  await play.scene.mine(3);
  await play.rest();
  const heads = await play.eventsOf('chain.head');
  assert.equal(heads.length, 1);
  play.aheadMs += 3_600_001;
  await play.rest();
  const [, told] = await play.eventsOf('chain.head');
  const block = await play.scene.clients.reader.getBlock({ blockNumber: BigInt(told?.block ?? 0) });
  assert.equal(told?.blockHash, block.hash);
  assert.equal((await play.scene.clients.reader.getBlockNumber()) - block.number, 1n);
  await play.end();
});
