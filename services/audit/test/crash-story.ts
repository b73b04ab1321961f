import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { closed, issued, opened, rejected, START, verified } from '../src/domain/events.fixture.js';
import { startDatabases, type TestDatabase } from './postgres.js';
import { GRACE_MS, TestLog } from './test-log.js';
import { readWholeLog } from './whole-log.js';

/** A pool whose connection dies, server side, before statement number `at` after it was armed, once. */
function dyingPool({ pool }: TestDatabase, at: number): { pool: Pool; arm: () => void; died: () => boolean } {
  let statements = Number.NEGATIVE_INFINITY;
  let died = false;
  const arm = (): void => {
    statements = 0;
  };
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    return new Proxy(client, {
      get(target, name) {
        if (name !== 'query') {
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (text: string, values?: unknown[]) => {
          if (!died && statements++ === at) {
            died = true;
            const { rows } = await target.query<{ pid: number }>('select pg_backend_pid() as pid');
            target.on('error', () => undefined);
            await pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
          }
          return target.query(text, values);
        };
      },
    });
  };
  const dying = new Proxy(pool, {
    get(target, name) {
      if (name === 'connect') return connect;
      // Bound: the pool's own methods call `connect` of the pool, with a callback.
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { pool: dying, arm, died: () => died };
}

/** The whole life of a few codes, step by step; each step is one transaction that may be done again. */
function story(): readonly ((log: TestLog) => Promise<unknown>)[] {
  const codes = [0, 1, 2].map((position) => ({ batch: 1, position, challenge: randomUUID() }));
  const [first, second, third] = codes as [(typeof codes)[0], (typeof codes)[0], (typeof codes)[0]];
  const early = verified(second);
  const mark = { id: randomUUID(), version: 1, time: new Date(START).toISOString(), type: 'otp.watermark', source: 'verifier', upToMs: START + 60_001 + GRACE_MS, positions: {} } as const; // prettier-ignore
  const header = opened(1);
  const steps = [
    [header, issued(first), early],
    [rejected(first), verified(first), verified(first)],
    [issued(second), closed(1, 4, [3]), rejected(third)],
    [issued(third), mark],
  ];
  return [
    ...steps.flatMap((events) => [(log: TestLog) => log.append(events), (log: TestLog) => log.cut()]),
    (log) => log.inTx((tx) => log.settler.readWatermarks(tx, new Map())),
    (log) => log.settle(),
    (log) => log.ask(),
  ];
}

async function told(log: TestLog, pool: Pool): Promise<unknown> {
  const read = async (statement: string): Promise<unknown[]> => (await pool.query(statement)).rows;
  await readWholeLog(pool, log.vkey);
  return {
    leaves: await read('select index, kind, batch, position from leaf order by index'),
    batches: await read('select * from batch order by batch'),
    evidence: await read('select kind, batch, position from evidence order by id'),
    parked: await read('select wait, batch, position from parked order by arrival'),
    checkpoints: await read('select size from checkpoint order by size'),
    settlements: await read('select batch, count, issued_below, fates from settlement order by batch'),
    log: await read('select size, asked_size, asked_settle_below from log'),
    asked: log.asked.map(({ size, settleBelow }) => ({ size, settleBelow })).at(-1),
  };
}

/** As it was when it was laid out: a database of its own for each run would cost more than the run. */
async function emptied({ owner }: TestDatabase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public'`,
  );
  await owner.query(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity`);
}

/**
 * Tells the story once in peace, then again and again, each time killing the connection before another statement, and
 * demands the same log in the end. @param stride 1: before every statement; 3: before every third
 */
export async function killBeforeStatements(start: number, stride: number): Promise<void> {
  // Nobody pulls the plug of the server here.
  const postgres = await startDatabases({ fsync: 'off' });
  try {
    const database = await postgres.database();
    const calm = await TestLog.over(database);
    for (const step of story()) await step(calm);
    const expected = await told(calm, database.pool);
    for (let at = start; await killBefore(at, database, expected); at += stride);
  } finally {
    await postgres.stop();
  }
}

/** Returns false when the story has no such statement. */
async function killBefore(at: number, database: TestDatabase, expected: unknown): Promise<boolean> {
  await emptied(database);
  const { pool, arm, died } = dyingPool(database, at);
  const log = await TestLog.over({ pool });
  arm();
  for (const step of story()) {
    const before = died();
    try {
      await step(log);
    } catch (error) {
      assert.ok(!before && died(), `only the killed step fails: ${String(error)}`);
      await step(log);
    }
  }
  assert.deepEqual(await told(log, database.pool), expected, `killed before statement ${at}`);
  return died();
}
