import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { Play } from './play.js';
import { Stage } from './stage.js';

let stage: Stage;
before(async () => void (stage = await Stage.open()));
after(() => stage.close());

/** The chain forgets its newest blocks; transactions in them are gone, empty blocks stand in their place. */
async function reorg(play: Play, depth: number): Promise<void> {
  await play.scene.anvil.request('anvil_reorg', [depth, []]);
}

for (const depth of [1, 5, 20]) {
  test(`relay-20: a reorganisation of depth ${depth} takes a mined anchor away: it is built anew and told once`, async () => {
    const play = new Play(await stage.scene(), { rules: { confirmations: depth + 1 } });
    await play.wish(6);
    await play.rest();
    await play.scene.mine(depth);
    await play.rest();
    assert.deepEqual(await play.states(), ['0 mined']);
    await reorg(play, depth);
    await play.rest();
    assert.equal((await play.eventsOf('anchor.reorged')).length, 0, 'nobody was told of it');
    await play.land(depth + 1);
    await play.assertTidy({ size: 6, anchors: 1 });
    await play.end();
  });

  test(`relay-20: a reorganisation of depth ${depth} after confirmation is told, and the anchors come again in order`, async () => {
    const play = new Play(await stage.scene(), { rules: { confirmations: 1 } });
    for (const size of [6, 11]) {
      await play.wish(size);
      await play.land();
    }
    await play.scene.mine(depth - 1);
    await play.rest();
    assert.deepEqual(await play.states(), ['0 confirmed', '1 confirmed']);
    // With depth 1 the second anchor goes, with more both do.
    const lost = Math.min(depth, 2);
    await reorg(play, depth + (depth > 1 ? 1 : 0));
    await play.rest();
    const gone = await play.eventsOf('anchor.reorged');
    assert.deepEqual(new Set(gone.map(({ index }) => index)), new Set(lost === 1 ? [1] : [0, 1]));
    assert.equal(gone.length, lost);
    for (let rounds = 0; rounds < 3; rounds += 1) await play.land();
    await play.scene.mine();
    await play.rest();
    assert.equal((await play.scene.logState()).size, 11);
    const told = await play.eventsOf('anchor.confirmed');
    const standing = await play.scene.anchors();
    assert.deepEqual(
      standing.map(({ hash }) => told.findLast(({ transaction }) => transaction === hash)?.index),
      standing.map((_, index) => index),
      'audit learns every anchor that stands, with its index',
    );
    await play.end();
  });
}

test('relay-21: a reorganisation puts another contract state under a transaction in flight: it is built anew from there', async () => {
  const play = new Play(await stage.scene());
  await play.wish(6);
  await play.land();
  await play.wish(11);
  await play.rest();
  assert.deepEqual(await play.states(), ['0 mined', '1 broadcast']);
  await reorg(play, 1);
  assert.equal((await play.scene.logState()).size, 0);
  await play.rest();
  for (let rounds = 0; rounds < 3; rounds += 1) await play.land();
  assert.equal((await play.scene.logState()).size, 11);
  await play.wish(15);
  await play.land();
  await play.land();
  assert.equal((await play.scene.logState()).size, 15);
  const told = await play.eventsOf('anchor.confirmed');
  for (const { hash } of await play.scene.anchors()) {
    assert.equal(told.filter(({ transaction }) => transaction === hash).length, 1);
  }
  await play.end();
});

test('relay-22: paused: nothing is spent on reverts; unpaused, it goes on in order', async () => {
  const play = new Play(await stage.scene());
  await play.wish(6);
  await play.land();
  await play.scene.govern('pause');
  for (const size of [8, 10]) {
    await play.wish(size);
    await play.rest();
    await play.scene.mine();
  }
  assert.deepEqual(await play.states(), ['0 confirmed']);
  assert.deepEqual(
    play.witnessed.held.map(({ reason }) => reason),
    ['paused'],
  );
  await play.scene.govern('unpause');
  await play.land();
  await play.assertTidy({ size: 10, anchors: 2 });
  assert.equal(play.witnessed.released.length, 1);
  await play.end();
});

test('relay-22: paused under a transaction in flight: its revert is kept as such, and the wish is built anew', async () => {
  const play = new Play(await stage.scene());
  await play.wish(6);
  await play.rest();
  const [{ hash } = assert.fail()] = await play.rehearsal.records.transactions(1);
  const { raw } = (await play.rehearsal.records.transactions(1))[0] ?? assert.fail();
  await play.scene.anvil.request('anvil_dropTransaction', [hash]);
  await play.scene.govern('pause');
  await play.scene.anvil.request('eth_sendRawTransaction', [raw]);
  await play.scene.mine();
  await play.rest();
  assert.deepEqual(await play.states(), ['0 failed']);
  await play.scene.govern('unpause');
  await play.land();
  await play.assertTidy({ size: 6, anchors: 1 });
  await play.end();
});

test('a fork of the log cannot be anchored: the lane is held, nothing is spent', async () => {
  const play = new Play(await stage.scene());
  await play.wish(6);
  await play.land();
  const honestly = play.log.material.bind(play.log);
  play.log.material = async (wanted) => {
    const honest = await honestly(wanted);
    return { ...honest, root: `0x${'ab'.repeat(32)}` };
  };
  await play.wish(8);
  await play.rest();
  assert.equal(play.witnessed.held[0]?.reason, 'forked');
  assert.match(play.witnessed.held[0]?.detail ?? '', /InconsistentTree\(6, 8\)/);
  assert.deepEqual(await play.states(), ['0 mined']);
  await play.end();
});

test('relay-08, relay-31: a relay that lost its database asks the chain, takes in what it finds and spends nothing', async () => {
  const first = new Play(await stage.scene());
  for (const size of [6, 11]) {
    await first.wish(size);
    await first.land();
  }
  await first.end();

  const { url } = await stage.database();
  const second = new Play(first.scene, { databaseUrl: url });
  await second.wish(11);
  await second.scene.mine();
  await second.rest();
  assert.equal(second.witnessed.adopted.length, 2);
  assert.deepEqual(second.witnessed.foreign, []);
  assert.equal(second.log.asked.length, 0, 'what is wished stands already');
  const told = await second.eventsOf('anchor.confirmed');
  assert.deepEqual(told.map(({ index, size }) => [index, size]), [[0, 6], [1, 11]]); // prettier-ignore
  await second.wish(20);
  await second.land();
  await second.assertTidy({ size: 20, anchors: 3 });
  await second.end();
});

test('relay-08: a database restored from an older state: what is missing is taken in, no anchor is made twice', async () => {
  const play = new Play(await stage.scene());
  await play.wish(6);
  await play.land();
  await play.wish(11);
  await play.land();
  const owner = new Client({ connectionString: play.scene.database.ownerUrl });
  await owner.connect();
  await owner.query(`
    delete from relay_history; delete from relay_transaction where nonce = 1; delete from outbox;
    update lane set next_nonce = 1, reconciled = 1`);
  await owner.end();
  const restored = new Play(play.scene, { fence: 2n });
  await restored.wish(11);
  await restored.rest();
  assert.equal(restored.witnessed.adopted.length, 1);
  assert.deepEqual(restored.witnessed.foreign, []);
  await restored.wish(14);
  await restored.land();
  await restored.scene.mine(2);
  await restored.rest();
  assert.deepEqual(await restored.states(), ['0 confirmed', '1 confirmed', '2 confirmed']);
  assert.equal((await restored.scene.anchors()).length, 3);
  await play.end();
  await restored.end();
});
