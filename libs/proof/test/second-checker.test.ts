import { canonicalJson, type Json } from '@otp-notary/crypto';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkFile, rpcChain, type Bundle, type Outcome, type Report, type Trust } from '../src/index.js';
import type { AnchoredLog, Code } from '../src/testing/index.js';
import { cached } from './caching-chain.js';
import { flips, replaced, values, variants } from './mutants.js';
import { judge, run, type Judgement } from './python-checker.js';
import { fileOf, onAnvil, RpcRefusal, withNode, type Tampering } from './on-anvil.js';

/** Every so many bytes one is changed: all of them are changed in mutation.test.ts. */
const STRIDE = 37;
const EXITS: Readonly<Record<Outcome, number>> = { proven: 0, open: 0, failed: 1, undecided: 3 };

const anvil = onAnvil();
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otp-second-'));
});
after(() => rm(folder, { recursive: true }));

const shown = ({ outcome, points }: Judgement | Report): object => ({
  outcome,
  points: points.map(({ id, verdict }) => `${id}: ${verdict}`),
});

async function assertAgreed(
  files: readonly Uint8Array[],
  rpcUrl: string,
  trust: Trust = {},
  args: readonly string[] = [],
) {
  const chain = cached(rpcChain(rpcUrl, { retries: 0 }));
  const theirs = await judge(folder, files, ['--rpc', rpcUrl, ...args]);
  for (const [i, file] of files.entries()) {
    const ours = await checkFile(file, { chain, trust });
    assert.deepEqual(shown(theirs[i] ?? ours), shown(ours), Buffer.from(file).toString());
  }
  return theirs;
}

interface Sample {
  readonly log: AnchoredLog;
  readonly bundles: Readonly<Record<'open' | 'anchored' | 'used' | 'claimed' | 'unused' | 'late', Bundle>>;
}

/** Proofs of every kind over one contract. */
async function sample(): Promise<Sample> {
  const log = await anvil.start();
  const [used, unused, claimed] = [log.issue(), log.issue(), log.issue()];
  log.use(claimed);
  await log.anchor();
  log.use(used);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  const late = log.issue(2);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
  log.use(late);
  const open = log.issue(2);
  const all = ['challenge', 'tenant', 'subject', 'purpose', 'context', 'commitment', 'channel'];
  const of = (code: Code, disclose?: readonly string[]): Bundle => log.bundle(code, disclose);
  const bundles = { open: of(open), anchored: of(unused, []), used: of(used, all), claimed: of(claimed), unused: of(unused), late: of(late) }; // prettier-ignore
  return { log, bundles };
}

test('log-11: both checkers give the same points for open, anchored, used, unused and settled codes', async () => {
  const { log, bundles } = await sample();
  const files = Object.values(bundles).map((bundle) => fileOf(bundle));
  const before = await assertAgreed(files, anvil.rpcUrl());
  assert.ok(before.every(({ outcome }) => outcome === 'open'));
  await log.chain.pass(1, 80);
  const final = await assertAgreed(files, anvil.rpcUrl());
  assert.deepEqual(final.map(({ outcome }) => outcome).toSorted(), ['open', 'open', 'proven', 'proven', 'proven', 'proven']); // prettier-ignore
});

test('log-11: both refuse the same changed bytes, values and exchanged parts, at the same point', async () => {
  const { bundles } = await sample();
  const files: Buffer[] = [];
  for (const bundle of Object.values(bundles)) {
    const file = fileOf(bundle);
    for (const [at, mutant] of flips(file)) if (at % STRIDE === 0) files.push(mutant);
    const extras = ['\n', ' ', '\0', '{}'].map((extra) => Buffer.concat([file, Buffer.from(extra)]));
    files.push(...extras, file.subarray(0, -1), Buffer.from(`\uFEFF${file.toString()}`));
    for (const [path, value] of values(bundle)) {
      for (const variant of variants(value)) files.push(written(replaced(bundle, path, variant)));
    }
  }
  const { used, unused, late, claimed } = bundles;
  for (const [one, other] of [
    [used, unused],
    [used, claimed],
    [late, used],
    [unused, late],
  ] as const)
    // prettier-ignore
    for (const [path, part] of values(other)) files.push(written(replaced(one, path, part)));
  const judged = await assertAgreed(files, anvil.rpcUrl());
  const refused = judged.filter(({ outcome }) => outcome === 'failed');
  assert.ok(refused.length > 1_000, `${refused.length} of ${judged.length}`);
  const failing = refused.map(({ points }) => points.find(({ verdict }) => verdict === 'failed')?.id);
  // Not only the form: the mutants reach into every part of the check.
  assert.ok(new Set(failing).size >= 10, [...new Set(failing)].join(' '));
});

test('log-11: both refuse every other spelling of one value', async () => {
  const { bundles } = await sample();
  const text = fileOf(bundles.used).toString();
  const spell = (from: string | RegExp, to: string): Buffer => {
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    return Buffer.from(changed);
  };
  const files = [
    spell('"index":', '"index":0'),
    spell(/"index":([0-9]+)/, '"index":$1.0'),
    spell(/"index":([0-9]+)/, '"index":$1e0'),
    spell(/"index":([0-9]+)/, '"index":-0'),
    spell(/"index":([0-9]+)/, '"index":1e400'),
    spell(/"index":([0-9]+)/, '"index":NaN'),
    spell(/"index":([0-9]+)/, '"index":9007199254740993'),
    spell('"origin":"log', '"origin":"\\u006cog'),
    spell('"value":"demo"', '"value":"\\ud800"'),
    spell('"value":"demo"', '"value":"\\u0000"'),
    spell('"value":"demo"', '"value":"e\\u0301"'),
    spell('"value":"demo"', '"value":"\u00e9"'),
    spell('"format":', '"format":"otp-notary/proof@v1","format":'),
    spell('{"anchors":', '{ "anchors":'),
    spell('=","', '","'),
    spell('/', '\\/'),
    Buffer.from(text.replaceAll('\n', '\r\n')),
    Buffer.from(text, 'utf16le'),
    Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xff, 0xfe]), Buffer.from('}\n')]),
    Buffer.from(`${'['.repeat(100_000)}\n`),
    Buffer.from('null\n'),
    Buffer.from(''),
    Buffer.from(`"${'x'.repeat(1_000_000)}"\n`),
  ];
  const judged = await assertAgreed(files, anvil.rpcUrl());
  assert.ok(judged.every(({ outcome }) => outcome === 'failed'));
});

