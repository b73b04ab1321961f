import { originId, settlementTree, verifyFate, type Fate } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { settlementOf } from '../src/adapters/settlements.js';
import { closed, issued, opened, ORIGIN, rejected, START, verified } from '../src/domain/events.fixture.js';
import { startDatabases, type TestPostgres } from './postgres.js';
import { GRACE_MS, TestLog } from './test-log.js';
import { readWholeLog } from './whole-log.js';

let postgres: TestPostgres;
before(async () => {
  postgres = await startDatabases();
});
after(() => postgres.stop());

const EXPIRES = START + 60_000;
const code = (batch: number, position: number) => ({ batch, position, challenge: randomUUID() });

test('a batch waits for its closing, for every issue and for the watermark beyond its last code, then settles', async () => {
  const log = await TestLog.over(await postgres.database());
  const used = code(1, 0);
  const unused = code(1, 1);
  await log.append([opened(1), issued(used), verified(used)]);
  assert.deepEqual(await log.settle(), { waiting: 'closing', batch: 1 });
  await log.append([closed(1, 3, [2])]);
  assert.deepEqual(await log.settle(), { waiting: 'issues', batch: 1 });
  await log.append([issued(unused)]);
  assert.deepEqual(await log.settle(), { waiting: 'watermark', batch: 1 });
  await log.readUpTo(EXPIRES + GRACE_MS);
  assert.deepEqual(await log.settle(), { waiting: 'watermark', batch: 1 });
  await log.readUpTo(EXPIRES + GRACE_MS + 1);
  assert.deepEqual(await log.settle(), { waiting: 'closing', batch: 2 });

  const settled = await log.inTx((tx) => settlementOf(tx, 1));
  assert.ok(settled);
  // Leaves: header 0, issue 1, use 2, closing 3, issue 4.
  assert.deepEqual(
    { count: settled.count, issuedBelow: settled.issuedBelow, refersBelow: settled.refersBelow },
    { count: 3, issuedBelow: 5, refersBelow: 5 },
  );
  assert.deepEqual(settled.fates, [
    { fate: 'used', logIndex: 2 },
    { fate: 'unused', logIndex: 0 },
    { fate: 'void', logIndex: 0 },
  ]);
});

test('a watermark is believed only when the log has read the positions that it covers', async () => {
  const log = await TestLog.over(await postgres.database());
  const positions = { 'otp.verifications': [{ partition: 0, next: '7' }] };
  const mark = { id: randomUUID(), version: 1, time: new Date(START).toISOString(), type: 'otp.watermark', source: 'verifier', upToMs: EXPIRES + 5000, positions } as const; // prettier-ignore
  await log.append([opened(1), issued(code(1, 0)), closed(1, 1, []), mark]);
  for (const [next, batch] of [
    [6n, 1],
    [7n, 2],
  ] as const) {
    // prettier-ignore
    await log.inTx((tx) => log.settler.readWatermarks(tx, new Map([['otp.verifications/0', next]])));
    assert.equal((await log.settle()).batch, batch);
  }
});

test('batches settle strictly in order, however ready the later ones are', async () => {
  const log = await TestLog.over(await postgres.database());
  await log.append([opened(3), closed(3, 0, []), opened(2), closed(2, 0, [])]);
  assert.deepEqual(await log.settle(), { waiting: 'closing', batch: 1 });
  await log.append([opened(1), closed(1, 0, [])]);
  assert.deepEqual(await log.settle(), { waiting: 'closing', batch: 4 });
});

test('a batch that closed without a position settles as one void position', async () => {
  const log = await TestLog.over(await postgres.database());
  await log.append([opened(1), closed(1, 0, [])]);
  await log.settle();
  const settled = await log.inTx((tx) => settlementOf(tx, 1));
  assert.equal(settled?.count, 1);
  assert.equal(settled?.issuedBelow, 0);
  assert.deepEqual(settled?.fates, [{ fate: 'void', logIndex: 0 }]);
});

test('the settlement root proves one fate of each position and no other', async () => {
  const log = await TestLog.over(await postgres.database());
  const codes = [0, 1, 2, 3, 4].map((position) => code(1, position));
  await log.append([opened(1), ...codes.map((one) => issued(one)), closed(1, 5, [])]);
  await log.append(codes.filter((_, at) => at % 2 === 0).map((one) => verified(one)));
  await log.readUpTo(EXPIRES + GRACE_MS + 1);
  await log.settle();
  const settled = await log.inTx((tx) => settlementOf(tx, 1));
  assert.ok(settled);
  const tree = settlementTree(originId(ORIGIN), 1, settled.fates);
  assert.deepEqual(Buffer.from(tree.root), Buffer.from(settled.root));
  for (const [position, { fate, logIndex }] of settled.fates.entries()) {
    const claim = { originId: originId(ORIGIN), batch: 1, position, count: 5, path: tree.inclusion(position), root: settled.root }; // prettier-ignore
    assert.ok(verifyFate({ ...claim, fate, logIndex }));
    const other: Fate = fate === 'used' ? 'unused' : 'used';
    assert.ok(!verifyFate({ ...claim, fate: other, logIndex: other === 'used' ? 1 : 0 }));
  }
});

test('a use that comes after the settlement is kept as evidence and never logged', async () => {
  const log = await TestLog.over(await postgres.database());
  const late = code(1, 0);
  await log.append([opened(1), issued(late), closed(1, 1, [])]);
  await log.readUpTo(EXPIRES + GRACE_MS + 1);
  await log.settle();
  const use = verified(late);
  const done = await log.append([rejected(late), use]);
  assert.deepEqual(
    done.evidence.map(({ kind }) => kind),
    ['used-after-settlement'],
  );
  const { rows } = await log.pool.query('select kind, event_id, batch, position, event from evidence');
  assert.deepEqual(rows, [{ kind: 'used-after-settlement', event_id: use.id, batch: '1', position: '0', event: use }]);
  await log.cut();
  const whole = await readWholeLog(log.pool, log.vkey);
  assert.ok(whole.leaves.every(({ eventId }) => eventId !== use.id));
});

test('the database itself refuses a second issue and a second use of a position', async () => {
  const log = await TestLog.over(await postgres.database());
  const one = code(1, 0);
  await log.append([opened(1), issued(one), verified(one)]);
  for (const kind of ['issued', 'verified']) {
    await assert.rejects(
      log.pool.query(
        `insert into leaf (index, event_id, kind, batch, position, entry, hash)
         values (99, gen_random_uuid(), $1, 1, 0, '{}', sha256('x'))`,
        [kind],
      ),
      { code: '23505' },
    );
  }
});
