import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inTransaction, oldestTransactionStart, TransactionRolledBack } from '../src/index.js';
import { startDatabase, type OneDatabase } from './one-database.js';

describe('a transaction', { timeout: 60_000 }, () => {
  let db: OneDatabase;
  before(async () => void (db = await startDatabase()));
  after(async () => db?.stop());

  const insert = `insert into leader_term (name, fence) values ($1, 1)`;
  const has = async (name: string): Promise<boolean> =>
    (await db.pool.query('select from leader_term where name = $1', [name])).rowCount === 1;

  it('is committed when its work resolves', async () => {
    assert.equal(await inTransaction(db.pool, async (tx) => (await tx.query(insert, ['kept'])).rowCount), 1);
    assert.ok(await has('kept'));
  });

  it('leaves nothing when its work throws, and gives the connection back', async () => {
    for (let n = 0; n < 30; n += 1) {
      const work = inTransaction(db.pool, async (tx) => {
        await tx.query(insert, ['dropped']);
        throw new Error('refused by the domain');
      });
      await assert.rejects(work, /refused by the domain/);
    }
    assert.ok(!(await has('dropped')));
    assert.equal(db.pool.idleCount, db.pool.totalCount);
  });

  it('does not call a rolled back commit a success', async () => {
    const work = inTransaction(db.pool, async (tx) => {
      await tx.query(insert, ['swallowed']);
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await assert.rejects(work, TransactionRolledBack);
    assert.ok(!(await has('swallowed')));
  });

  it('survives a connection that dies in the middle, and the next one works', async () => {
    const work = inTransaction(db.pool, async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await db.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.query(insert, ['cut']);
    });
    await assert.rejects(work);
    await inTransaction(db.pool, (tx) => tx.query('select 1'));
    assert.ok(!(await has('cut')));
  });

  it('sees one state of the database when it is asked for repeatable reads', async () => {
    const count = `select count(*) from leader_term`;
    const [first, second] = await inTransaction(
      db.pool,
      async (tx) => {
        const { rows: before } = await tx.query(count);
        await db.pool.query(insert, ['between']);
        const { rows: after } = await tx.query(count);
        return [before, after];
      },
      'repeatable read',
    );
    assert.deepEqual(first, second);
  });

  it('is listed as the oldest while it runs, and null is said when none does', async () => {
    assert.equal(await oldestTransactionStart(db.pool), null);
    await inTransaction(db.pool, async (older) => {
      const { rows } = await older.query<{ now: Date }>('select now()');
      await inTransaction(db.pool, async (younger) => {
        await younger.query('select 1');
        assert.deepEqual(await oldestTransactionStart(db.pool), rows[0]?.now);
        // A transaction does not see itself.
        assert.deepEqual(await oldestTransactionStart(younger), rows[0]?.now);
      });
    });
    assert.equal(await oldestTransactionStart(db.pool), null);
  });

  it('is seen to end also from inside another transaction that asked before', async () => {
    await inTransaction(db.pool, async (asking) => {
      await inTransaction(db.pool, async (other) => {
        await other.query('select 1');
        assert.notEqual(await oldestTransactionStart(asking), null);
      });
      assert.equal(await oldestTransactionStart(asking), null);
    });
  });
});