test('log-11: both agree about a file that the contract has outgrown, whatever the node still keeps', async () => {
  const log = await anvil.start();
  const code = log.issue();
  const grow = async (anchors: number): Promise<void> => {
    for (let i = 0; i < anchors; i++) {
      log.issue(9);
      await log.anchor();
    }
  };
  await grow(5);
  const file = fileOf(log.bundle(code));
  const forged = [...flips(file)].filter(([at]) => at % 151 === 0).map(([, mutant]) => mutant);
  for (const more of [1, 2, 6]) {
    await grow(more);
    await assertAgreed([file, ...forged], anvil.rpcUrl());
  }
  const noEvents: Tampering = (method, _, result) => (method === 'eth_getLogs' ? new RpcRefusal('pruned') : result);
  await withNode(anvil.rpcUrl(), noEvents, async (url) => {
    const [judged] = await assertAgreed([file], url);
    assert.equal(judged?.outcome, 'open');
  });
  const newest = BigInt((await blockNumber(anvil.rpcUrl())) as string);
  const nothingOld: Tampering = (method, params, result) => {
    const isOld = method === 'eth_call' && BigInt(String(params[1])) < newest;
    return method === 'eth_getLogs' || isOld ? new RpcRefusal('missing trie node') : result;
  };
  await withNode(anvil.rpcUrl(), nothingOld, async (url) => {
    const [judged] = await assertAgreed([file], url);
    assert.equal(judged?.outcome, 'undecided');
  });
});

test('log-11: both agree about another chain, contract, key and rules, and about what is known beforehand', async () => {
  const { log, bundles } = await sample();
  const other = await anvil.start({ origin: 'log.example/foreign' });
  const twin = await anvil.start();
  const at = (contract: string): Buffer =>
    fileOf({ ...bundles.used, chain: { ...bundles.used.chain, contract: contract.toLowerCase() as `0x${string}` } });
  const files = [
    fileOf({ ...bundles.used, chain: { ...bundles.used.chain, chainId: '1' } }),
    at(other.chain.contract),
    at(twin.chain.contract),
    at(`0x${'12'.repeat(20)}`),
  ];
  const judged = await assertAgreed(files, anvil.rpcUrl());
  assert.deepEqual(
    judged.map(({ points }) => points.find(({ verdict }) => verdict === 'failed')?.id),
    ['chain.id', 'chain.log', 'chain.key', 'chain.contract'],
  );
  const good = [fileOf(bundles.used)];
  const known: [Trust, string[]][] = [
    [{ chainId: 1n }, ['--chain-id', '1']],
    [{ contract: other.chain.contract }, ['--contract', other.chain.contract]],
    [{ contract: log.chain.contract }, ['--contract', log.chain.contract]],
    [{ origin: 'log.example/other' }, ['--origin', 'log.example/other']],
    [{ rulesHash: `0x${'00'.repeat(32)}` }, ['--rules-hash', `0x${'00'.repeat(32)}`]],
    [{ rulesHash: log.chain.deployment.implementationCodeHash }, ['--rules-hash', log.chain.deployment.implementationCodeHash]], // prettier-ignore
  ];
  for (const [trust, args] of known) await assertAgreed(good, anvil.rpcUrl(), trust, args);
});

test('log-11: the second checker tells points, and ends as otpctl does: 0 good, 1 false, 2 called wrongly, 3 unknown', async () => {
  const { log, bundles } = await sample();
  const [good, bad] = [join(folder, 'good'), join(folder, 'bad')];
  await writeFile(good, fileOf(bundles.used));
  await writeFile(bad, fileOf({ ...bundles.used, order: 'claimed' }));
  const rpc = ['--rpc', anvil.rpcUrl(), '--contract', log.chain.contract];
  const told = await run([good, ...rpc]);
  assert.equal(told.exit, EXITS.open, told.err);
  assert.match(told.out, /✓ proven +settlement\.fate /);
  assert.match(told.out, /\nGOOD SO FAR\n$/);
  assert.equal((await run([good, ...rpc, '--complete'])).exit, 1);
  const refused = await run([good, bad, ...rpc]);
  assert.equal(refused.exit, EXITS.failed);
  assert.match(refused.out, /✗ failed +order\.tier /);
  assert.equal((await run([join(folder, 'none'), ...rpc])).exit, 2);
  assert.equal((await run([good, '--rpc', 'ftp://x'])).exit, 2);
  assert.equal((await run([])).exit, 2);
  assert.equal((await run([good])).exit, EXITS.undecided);
  const silent = await run([good, '--rpc', 'http://127.0.0.1:1/secret-key']);
  assert.equal(silent.exit, 3);
  assert.ok(!`${silent.out}${silent.err}`.includes('secret-key'));
});

function written(value: Json): Buffer {
  return Buffer.from(`${canonicalJson(value)}\n`);
}

async function blockNumber(url: string): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_blockNumber', params: [] });
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  return ((await answer.json()) as { result: unknown }).result;
}
