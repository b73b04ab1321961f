import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { rpcChain, type ChainReader } from '../src/index.js';
import type { AnchoredLog } from '../src/testing/index.js';
import { check, failureOf, onAnvil, RpcRefusal, verdictsOf, withNode, type Tampering } from './on-anvil.js';

const anvil = onAnvil();

/** A node that keeps nothing but the newest state. */
function pruned(chain: ChainReader): ChainReader {
  return withAnswers(chain, { anchorsAfter: async () => null, pastRange: async () => null });
}

/** A node that keeps old state and serves no events. */
function withoutEvents(chain: ChainReader): ChainReader {
  return withAnswers(chain, { anchorsAfter: async () => null });
}

function withAnswers(chain: ChainReader, answers: Partial<ChainReader>): ChainReader {
  return {
    chainId: () => chain.chainId(),
    latestBlock: () => chain.latestBlock(),
    finalizedBlock: () => chain.finalizedBlock(),
    codeHash: (account, at) => chain.codeHash(account, at),
    implementation: (account, at) => chain.implementation(account, at),
    log: (place, at) => chain.log(place, at),
    range: (place, at) => chain.range(place, at),
    anchorsAfter: (place, from, at) => chain.anchorsAfter(place, from, at),
    pastRange: (place, from, at) => chain.pastRange(place, from, at),
    ...answers,
  };
}

async function grow(log: AnchoredLog, anchors: number): Promise<void> {
  for (let i = 0; i < anchors; i++) {
    log.issue(9);
    await log.anchor();
  }
}

test('a file stays good however many anchors come after it, as long as the node serves their events', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await grow(log, 5);
  const bundle = log.bundle(code);
  for (const more of [1, 2, 4, 9]) {
    await grow(log, more);
    const report = await check(bundle, { chain: rpcChain(anvil.rpcUrl()) });
    assert.equal(report.outcome, 'open');
    assert.equal(verdictsOf(report)['chain.anchors'], 'proven');
    assert.match(
      report.points.find(({ id }) => id === 'chain.anchors')?.detail ?? '',
      /events of [0-9]+ later anchors/,
    );
  }
});

test('a node that keeps only today’s state proves an older file while its peak stands, and then says that it cannot', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await grow(log, 4);
  const bundle = log.bundle(code);
  const chain = pruned(rpcChain(anvil.rpcUrl()));
  await grow(log, 3);
  const standing = await check(bundle, { chain });
  assert.equal(verdictsOf(standing)['chain.anchors'], 'proven');
  await grow(log, 1);
  const merged = await check(bundle, { chain });
  assert.equal(merged.outcome, 'undecided');
  const verdicts = verdictsOf(merged);
  assert.equal(verdicts['chain.anchors'], 'not checked');
  assert.equal(verdicts['chain.issued'], 'not checked');
  assert.equal(verdicts['promise.history'], 'not checked');
  assert.equal(failureOf(merged), undefined);
  const anew = await check(log.bundle(code), { chain });
  assert.equal(verdictsOf(anew)['chain.anchors'], 'proven');
});

test('a node that keeps old state proves an older file by it', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await grow(log, 3);
  const bundle = log.bundle(code);
  await grow(log, 5);
  const report = await check(bundle, { chain: withoutEvents(rpcChain(anvil.rpcUrl())) });
  assert.equal(verdictsOf(report)['chain.anchors'], 'proven');
  assert.match(report.points.find(({ id }) => id === 'chain.anchors')?.detail ?? '', /as this node still keeps it/);
});

test('a fork that the log signed and the contract never took is refused by every kind of node', async () => {
  const keys = generateKeyPairSync('ed25519');
  const [shown, fork] = [await anvil.start({ keys }), await anvil.start({ keys })];
  const code = fork.issue();
  await grow(fork, 4);
  await grow(shown, 4);
  const { chain } = shown.bundle(shown.issue());
  const forged = { ...fork.bundle(code), chain };
  for (const more of [0, 3, 1]) {
    await grow(shown, more);
    for (const kind of [(node: ChainReader) => node, withoutEvents, pruned]) {
      const report = await check(forged, { chain: kind(rpcChain(anvil.rpcUrl())) });
      const verdict = verdictsOf(report)['chain.anchors'];
      // A node that has forgotten what it would take cannot tell; it never agrees.
      assert.equal(verdict, kind === pruned && more === 1 ? 'not checked' : 'failed');
    }
  }
});

test('events that do not hash to the contract’s peaks convict whoever made them up', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await grow(log, 3);
  const bundle = log.bundle(code);
  await grow(log, 2);
  const honest = rpcChain(anvil.rpcUrl());
  const lying = withAnswers(honest, {
    anchorsAfter: async (place, from, at) => (await honest.anchorsAfter(place, from, at))?.toReversed() ?? null,
  });
  assert.equal(failureOf(await check(bundle, { chain: lying }))?.id, 'chain.anchors');
  const forgetful = withAnswers(honest, {
    anchorsAfter: async (place, from, at) => (await honest.anchorsAfter(place, from, at))?.slice(1) ?? null,
    pastRange: async () => null,
  });
  assert.notEqual(verdictsOf(await check(bundle, { chain: forgetful }))['chain.anchors'], 'proven');
});

test('events are read in whatever portions the node allows, and given up when it serves too few', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await grow(log, 1);
  const bundle = log.bundle(code);
  for (let i = 0; i < 6; i++) {
    await grow(log, 1);
    await log.chain.pass(1, 40);
  }
  let calls = 0;
  const allowing =
    (blocks: number): Tampering =>
    (method, params, result) => {
      if (method !== 'eth_getLogs') return result;
      calls += 1;
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }];
      return Number(toBlock) - Number(fromBlock) >= blocks ? new RpcRefusal('block range too large') : result;
    };
  await withNode(anvil.rpcUrl(), allowing(30), async (url) => {
    const report = await check(bundle, { chain: rpcChain(url, { retries: 0 }) });
    assert.match(report.points.find(({ id }) => id === 'chain.anchors')?.detail ?? '', /events of 6 later anchors/);
    assert.ok(calls > 8);
  });
  calls = 0;
  await withNode(anvil.rpcUrl(), allowing(0), async (url) => {
    const report = await check(bundle, { chain: rpcChain(url, { retries: 0 }) });
    assert.match(report.points.find(({ id }) => id === 'chain.anchors')?.detail ?? '', /as this node still keeps it/);
    assert.ok(calls < 20);
  });
});
