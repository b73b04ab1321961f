import { TenantPolicies } from '@otp-notary/challenge';
import { osRandom, type Clock } from '@otp-notary/crypto';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { Pool, type PoolClient } from 'pg';
import { PgBatchLeases } from '../src/adapters/pg-batch-leases.js';
import { PgHousekeeping } from '../src/adapters/pg-housekeeping.js';
import { PgIssueStore } from '../src/adapters/pg-issue-store.js';
import { assertStanding } from '../src/adapters/pg-standing.js';
import { ResponseDelivery } from '../src/adapters/response-delivery.js';
import { Mint } from '../src/domain/mint.js';
import type { CodeRecord } from '../src/domain/ports.js';
import { planIssue } from '../src/domain/request.js';
import { ORIGIN, Stage, until } from './stage.js';

let stage: Stage;
/** As the service: its role, its rights. */
let pool: Pool;

before(async () => {
  stage = await Stage.set();
  // One start lays out the tables; the process itself is not needed.
  await (await stage.start()).end();
  pool = new Pool({ connectionString: stage.database.url, max: 8 });
  pool.on('error', () => undefined);
});
after(async () => {
  await pool.end();
  await stage.strike();
});
beforeEach(async () => void (await stage.pool.query('delete from issue_batch; delete from issued; delete from idempotency; delete from outbox'))); // prettier-ignore

const LEASE_MS = 400;

function leases(owner: string = randomUUID(), leaseMs = LEASE_MS): PgBatchLeases {
  return new PgBatchLeases({ pool, origin: ORIGIN, owner, leaseMs, newId: randomUUID });
}

/** A record of a code as the use case makes it. */
function record(
  batch: number,
  position: number,
  leaseUntil: Date,
  clock: Clock = { now: () => Date.now() },
): CodeRecord {
  const mint = new Mint({ origin: ORIGIN, keys: stage.keys, clock, random: osRandom, newId: randomUUID });
  const deliveries = new Map([['response' as const, new ResponseDelivery()]]);
  const plan = planIssue({ subject: 's', purpose: 'login', channel: 'response' }, TenantPolicies.read().of('test'), deliveries); // prettier-ignore
  const { issued } = mint.draw({ tenant: 'test', client: 'c' }, plan, { batch, position });
  return { issued, unsent: false, leaseUntil };
}

const store = (made: CodeRecord): Promise<'stored' | 'repeated'> => new PgIssueStore(pool).store(() => made);
const soon = (): Date => new Date(Date.now() + 5_000);

async function closing(batch: number): Promise<{ count: number; void: number[][] } | undefined> {
  const { rows } = await stage.pool.query<{ payload: string }>('select payload from outbox where topic = $1', ['otp.issues']); // prettier-ignore
  const events = rows.map(({ payload }) => JSON.parse(payload) as { type: string; batch: number; count: number; void: number[][] }); // prettier-ignore
  const found = events.filter((event) => event.type === 'otp.batch.closed' && event.batch === batch);
  assert.ok(found.length < 2, 'closed twice');
  return found[0] && { count: found[0].count, void: found[0].void };
}

async function rows(table: 'issued' | 'outbox' | 'issue_batch'): Promise<number> {
  const found = await stage.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return found.rows[0]?.n ?? -1;
}

test('batches that many processes open at once have no gap and no twin', async () => {
  const opened = await Promise.all(Array.from({ length: 24 }, () => leases().open()));
  assert.deepEqual(opened.map(({ batch }) => batch).toSorted((a, b) => a - b), Array.from({ length: 24 }, (_, i) => i + 1)); // prettier-ignore
  assert.equal(await rows('outbox'), 24, 'each with its header event');
});

test('a code and its event are one commit; a second code at one place is refused whole', async () => {
  const { batch, until: end } = await leases(undefined, 5_000).open();
  assert.equal(await store(record(batch, 0, end)), 'stored');
  const before = await rows('outbox');
  await assert.rejects(store(record(batch, 0, end)), { code: '23505' });
  assert.deepEqual([await rows('issued'), await rows('outbox')], [1, before]);
});

test('codes that come together are stored together, and one that is refused harms no other', async () => {
  const { batch, until: end } = await leases(undefined, 5_000).open();
  const together = new PgIssueStore(pool);
  const mark = (key: number): NonNullable<CodeRecord['retry']> => ({
    mark: { key: Buffer.alloc(32, key), request: Buffer.alloc(32, 9) },
    answer: { kid: 'k', sealed: Buffer.of(1) },
  });
  const made: CodeRecord[] = [
    record(batch, 0, end),
    { ...record(batch, 1, end), retry: mark(1) },
    { ...record(batch, 2, end), retry: mark(1) },
    record(batch, 3, new Date(Date.now() - 10)),
    record(batch, 0, end),
    { ...record(batch, 5, end), retry: mark(2) },
    record(batch, 6, end),
  ];
  const outcomes = await Promise.allSettled(made.map((one) => together.store(() => one)));
  const failing = together.store(() => {
    throw new Error('no key');
  });
  const beside = together.store(() => record(batch, 7, end));
  await assert.rejects(failing, { message: 'no key' });
  assert.equal(await beside, 'stored');
  const told = outcomes.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as { code: string }).code));
  assert.deepEqual(told, ['stored', 'stored', 'repeated', 'OTP_LEASE_LAPSED', '23505', 'stored', 'stored']);
  const { rows: stored } = await stage.pool.query<{ position: number }>('select position from issued order by position'); // prettier-ignore
  assert.deepEqual(stored.map(({ position }) => position), [0, 1, 5, 6, 7]); // prettier-ignore
  assert.equal(await rows('outbox'), 1 + 5, 'the header of the batch, and an event for each code');
});

