import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { ChainUnreachable, rpcChain, type Bundle } from '../src/index.js';
import type { AnchoredLog } from '../src/testing/index.js';
import { check, failureOf, onAnvil, RpcRefusal, verdictsOf, withNode, type Tampering } from './on-anvil.js';

const anvil = onAnvil();

async function anchoredBundle(): Promise<{ log: AnchoredLog; bundle: Bundle }> {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  return { log, bundle: log.bundle(code) };
}

test('a chain that nobody reaches says nothing about the proof, and its URL stays out of the error', async () => {
  const { bundle } = await anchoredBundle();
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const urls = [
    'http://127.0.0.1:1/secret-key',
    `http://127.0.0.1:${(silent.address() as AddressInfo).port}/secret-key`,
  ];
  for (const url of urls) {
    const checking = check(bundle, { chain: rpcChain(url, { timeoutMs: 200, retries: 0 }) });
    await assert.rejects(checking, (error) => {
      assert.ok(error instanceof ChainUnreachable);
      assert.ok(!`${error.message} ${error.detail}`.includes('secret-key'));
      return true;
    });
  }
  silent.closeAllConnections();
  silent.close();
});

test('a file that fails by itself is refused without a question to the chain', async () => {
  const { bundle } = await anchoredBundle();
  const report = await check({ ...bundle, origin: 'log.example/other' }, { chain: rpcChain('http://127.0.0.1:1') });
  assert.equal(failureOf(report)?.id, 'log.key');
});

test('a node of another chain, or one that contradicts itself, is refused', async () => {
  const { bundle } = await anchoredBundle();
  const lies: readonly [id: string, method: string, answer: string][] = [
    ['chain.id', 'eth_chainId', '0x1'],
    ['chain.contract', 'eth_getCode', '0x'],
    ['chain.log', 'eth_call', '0x'],
    ['chain.log', 'eth_call', `0x${'ff'.repeat(64)}`],
  ];
  for (const [id, lie, answer] of lies) {
    const tamper: Tampering = (method, _, result) => (method === lie ? answer : result);
    await withNode(anvil.rpcUrl(), tamper, async (url) => {
      assert.equal(failureOf(await check(bundle, { chain: rpcChain(url) }))?.id, id);
    });
  }
});

test('a node that names no finalized block leaves finality open', async () => {
  const { bundle } = await anchoredBundle();
  const tamper: Tampering = (method, params, result) =>
    method === 'eth_getBlockByNumber' && params[0] === 'finalized' ? new RpcRefusal('unknown tag') : result;
  await withNode(anvil.rpcUrl(), tamper, async (url) => {
    const report = await check(bundle, { chain: rpcChain(url, { retries: 0 }) });
    assert.equal(report.outcome, 'open');
    assert.equal(verdictsOf(report)['chain.final'], 'not yet');
  });
});

test('what is known beforehand decides over what the file says', async () => {
  const { log, bundle } = await anchoredBundle();
  const chain = rpcChain(anvil.rpcUrl());
  const { implementationCodeHash } = log.chain.deployment;
  const right = {
    chainId: 31_337n,
    contract: log.chain.contract,
    origin: log.origin,
    rulesHash: implementationCodeHash,
  };
  assert.equal((await check(bundle, { chain, trust: right })).outcome, 'open');
  const wrong = [
    ['chain.id', { ...right, chainId: 1n }],
    ['chain.contract', { ...right, contract: `0x${'00'.repeat(20)}` }],
    ['chain.rules', { ...right, rulesHash: `0x${'00'.repeat(32)}` }],
    ['chain.log', { ...right, origin: 'log.example/other' }],
  ] as const;
  for (const [id, trust] of wrong) assert.equal(failureOf(await check(bundle, { chain, trust }))?.id, id);
});

test('a log that a contract does not hold, or holds under another key, is refused', async () => {
  const { bundle } = await anchoredBundle();
  const foreign = await anvil.start({ origin: 'log.example/foreign' });
  const contract = foreign.chain.contract.toLowerCase() as `0x${string}`;
  const chain = rpcChain(anvil.rpcUrl());
  const unknown = await check({ ...bundle, chain: { ...bundle.chain, contract } }, { chain });
  assert.equal(failureOf(unknown)?.id, 'chain.log');
  const twin = await anvil.start();
  const elsewhere = { ...bundle.chain, contract: twin.chain.contract.toLowerCase() as `0x${string}` };
  assert.equal(failureOf(await check({ ...bundle, chain: elsewhere }, { chain }))?.id, 'chain.key');
});

test('anchors that a reorganisation took away are missed, and come back when they are anchored anew', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  const early = log.bundle(code);
  const snapshot = await request('evm_snapshot');
  log.use(code);
  await log.anchor();
  const late = log.bundle(code);
  assert.equal((await check(late, { chain: rpcChain(anvil.rpcUrl()) })).outcome, 'open');
  await request('evm_revert', [snapshot]);
  const report = await check(late, { chain: rpcChain(anvil.rpcUrl()) });
  assert.equal(failureOf(report)?.id, 'chain.anchors');
  assert.equal(verdictsOf(await check(early, { chain: rpcChain(anvil.rpcUrl()) }))['chain.anchors'], 'proven');
});

async function request(method: string, params: readonly unknown[] = []): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const response = await fetch(anvil.rpcUrl(), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return ((await response.json()) as { result: unknown }).result;
}
