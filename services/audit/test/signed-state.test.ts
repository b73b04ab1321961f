import { generateKey, KeyRing } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { beginLog, beginTerm } from '../src/adapters/log-row.js';
import { SignedStateFile } from '../src/adapters/signed-state-file.js';
import { issued, opened, ORIGIN, START } from '../src/domain/events.fixture.js';
import { Cutter } from '../src/log/cutter.js';
import { startDatabases, type TestPostgres } from './postgres.js';
import { TestLog } from './test-log.js';
import { readWholeLog } from './whole-log.js';

let postgres: TestPostgres;
let folder: string;
before(async () => {
  postgres = await startDatabases();
  folder = await mkdtemp(join(tmpdir(), 'otp-audit-'));
});
after(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});

const codes = (batch: number, count: number) =>
  Array.from({ length: count }, (_, position) => issued({ batch, position, challenge: randomUUID() }));

test('every cut signs the newest multiple of 256 and the newest size, and the file outside names the last', async () => {
  const file = join(folder, 'first.json');
  const log = await TestLog.over(await postgres.database(), file);
  await log.append([opened(1), ...codes(1, 9)]);
  assert.deepEqual((await log.cut()).map(({ size }) => size), [10]); // prettier-ignore
  assert.deepEqual(await log.cut(), []);
  await log.append([opened(2), ...codes(2, 600)]);
  assert.deepEqual((await log.cut()).map(({ size }) => size), [512, 611]); // prettier-ignore
  const { tree } = await readWholeLog(log.pool, log.vkey);
  const state = await new SignedStateFile(file).read();
  assert.deepEqual(state, { origin: ORIGIN, size: 611, root: Buffer.from(tree.root) });
});

test('a database restored from an older backup signs nothing any more', async () => {
  const file = join(folder, 'restored.json');
  const log = await TestLog.over(await postgres.database(), file);
  await log.append([opened(1), ...codes(1, 20)]);
  await log.cut();
  const restored = await TestLog.over(await postgres.database(), file);
  await restored.append([opened(1), ...codes(1, 5)]);
  await assert.rejects(restored.cut(), { code: 'OTP_LOG_FORKED' });
  // New events do not heal it: the same size with another root is a fork.
  await restored.append(codes(1, 30).slice(5));
  await assert.rejects(restored.cut(), { code: 'OTP_LOG_FORKED' });
  assert.deepEqual((await readWholeLog(restored.pool, restored.vkey)).checkpoints, []);
});

const tamperings: readonly [what: string, statement: string][] = [
  ['a changed hash in a tile', `update tile set hashes = overlay(hashes placing sha256('x') from 33) where level = 0`],
  ['a tile that was cut off', `update tile set hashes = substr(hashes, 1, 32) where level = 0`],
  ['a changed signed root', `update checkpoint set root = sha256('x')`],
  ['a log that claims fewer leaves', `update log set size = 3`],
];
for (const [what, statement] of tamperings) {
  test(`${what} is found before the next signature`, async () => {
    const database = await postgres.database();
    const log = await TestLog.over(database);
    await log.append([opened(1), ...codes(1, 9)]);
    await log.cut();
    await database.owner.query(statement);
    await assert.rejects(
      log.append(codes(1, 12).slice(10)).then(() => log.cut()),
      (error: { code?: string }) =>
        error.code === 'OTP_LOG_FORKED' || error.code === 'OTP_TILES_BROKEN' || error.code === '23505',
    );
    const { rows } = await log.pool.query('select size from checkpoint');
    assert.deepEqual(rows, [{ size: '10' }]);
  });
}

test('a signed state file that cannot be read stops signing, it is not taken for none', async () => {
  const file = join(folder, 'broken.json');
  const log = await TestLog.over(await postgres.database(), file);
  await writeFile(file, '{"half":');
  await log.append([opened(1)]);
  await assert.rejects(log.cut(), { code: 'OTP_LOG_FORKED' });
  assert.equal(await readFile(file, 'utf8'), '{"half":');
});

test('the state of another log is refused', async () => {
  const file = join(folder, 'other.json');
  await new SignedStateFile(file).write({ origin: 'other.example/log', size: 0, root: new Uint8Array(32) });
  const log = await TestLog.over(await postgres.database(), file);
  await log.append([opened(1)]);
  await assert.rejects(log.cut(), { code: 'OTP_LOG_FORKED' });
});

test('a crash between the file and the commit is made good by signing the same tree again', async () => {
  const file = join(folder, 'crash.json');
  const log = await TestLog.over(await postgres.database(), file);
  await log.append([opened(1), ...codes(1, 9)]);
  await assert.rejects(
    log.inTx(async (tx) => {
      await log.cutter.cut(tx, log.term);
      throw new Error('crash before commit');
    }),
    /crash before commit/,
  );
  assert.equal((await new SignedStateFile(file).read())?.size, 10);
  await log.append(codes(1, 12).slice(9));
  assert.deepEqual((await log.cut()).map(({ size }) => size), [13]); // prettier-ignore
  await readWholeLog(log.pool, log.vkey);
});

test('a writer whose term ended appends nothing and signs nothing', async () => {
  const log = await TestLog.over(await postgres.database());
  await log.append([opened(1), ...codes(1, 3)]);
  await log.inTx(async (tx) => {
    await beginLog(tx, ORIGIN);
    await beginTerm(tx, { origin: ORIGIN, fence: 2n });
  });
  await assert.rejects(log.append(codes(1, 6).slice(3)), { code: 'OTP_LOG_WRITER_REPLACED' });
  await assert.rejects(log.cut(), { code: 'OTP_LOG_WRITER_REPLACED' });
  await assert.rejects(log.settle(), { code: 'OTP_LOG_WRITER_REPLACED' });
  log.term = { origin: ORIGIN, fence: 2n };
  await log.append(codes(1, 6).slice(3));
  await log.cut();
  assert.equal((await readWholeLog(log.pool, log.vkey)).leaves.length, 7);
});

test('two signers at once never sign two trees of one size', async () => {
  const log = await TestLog.over(await postgres.database(), join(folder, 'two.json'));
  const clock = { now: () => START };
  const keys = new KeyRing([generateKey('leaf'), generateKey('checkpoint')]);
  const other = new Cutter(keys, new SignedStateFile(join(folder, 'two-other.json')), clock);
  await log.append([opened(1), ...codes(1, 9)]);
  const results = await Promise.allSettled([log.cut(), log.inTx((tx) => other.cut(tx, log.term))]);
  const { rows } = await log.pool.query('select size from checkpoint');
  assert.deepEqual(rows, [{ size: '10' }]);
  assert.ok(results.some(({ status }) => status === 'fulfilled'));
});