test('no code is stored after the end of the lease', async () => {
  const before = await rows('outbox');
  await assert.rejects(store(record(1, 0, new Date(Date.now() - 10))), { code: 'OTP_LEASE_LAPSED' });
  assert.deepEqual([await rows('issued'), await rows('outbox')], [0, before]);
});

for (const skew of [-700, 700]) {
  test(`otp-22: a clock that is ${skew} ms off issues nothing and is not ready`, async () => {
    const clock: Clock = { now: () => Date.now() + skew };
    await assert.rejects(store(record(1, 0, soon(), clock)), { code: 'OTP_CLOCK_SKEWED' });
    assert.equal(await rows('issued'), 0);
    await assert.rejects(assertStanding(pool, clock), { code: 'OTP_CLOCK_SKEWED' });
    await assertStanding(pool, { now: () => Date.now() + Math.sign(skew) * 300 });
  });
}

test('a lease is renewed by its owner only, and not after its end', async () => {
  const owner = randomUUID();
  const { batch, until: first } = await leases(owner).open();
  assert.equal(await leases().renew(batch), null);
  const renewed = await leases(owner).renew(batch);
  assert.ok(renewed !== null && renewed > first);
  await new Promise((resolve) => setTimeout(resolve, LEASE_MS + 50));
  assert.equal(await leases(owner).renew(batch), null);
});

test('a batch closes over what is stored in it, once, and by its owner only', async () => {
  const owner = randomUUID();
  const { batch, until: end } = await leases(owner, 5_000).open();
  for (const position of [1, 2, 5]) await store(record(batch, position, end));
  await leases().close(batch);
  assert.equal(await closing(batch), undefined);
  await Promise.all([leases(owner).close(batch), leases(owner).close(batch)]);
  assert.deepEqual(await closing(batch), { count: 6, void: [[0, 0], [3, 4]] }); // prettier-ignore
  assert.equal(await leases(owner).renew(batch), null);
});

test('an empty batch closes empty', async () => {
  const owner = randomUUID();
  const { batch } = await leases(owner).open();
  await leases(owner).close(batch);
  assert.deepEqual(await closing(batch), { count: 0, void: [] });
});

test('a batch with a living lease is nobody else’s to close', async () => {
  await leases(undefined, 5_000).open();
  assert.equal(await leases().closeAbandoned(), false);
});

test('the batch of a dead owner is closed by another a second after its lease, once among many', async () => {
  const { batch, until: end } = await leases().open();
  await store(record(batch, 0, end));
  assert.equal(await leases().closeAbandoned(), false, 'not before');
  await new Promise((resolve) => setTimeout(resolve, LEASE_MS + 1_050));
  const closers = await Promise.all(Array.from({ length: 5 }, () => leases().closeAbandoned()));
  assert.equal(closers.filter(Boolean).length, 1);
  assert.deepEqual(await closing(batch), { count: 1, void: [] });
});

test('a statement that passed the lease and still runs holds the closing up, and its code is counted', async () => {
  const { batch, until: end } = await leases().open();
  await store(record(batch, 0, end));
  const slow: PoolClient = await pool.connect();
  try {
    // The statement of a process that died, still at work in the database: begun within the lease, not committed.
    await slow.query('begin');
    await slow.query(`insert into issued (batch, position, expires_at, delivery) values ($1, 3, now(), 'answer')`, [batch]); // prettier-ignore
    await new Promise((resolve) => setTimeout(resolve, LEASE_MS + 1_050));
    assert.equal(await leases().closeAbandoned(), false);
    assert.equal(await closing(batch), undefined);
    await slow.query('commit');
  } finally {
    slow.release();
  }
  await until(() => leases().closeAbandoned(), 'closing');
  assert.deepEqual(await closing(batch), { count: 4, void: [[1, 2]] }); // prettier-ignore
});

test('rows go when nothing asks for them any more; the newest batch stays, so that numbers go on', async () => {
  const owner = randomUUID();
  const housekeeping = new PgHousekeeping({ pool, clock: { now: () => Date.now() }, newId: randomUUID });
  for (let n = 0; n < 3; n++) {
    const { batch, until: end } = await leases(owner, 5_000).open();
    await store(record(batch, 0, end));
    await leases(owner).close(batch);
  }
  await housekeeping.prune();
  assert.deepEqual([await rows('issued'), await rows('issue_batch')], [3, 3], 'not while they are young');
  await stage.pool.query(`update issue_batch set closed_at = closed_at - interval '25 hours'`);
  await housekeeping.prune();
  assert.deepEqual([await rows('issued'), await rows('issue_batch')], [0, 1]);
  assert.equal((await leases(owner).open()).batch, 4);
});

test('the service role cannot empty tables, nor own anything', async () => {
  for (const statement of [
    'truncate issued',
    'drop table issued',
    'create table mine (x int)',
    'alter table issued disable trigger all',
  ]) {
    await assert.rejects(pool.query(statement), { code: '42501' }, statement);
  }
});
