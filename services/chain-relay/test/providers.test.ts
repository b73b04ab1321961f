import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Play } from './play.js';
import { faithful, refusal, result, startRpcProxy, type Fault, type RpcProxy } from './rpc-proxy.js';
import { Stage } from './stage.js';

let stage: Stage;
const proxies: RpcProxy[] = [];
before(async () => void (stage = await Stage.open()));
after(async () => {
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  await stage.close();
});

async function proxy(fault?: Fault): Promise<RpcProxy> {
  const started = await startRpcProxy(stage.anvil.rpcUrl, fault);
  proxies.push(started);
  return started;
}

const errorsOf = async (play: Play) =>
  (await play.rehearsal.metrics.registry.getSingleMetricAsString('otp_relay_provider_errors_total')).split('\n');

const patience = () => new Promise((resolve) => setTimeout(resolve, 300));

/** Rounds until the contract holds the size. */
async function landEventually(play: Play, size: number): Promise<void> {
  for (let rounds = 0; rounds < 60; rounds += 1) {
    await play.lane.advance();
    await play.scene.mine();
    if ((await play.scene.logState()).size >= size) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('the contract never got there');
}

test('relay-09: all providers gone and back: drained in order, one alert, one recovery', async () => {
  const [first, second] = [await proxy(), await proxy()];
  const play = new Play(await stage.scene(), { rpcUrls: [first.url, second.url] });
  await play.wish(5);
  await play.land();
  for (const provider of [first, second]) provider.fault = async () => 'reset';
  await play.wish(9);
  for (let rounds = 0; rounds < 10; rounds += 1) {
    assert.equal(await play.lane.advance(), 'idle');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.deepEqual(
    play.witnessed.held.map(({ reason }) => reason),
    ['providers'],
  );
  assert.equal((await play.rehearsal.records.lane())?.hold?.reason, 'providers');
  for (const provider of [first, second]) provider.fault = faithful;
  await landEventually(play, 9);
  await patience();
  assert.deepEqual(play.witnessed.held.length, 1);
  assert.deepEqual(
    play.witnessed.released.map(({ reason }) => reason),
    ['providers'],
  );
  await play.assertTidy({ size: 9, anchors: 2 });
  await play.end();
});

const impostors: readonly (readonly [string, string, unknown, RegExp])[] = [
  ['another chain id', 'eth_chainId', '0x1', /chain id is 1, pinned is 31337/],
  ['another contract code', 'eth_getCode', '0x6001', /code hash of 0x[0-9a-f]{40} is 0x/i],
  ['no contract', 'eth_getCode', '0x', /no contract at 0x/],
];

for (const [what, method, value, reason] of impostors) {
  test(`relay-10: a provider with ${what} is put aside by name at once, and alone it ends the start`, async () => {
    const impostor = await proxy(async (request, forward) =>
      request.method === method ? result(request, value) : forward(),
    );
    const play = new Play(await stage.scene(), { rpcUrls: [impostor.url, stage.anvil.rpcUrl] });
    await play.rehearsal.providers.start();
    await play.wish(3);
    await play.land();
    await play.assertTidy({ size: 3, anchors: 1 });
    assert.deepEqual(
      impostor.seen.filter((seen) => !['eth_chainId', 'eth_getCode'].includes(seen)),
      [],
      'nothing is asked of it but what it is',
    );
    const host = new URL(impostor.url).host;
    assert.ok(
      (await errorsOf(play)).includes(`otp_relay_provider_errors_total{provider="1:${host}",fault="wrong-chain"} 1`),
    );
    await play.end();

    const alone = new Play(play.scene, { rpcUrls: [impostor.url] });
    await assert.rejects(alone.rehearsal.providers.start(), { code: 'OTP_RPC_WRONG_CHAIN', message: reason });
    await alone.end();
  });
}

test('relay-10: a provider that comes back as another chain is noticed before it is used again', async () => {
  const turncoat = await proxy();
  const play = new Play(await stage.scene(), { rpcUrls: [turncoat.url, stage.anvil.rpcUrl] });
  await play.wish(3);
  await play.land();
  turncoat.fault = async () => 'reset';
  await play.lane.advance();
  // Calls that were under way beside the one that failed end first.
  await patience();
  turncoat.fault = async (request, forward) => (request.method === 'eth_chainId' ? result(request, '0x1') : forward());
  turncoat.seen.length = 0;
  await patience();
  await play.wish(6);
  await play.land();
  assert.ok(turncoat.seen.length > 0 && turncoat.seen.every((method) => method === 'eth_chainId'));
  await play.assertTidy({ size: 6, anchors: 2 });
  await play.end();
});

test('relay-12: rate limits move the traffic for as long as they say, without a failure mark', async () => {
  let limited = true;
  const first = await proxy(async (_request, forward, response) => {
    if (!limited) return forward();
    response.writeHead(429, { 'retry-after': '1' }).end('slow down');
    return 'answered';
  });
  const play = new Play(await stage.scene(), { rpcUrls: [first.url, stage.anvil.rpcUrl] });
  await play.wish(3);
  await play.land();
  assert.deepEqual(first.seen, ['eth_chainId'], 'not asked again before its time');
  limited = false;
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await play.wish(6);
  await play.land();
  assert.ok(first.seen.includes('eth_sendRawTransaction'), 'it came back');
  const faults = (await errorsOf(play)).filter((line) => line.includes('fault='));
  assert.ok(faults.length === 1 && faults[0]?.includes('fault="rate-limited"'));
  await play.assertTidy({ size: 6, anchors: 2 });
  await play.end();
});

test('relay-13: every send and a third of all other calls time out although they went through: no double, nothing lost', async () => {
  let calls = 0;
  const lossy = await proxy(async (request, forward) => {
    const answer = await forward();
    calls += 1;
    const isLost = request.method === 'eth_sendRawTransaction' || calls % 3 === 0;
    return isLost ? 'silence' : answer;
  });
  const play = new Play(await stage.scene(), { rpcUrls: [lossy.url], rpcTimeoutMs: 60 });
  for (const size of [4, 8]) {
    await play.wish(size);
    await landEventually(play, size);
  }
  lossy.fault = faithful;
  await patience();
  await play.assertTidy({ size: 8, anchors: 2 });
  assert.equal(
    (await play.rehearsal.records.transactions(10)).length,
    2,
    'the same bytes, however often they were sent',
  );
  await play.end();
});

const garbage: readonly (readonly [string, Fault])[] = [
  ['headers, then nothing', async (_request, _forward, response) => (response.writeHead(200).flushHeaders(), 'silence')],
  ['a trickle without end', async (_request, _forward, response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
    return 'silence';
  }],
  ['30 MB of nothing', async (_request, _forward, response) => (response.end('x'.repeat(30_000_000)), 'answered')],
  ['invalid JSON', async (_request, _forward, response) => (response.end('{"jsonrpc":'), 'answered')],
  ['the answer to another request', async (request, forward) => ({ ...(await forward()), id: `${String(request.id)}?` })],
  ['a result of another shape', async (request) => result(request, { surprise: true })],
]; // prettier-ignore

for (const [what, fault] of garbage) {
  test(`relay-14: a provider that answers with ${what} is passed over`, async () => {
    const play = new Play(await stage.scene(), {
      rpcUrls: [(await proxy(fault)).url, stage.anvil.rpcUrl],
      rpcTimeoutMs: 300,
    });
    await play.wish(3);
    await play.land();
    await play.assertTidy({ size: 3, anchors: 1 });
    await play.end();
  });
}

test('a node that refuses for a reason of its own is passed over, one that refuses for ours is believed', async () => {
  const full = await proxy(async (request, forward) =>
    request.method === 'eth_sendRawTransaction' ? refusal(request, -32000, 'txpool is full') : forward(),
  );
  const play = new Play(await stage.scene(), { rpcUrls: [full.url, stage.anvil.rpcUrl] });
  await play.wish(3);
  await play.land();
  await play.assertTidy({ size: 3, anchors: 1 });

  full.fault = async (request, forward) =>
    request.method === 'eth_sendRawTransaction'
      ? refusal(request, -32603, 'replacement transaction underpriced')
      : forward();
  await play.wish(5);
  assert.equal(await play.lane.advance(), 'again');
  await play.lane.advance();
  const [refused] = await play.rehearsal.records.transactions(1);
  assert.deepEqual([refused?.state, refused?.lastAnswer], ['signed', 'replacement-underpriced']);
  full.fault = faithful;
  await play.land();
  assert.deepEqual(play.witnessed.replaced, ['replacement-underpriced']);
  await play.assertTidy({ size: 5, anchors: 2 });
  await play.end();
});

test('relay-17: a node that demands 25 % more gets it, at once, one bump after the other', async () => {
  const demanding = await proxy();
  const play = new Play(await stage.scene(), { rpcUrls: [demanding.url] });
  await play.wish(3);
  await play.rest();
  const [first] = await play.rehearsal.records.transactions(1);
  const needed = ((first?.fees?.maxFeePerGas ?? 0n) * 125n) / 100n;
  demanding.fault = async (request, forward) => {
    const [newest] = await play.rehearsal.records.transactions(1);
    const isLow = (newest?.fees?.maxFeePerGas ?? 0n) < needed;
    return request.method === 'eth_sendRawTransaction' && isLow
      ? refusal(request, -32000, 'replacement transaction underpriced')
      : forward();
  };
  play.aheadMs += 60_000;
  for (let rounds = 0; rounds < 6; rounds += 1) await play.lane.advance();
  assert.deepEqual(await play.states(), ['0 replaced', '0 replaced', '0 broadcast']);
  await play.land();
  await play.assertTidy({ size: 3, anchors: 1 });
  await play.end();
});
