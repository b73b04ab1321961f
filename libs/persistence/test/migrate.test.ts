import { startPostgres, type Postgres } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { migrate } from '../src/index.js';
import { sets } from './migration-sets.js';

const MIGRATE = fileURLToPath(new URL('migrate.process.js', import.meta.url));
let databases = 0;

describe('a migration', { timeout: 60_000 }, () => {
  let postgres: Postgres;
  let name: string;
  let urls: { url: string; ownerUrl: string };

  before(async () => void (postgres = await startPostgres()));
  after(async () => postgres?.stop());
  beforeEach(async () => {
    name = `m${(databases += 1)}`;
    urls = await postgres.createDatabase(name);
  });

  async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const tables = (): Promise<string[]> =>
    connected(urls.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
      );
      return rows.map((row) => row.name);
    });

  it('runs once, however often it is asked for', async () => {
    await migrate(urls.ownerUrl, sets, { role: name });
    const made = await tables();
    await migrate(urls.ownerUrl, sets, { role: name });
    assert.deepEqual(await tables(), made);
    assert.deepEqual(made, ['hidden', 'leader_term', 'ledger', 'ledger_all', 'note']);
  });

  it('stands when a process that is up already changes the catalogue meanwhile', async () => {
    await migrate(urls.ownerUrl, sets, { role: name });
    const end = new AbortController();
    const changing = connected(urls.ownerUrl, async (client) => {
      for (let round = 0; !end.signal.aborted; round += 1) {
        // Either of the two may be the one that the catalogue turns away.
        await client.query(`alter table note set (fillfactor = ${50 + (round % 50)})`).catch(() => undefined);
        await sleep(10);
      }
    });
    try {
      for (let start = 0; start < 20; start += 1) await migrate(urls.ownerUrl, sets, { role: name });
    } finally {
      end.abort();
      await changing;
    }
  });

  it('runs once when two processes start at the same time', async () => {
    const run = (): Promise<unknown> => promisify(execFile)(process.execPath, [MIGRATE, urls.ownerUrl, name]);
    await Promise.all([run(), run()]);
    assert.equal((await tables()).length, 5);
  });

  it('gives the service what its tables grant, and nothing else', async () => {
    await migrate(urls.ownerUrl, sets, { role: name });
    await connected(urls.url, async (client) => {
      await client.query(`select set_config('otp.tenant', 'acme', false)`);
      await client.query(`insert into note values ('acme', 'ours')`);
      await client.query(`update note set body = 'ours, better'`);
      await client.query(`insert into ledger values ('entry')`);
      assert.equal((await client.query('select from ledger')).rowCount, 1);
      const denied = [
        `update ledger set entry = 'rewritten'`,
        `delete from ledger`,
        `truncate note`,
        `truncate ledger`,
        `select from hidden`,
        // Around the parent's policies.
        `select from ledger_all`,
        `create table own (n int)`,
        `create temporary table own (n int)`,
        `create schema own`,
        `alter table note disable row level security`,
        `drop table note`,
        `select * from migrations.notes`,
        `set role ${name}_owner`,
      ];
      for (const statement of denied)
        await assert.rejects(client.query(statement), /permission denied|must be owner/, statement);
    });
  });

  it('leaves the service bound by row-level security', async () => {
    await migrate(urls.ownerUrl, sets, { role: name });
    await connected(urls.url, async (client) => {
      await client.query(`select set_config('otp.tenant', 'acme', false)`);
      await client.query(`insert into note values ('acme', 'ours')`);
      await assert.rejects(client.query(`insert into note values ('globex', 'theirs')`), /row-level security/);
      await client.query(`select set_config('otp.tenant', 'globex', false)`);
      assert.equal((await client.query('select from note')).rowCount, 0);
    });
  });

  it('takes back grants that a table no longer gives', async () => {
    await migrate(urls.ownerUrl, sets, { role: name });
    await connected(urls.ownerUrl, (client) => client.query(`comment on table note is 'grants: select'`));
    await migrate(urls.ownerUrl, sets, { role: name });
    await connected(urls.url, (client) => assert.rejects(client.query('delete from note'), /permission denied/));
  });

  it('keeps other services out of the database', async () => {
    await migrate(urls.ownerUrl, sets, { role: name });
    const other = await postgres.createDatabase(`${name}_other`);
    const url = new URL(other.url);
    url.pathname = `/${name}`;
    await assert.rejects(
      connected(url.href, async () => undefined),
      /permission denied for database/,
    );
  });

  it('stands completely or not at all', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'otp-notary-set-'));
    try {
      await writeFile(join(directory, '0001_first.sql'), '-- Up Migration\ncreate table first (n int);');
      await writeFile(
        join(directory, '0002_broken.sql'),
        '-- Up Migration\ncreate table second (n int); select 1 / 0;',
      );
      await assert.rejects(migrate(urls.ownerUrl, [{ name: 'broken', directory }], { role: name }), /division by zero/);
      assert.deepEqual(await tables(), []);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
