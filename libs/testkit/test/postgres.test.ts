import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { isAlive, PartDidNotStart, startPostgres, type Postgres } from '@otp-notary/testkit';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

let server: Postgres;
before(async () => {
  server = await startPostgres();
});
after(() => server.stop());

test('it is PostgreSQL 18 with durable commits', async () => {
  const [row] = await query(
    server.superUrl,
    "select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits",
  );
  assert.deepEqual(row, { major: 18, fsync: 'on', commits: 'on' });
});

test('a service role owns nothing, creates nothing and is bound by row-level security', async () => {
  const { url, ownerUrl } = await server.createDatabase('ledger');
  await query(ownerUrl, 'create table line (n int); grant select on line to ledger');
  assert.deepEqual(await query(url, 'select * from line'), []);
  await assert.rejects(query(url, 'create table mine (n int)'), /permission denied/);
  const [role] = await query(
    url,
    'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
  );
  assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
});

test('a role of one database may not enter another', async () => {
  const first = await server.createDatabase('first');
  await server.createDatabase('second');
  await assert.rejects(query(first.url.replace(/\/first$/, '/second'), 'select 1'), /permission denied/);
});

test('making a database again keeps its rows and replaces the passwords', async () => {
  const old = await server.createDatabase('again');
  await query(old.ownerUrl, 'create table line (n int); insert into line values (7)');
  const fresh = await server.createDatabase('again');
  await assert.rejects(query(old.url, 'select 1'), /password authentication failed/);
  assert.deepEqual(await query(fresh.ownerUrl, 'select n from line'), [{ n: 7 }]);
});

test('what was committed stands after a crash and a restart', async () => {
  const { ownerUrl } = await server.createDatabase('crashing');
  await query(ownerUrl, 'create table line (n int); insert into line values (1)');
  const pid = server.pid;
  await server.crash();
  assert.equal(isAlive(pid), false);
  await assert.rejects(query(ownerUrl, 'select 1'));
  await server.restart();
  assert.deepEqual(await query(ownerUrl, 'select n from line'), [{ n: 1 }]);
});

test('a kept data directory serves its rows to the next server, and a temporary one leaves nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'testkit-kept-'));
  await chmod(directory, 0o711);
  try {
    const options = { dataDir: join(directory, 'data'), password: 'kept-for-the-test' };
    const first = await startPostgres(options);
    await query(first.superUrl, 'create table line (n int); insert into line values (3)');
    await first.stop();
    assert.equal(isAlive(first.pid), false);
    const second = await startPostgres(options);
    assert.deepEqual(await query(second.superUrl, 'select n from line'), [{ n: 3 }]);
    await second.stop();
    await assert.rejects(startPostgres({ dataDir: options.dataDir }), PartDidNotStart);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  assert.equal(existsSync(directory), false);
});

test('a busy port is named in the error', async () => {
  await assert.rejects(startPostgres({ port: server.port }), (error: Error) => {
    assert.ok(error instanceof PartDidNotStart);
    assert.match(error.message, new RegExp(String(server.port)));
    return true;
  });
});
