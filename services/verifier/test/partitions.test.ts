import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { LIMITS } from '../src/domain/limits.js';
import { Mint, TENANT } from './mint.js';
import { reasonOf, TestStore } from './store.js';

const HOUR = 3_600_000;
const db = await TestStore.start();
const answer = db.answering(LIMITS);
const mint = new Mint();
after(() => db.stop());

async function names(): Promise<string[]> {
  const { rows } = await db.owner.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

const hourOf = (ms: number): number => Math.floor(ms / HOUR);

test('partitions stand from the last hour to an hour ahead, and making them again changes nothing', async () => {
  const hour = hourOf(Date.now());
  const before = await names();
  for (const table of ['challenge', 'idempotency']) {
    for (let ahead = -1; ahead <= 1; ahead += 1) assert.ok(before.includes(`${table}_${hour + ahead}`));
  }
  await Promise.all([db.partitions.create(), db.partitions.create(), db.partitions.create()]);
  assert.deepEqual(await names(), before);
});

/** A partition that ended some hours ago, with a challenge in it. */
async function old(hoursAgo: number): Promise<string> {
  const hour = hourOf(Date.now()) - hoursAgo;
  await db.owner.query(
    `create table challenge_${hour} partition of challenge for values from (${hour * HOUR}) to (${(hour + 1) * HOUR})`,
  );
  await db.owner.query(
    `insert into challenge (challenge, expires_ms, tenant, subject, purpose, issued_ms, batch, position)
     values ($1, $2, $3, 's', 'p', $2, 1, 1)`,
    [randomUUID(), hour * HOUR + 1, TENANT],
  );
  return `challenge_${hour}`;
}

test('a partition is dropped as a whole once it is an hour past, and never one that may be needed', async () => {
  const [long, recent] = [await old(5), await old(2)];
  assert.deepEqual(await db.partitions.drop(), [long]);
  assert.deepEqual(await db.partitions.drop(), [recent]);
  assert.deepEqual(await db.partitions.drop(), []);
  const left = await names();
  assert.ok(left.includes(`challenge_${hourOf(Date.now())}`) && left.includes(`challenge_${hourOf(Date.now()) - 1}`));
});

test('no partition is dropped while an event of its time waits in the outbox', async () => {
  const name = await old(6);
  await db.owner.query(
    `insert into outbox (topic, key, payload, created_at) values ('otp.verifications', 'k', '{}', now() - interval '7 hours')`,
  );
  assert.deepEqual(await db.partitions.drop(), []);
  await db.owner.query('delete from outbox');
  assert.deepEqual(await db.partitions.drop(), [name]);
});

test('partitions come and go while answers are taken, and none of them fails', async () => {
  const load = new AbortController();
  const failures: unknown[] = [];
  const workers = Array.from({ length: 8 }, async () => {
    while (!load.signal.aborted) {
      const outcome = await answer(mint.mint().challenge, 'right').catch((error: unknown) => {
        failures.push(error);
        return null;
      });
      if (outcome !== null) assert.equal(reasonOf(outcome), 'verified');
    }
  });
  for (let round = 0; round < 10; round += 1) {
    await old(10);
    let dropped: readonly string[] = [];
    // A drop gives way to answers; the loop of the service tries again as well.
    while (dropped.length === 0) dropped = await db.partitions.drop().catch(() => []);
  }
  load.abort();
  await Promise.all(workers);
  assert.deepEqual(failures, []);
});

test('an answer for which there is no partition is refused without an outcome, never taken without a trace', async () => {
  const far = mint.mint({ issuedAtMs: Date.now(), lifeMs: 30 * HOUR });
  await assert.rejects(answer(far.challenge, 'right'), { code: 'OTP_STORE_UNAVAILABLE' });
});

test('the service role sees one tenant at a time, owns nothing and cannot delete a use', async () => {
  const { challenge } = mint.mint();
  await answer(challenge, 'right');
  const seen = async (tenant: string): Promise<number | null> => {
    const client = await db.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('otp.tenant', $1, true)`, [tenant]);
      const { rowCount } = await client.query('select from challenge where challenge = $1', [challenge.id]);
      await client.query('rollback');
      return rowCount;
    } finally {
      client.release();
    }
  };
  assert.equal(await seen(TENANT), 1);
  assert.equal(await seen('other'), 0);
  assert.equal(await seen(''), 0);
  const { rowCount } = await db.pool.query('select from challenge');
  assert.equal(rowCount, 0, 'a statement that names no tenant sees nothing');
  for (const statement of [
    'delete from challenge',
    'truncate challenge',
    'drop table challenge',
    `drop table challenge_${hourOf(Date.now())}`,
    `select * from challenge_${hourOf(Date.now())}`,
    'delete from idempotency',
    'update idempotency set answer = null',
  ]) {
    await assert.rejects(db.pool.query(statement), { code: '42501' }, statement);
  }
});
