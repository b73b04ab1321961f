import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReceiptAgainst, rpcChain, type ReceiptClaim } from '../src/index.js';
import type { AnchoredLog, Code } from '../src/testing/index.js';
import { check, failureOf, onAnvil } from './on-anvil.js';

const anvil = onAnvil();

/** Settles batch 1 in a log whose codes are all dead. */
async function settle(log: AnchoredLog): Promise<void> {
  await log.chain.pass(log.lifeSeconds + 1);
  log.issue(9);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
}

function receiptFor({ challenge, batch, position, issuedAt }: Code, afterMs = 4_000): ReceiptClaim {
  const [verifiedAt, logBy] = [issuedAt + afterMs, issuedAt + 60_000].map((time) => new Date(time).toISOString());
  return {
    origin: 'log.example/otp',
    batch,
    position,
    challenge,
    verified_at: verifiedAt ?? '',
    log_by: logBy ?? '',
  };
}

test('a use of another code, or after the code’s end, proves nothing, signed and anchored or not', async () => {
  const log = await anvil.start();
  const [late, other] = [log.issue(), log.issue()];
  log.use(other);
  log.use(late, 20_000);
  await log.anchor();
  const chain = rpcChain(anvil.rpcUrl());
  assert.equal(failureOf(await check(log.bundle(late), { chain }))?.id, 'order.time');
  const borrowed = { ...log.bundle(late), used: log.bundle(other).used };
  assert.equal(failureOf(await check(borrowed, { chain }))?.id, 'used.same-code');
});

test('a use that came after the settlement is refused, though the log signed and the chain anchored it', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  await settle(log);
  log.use(code);
  await log.anchor();
  const report = await check(log.bundle(code), { chain: rpcChain(anvil.rpcUrl()) });
  assert.equal(failureOf(report)?.id, 'settlement.fate');
});

test('a used code cannot be shown as unused once it is settled', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  log.use(code);
  await settle(log);
  const bundle = log.bundle(code);
  const witnesses = bundle.witnesses.filter((_, number) => number !== bundle.used?.witness);
  const settlement = bundle.settlement && { ...bundle.settlement, witness: witnesses.length - 1 };
  const hidden = { ...bundle, used: null, order: null, witnesses, settlement };
  assert.equal(failureOf(await check(hidden, {}))?.id, 'settlement.fate');
});

test('a receipt whose use stands in the log is kept; one for another code or another time is refused', async () => {
  const log = await anvil.start();
  const [code, other] = [log.issue(), log.issue()];
  log.use(code);
  await log.anchor();
  const bundle = log.bundle(code);
  assert.equal(checkReceiptAgainst(receiptFor(code), bundle, Date.now()).outcome, 'proven');
  const wrong: [ReceiptClaim, string][] = [
    [receiptFor(other), 'receipt.code'],
    [{ ...receiptFor(code), challenge: other.challenge }, 'receipt.code'],
    [{ ...receiptFor(code), origin: 'log.example/other' }, 'receipt.code'],
    [receiptFor(code, 4_001), 'receipt.kept'],
  ];
  for (const [receipt, id] of wrong) {
    const { outcome, points } = checkReceiptAgainst(receipt, bundle, Date.now());
    assert.equal(outcome, 'failed');
    assert.equal(points.find(({ verdict }) => verdict === 'failed')?.id, id);
  }
});

test('a receipt without a use is open until the settlement, which then convicts the log', async () => {
  const log = await anvil.start();
  const code = log.issue();
  await log.anchor();
  const before = checkReceiptAgainst(receiptFor(code), log.bundle(code), code.issuedAt + 5_000);
  assert.equal(before.outcome, 'open');
  const overdue = checkReceiptAgainst(receiptFor(code), log.bundle(code), code.issuedAt + 61_000);
  assert.equal(overdue.outcome, 'open');
  assert.match(overdue.points[1]?.detail ?? '', /convicts the log/);
  await settle(log);
  const settled = checkReceiptAgainst(receiptFor(code), log.bundle(code), Date.now());
  assert.equal(settled.outcome, 'failed');
});
