import { canonicalJson, type Json } from '@otp-notary/crypto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFile, rpcChain, type Bundle, type ChainReader } from '../src/index.js';
import type { AnchoredLog } from '../src/testing/index.js';
import { cached } from './caching-chain.js';
import { flips, isWithholding, replaced, values, variants } from './mutants.js';
import { fileOf, onAnvil } from './on-anvil.js';

const anvil = onAnvil();

/** Bundles of every kind, and what the chain says, asked once. */
async function samples(): Promise<{ bundles: Bundle[]; chain: ChainReader }> {
  const log = await anvil.start();
  const [used, unused] = [log.issue(), log.issue(), log.issue()];
  await log.anchor();
  log.use(used);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  const open = log.issue(2);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
  log.use(open);
  const bundles = [log.bundle(used, ['challenge']), log.bundle(unused, ['challenge']), log.bundle(open, [])];
  return { bundles, chain: cached(rpcChain(anvil.rpcUrl())) };
}

async function isRefused(file: Uint8Array, chain: ChainReader): Promise<boolean> {
  return (await checkFile(file, { chain })).outcome === 'failed';
}

function around(file: Buffer, at: number): string {
  return file.subarray(Math.max(0, at - 30), at + 30).toString();
}

test('a proof with any byte changed is refused', async () => {
  const { bundles, chain } = await samples();
  for (const bundle of bundles) {
    const file = fileOf(bundle);
    assert.equal(await isRefused(file, chain), false);
    for (const [at, mutant] of flips(file)) {
      assert.ok(await isRefused(mutant, chain), `byte ${at} may be ${mutant[at]}: ${around(file, at)}`);
    }
  }
});

test('bytes cannot be dropped, doubled, added or exchanged', async () => {
  const { bundles, chain } = await samples();
  for (const bundle of bundles) {
    const file = fileOf(bundle);
    for (let at = 0; at < file.length; at++) {
      const [head, tail] = [file.subarray(0, at), file.subarray(at + 1)];
      const byte = file.subarray(at, at + 1);
      assert.ok(await isRefused(Buffer.concat([head, tail]), chain));
      assert.ok(await isRefused(Buffer.concat([head, byte, byte, tail]), chain));
    }
    for (const extra of ['\n', ' ', '\0', '{}'])
      assert.ok(await isRefused(Buffer.concat([file, Buffer.from(extra)]), chain));
    for (const extra of ['\uFEFF', ' ', '\n'])
      assert.ok(await isRefused(Buffer.concat([Buffer.from(extra), file]), chain));
    const crlf = Buffer.from(file.toString().replaceAll('\n', '\r\n'));
    assert.ok(await isRefused(crlf, chain));
  }
});

test('no field can be dropped, emptied, moved by one, reordered or replaced', async () => {
  const { bundles, chain } = await samples();
  for (const bundle of bundles) {
    const file = fileOf(bundle);
    for (const [path, value] of values(bundle)) {
      for (const variant of variants(value)) {
        if (isWithholding(path, variant)) continue;
        const mutant = Buffer.from(`${canonicalJson(replaced(bundle as unknown as Json, path, variant))}\n`);
        if (mutant.equals(file)) continue;
        assert.ok(await isRefused(mutant, chain), `${path.join('.')} may be ${JSON.stringify(variant)}`);
      }
    }
  }
});

test('no part of one proof fits into another', async () => {
  const { bundles, chain } = await samples();
  for (const bundle of bundles) {
    for (const donor of bundles) {
      for (const [path, part] of values(donor)) {
        if (isWithholding(path, part)) continue;
        const mutant = Buffer.from(`${canonicalJson(replaced(bundle as unknown as Json, path, part))}\n`);
        if (bundles.some((original) => mutant.equals(fileOf(original)))) continue;
        assert.ok(await isRefused(mutant, chain), `${path.join('.')} may be ${JSON.stringify(part)}`);
      }
    }
  }
});

async function grown(log: AnchoredLog, anchors: number): Promise<void> {
  for (let i = 0; i < anchors; i++) {
    log.issue(9);
    await log.anchor();
  }
}

test('when the contract has grown since, a changed byte is still refused, in the peaks too', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await grown(log, 5);
  const file = fileOf(log.bundle(code));
  await grown(log, 4);
  const chain = cached(rpcChain(anvil.rpcUrl()));
  assert.equal(await isRefused(file, chain), false);
  for (const [at, mutant] of flips(file)) {
    assert.ok(await isRefused(mutant, chain), `byte ${at}: ${around(file, at)}`);
  }
});
