import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rpcChain, type Report } from '../src/index.js';
import type { AnchoredLog, Code } from '../src/testing/index.js';
import { check, onAnvil, verdictsOf } from './on-anvil.js';

const anvil = onAnvil();

/** A log with a used and an unused code, issue and use in different anchors, settled. */
async function settled(log: AnchoredLog): Promise<{ used: Code; unused: Code }> {
  const [used, unused] = [log.issue(), log.issue()];
  await log.anchor();
  log.use(used);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  log.issue(9);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
  return { used, unused };
}

function promises({ promises: list }: Report): [string, string][] {
  return list.map(({ claim, verdict }) => [claim, verdict]);
}

test('a settled use is proven whole: issued before, used once, not rewritten', async () => {
  const log = await anvil.start();
  const { used } = await settled(log);
  await log.chain.pass(1, 80);
  const report = await check(log.bundle(used), { chain: rpcChain(anvil.rpcUrl()) });
  assert.deepEqual(
    report.points.filter(({ verdict }) => verdict !== 'proven'),
    [],
  );
  assert.equal(report.outcome, 'proven');
  assert.deepEqual(promises(report), [
    ['The code was issued before it was used', 'proven'],
    ['The code was used once and can never be used again', 'proven'],
    ['What this file shows was not rewritten and cannot be', 'proven'],
  ]);
});

test('a settled code that nobody used is proven unused, and a receipt is named as what would refute it', async () => {
  const log = await anvil.start();
  const { unused } = await settled(log);
  await log.chain.pass(1, 80);
  const report = await check(log.bundle(unused), { chain: rpcChain(anvil.rpcUrl()) });
  assert.equal(report.outcome, 'proven');
  assert.deepEqual(promises(report)[1], ['The code was not used and can never be', 'proven']);
  assert.ok(report.limits.some((limit) => limit.includes('receipt')));
});

test('as a code goes from issue to settlement, points turn from not yet to proven and never back', async () => {
  const log = await anvil.start();
  const chain = rpcChain(anvil.rpcUrl());
  const code = log.issue();
  const seen: Record<string, string>[] = [];
  async function look(): Promise<void> {
    const report = await check(log.bundle(code), { chain });
    seen.push(verdictsOf(report));
    assert.equal(report.outcome, 'open');
  }
  await look();
  await log.anchor();
  await look();
  log.use(code);
  await look();
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  log.issue(9);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await look();
  await log.anchor({ settle: 1 });
  await look();
  const told = ['issued.leaf', 'used.leaf', 'chain.issued', 'chain.used', 'chain.settled', 'promise.fate'] as const;
  assert.deepEqual(
    seen.map((verdicts) => told.map((id) => verdicts[id] ?? '-')),
    [
      ['proven', '-', 'not yet', '-', 'not yet', 'not yet'],
      ['proven', '-', 'proven', '-', 'not yet', 'not yet'],
      ['proven', 'proven', 'proven', 'not yet', 'not yet', 'not yet'],
      ['proven', 'proven', 'proven', 'proven', 'not yet', 'not yet'],
      ['proven', 'proven', 'proven', 'proven', 'proven', 'proven'],
    ],
  );
});

test('without an anchor between issue and use the order is called the log’s word', async () => {
  const log = await anvil.start();
  const code = log.issue();
  log.use(code);
  await log.anchor();
  const report = await check(log.bundle(code), { chain: rpcChain(anvil.rpcUrl()) });
  assert.equal(report.promises[0]?.by, 'the order of the log');
  assert.ok(report.limits.some((limit) => limit.startsWith('That issue and use came to the log in this order')));
});

test('without a chain nothing of the chain is claimed', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  const report = await check(log.bundle(code), {});
  assert.equal(report.outcome, 'undecided');
  assert.ok(report.points.every(({ id, verdict }) => id.startsWith('chain.') === (verdict === 'not checked')));
});

test('what is not disclosed stays closed, and the report says what nobody can know', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  const report = await check(log.bundle(code, []), { chain: rpcChain(anvil.rpcUrl()) });
  assert.ok(report.limits.some((limit) => limit.startsWith('Which challenge this is')));
  assert.ok(!JSON.stringify(report).includes(code.challenge));
});
