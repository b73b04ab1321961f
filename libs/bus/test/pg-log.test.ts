import { createPool } from '@otp-notary/persistence';
import { createLogger } from '@otp-notary/platform';
import { startPostgres, type Postgres } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Client, type Pool } from 'pg';
import { createTopics, type Bus } from '../src/index.js';
import { messages, open, Reader, TOPIC } from './bus-under-test.js';

const PUBLISH = `select bus_publish(array[$1], array[0], array['key'], array[$2], array['{"run":"' || $3 || '"}'])`;
let databases = 0;

describe('the log over PostgreSQL', { timeout: 60_000 }, () => {
  let postgres: Postgres;
  let owner: Pool;
  let bus: Bus;
  let role: string;
  let busUrl: string;
  let as: (role: string) => Promise<Client>;
  const clients: Client[] = [];

  before(async () => void (postgres = await startPostgres()));
  after(async () => postgres?.stop());

  beforeEach(async () => {
    role = `bus${(databases += 1)}`;
    const { url, ownerUrl } = await postgres.createDatabase(role);
    const other = await postgres.createDatabase(`other${databases}`);
    const otherUrl = new URL(other.url);
    otherUrl.pathname = `/${role}`;
    const log = createLogger('test', 'silent');
    const roles = [role, `other${databases}`];
    await createTopics({ bus: 'postgres', busUrl: ownerUrl, client: 'test', log, roles });
    busUrl = url;
    owner = createPool({ url: ownerUrl, application: 'test', max: 2, log });
    bus = open({ bus: 'postgres', busUrl: url });
    as = async (name) => {
      const client = new Client({ connectionString: name === role ? url : otherUrl.href });
      await client.connect();
      clients.push(client);
      return client;
    };
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
    await bus.close();
    await owner.end();
  });

  const publish = (client: Client, n: number): Promise<unknown> =>
    client.query(PUBLISH, [TOPIC, JSON.stringify({ n }), 'trap']);

  it('lets no reader pass over a message whose transaction commits late', async () => {
    const [slow, fast] = [await as(role), await as(role)];
    const reader = new Reader(bus, 'trap', 'trap');
    await slow.query('begin');
    await publish(slow, 1);
    // With numbers from a sequence this one would commit first, with the higher number.
    const later = publish(fast, 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(reader.numbers, []);
    await slow.query('commit');
    await later;
    await reader.count(2);
    await reader.stop();
    assert.deepEqual(reader.numbers, [1, 2]);
    assert.deepEqual(
      reader.got.map(({ offset }) => offset),
      [0n, 1n],
    );
  });

  it('leaves no hole where a publish is rolled back', async () => {
    const [slow, fast] = [await as(role), await as(role)];
    await slow.query('begin');
    await publish(slow, 1);
    const later = publish(fast, 2);
    await slow.query('rollback');
    await later;
    const reader = new Reader(bus, 'hole', 'trap');
    await reader.count(1);
    await reader.stop();
    assert.deepEqual(
      reader.got.map(({ offset }) => offset),
      [0n],
    );
    const publisher = await bus.publisher();
    assert.deepEqual((await publisher.ends([TOPIC]))[TOPIC]?.[0], { partition: 0, next: '1' });
  });

  it('refuses topics that do not exist, all or nothing', async () => {
    const client = await as(role);
    const both = `select bus_publish(array['${TOPIC}', 'no.topic'], array[0, 0], array['', ''], array['', ''], array['{}', '{}'])`;
    await assert.rejects(client.query(both), /does not exist/);
    const { rows } = await client.query<{ count: string }>('select count(*) from bus_message');
    assert.equal(rows[0]?.count, '0');
  });

  it('closes also while its connections are being made', async () => {
    for (let ms = 0; ms < 40; ms += 2) {
      const other = open({ bus: 'postgres', busUrl });
      const reader = new Reader(other, 'brief', 'brief');
      await new Promise((resolve) => setTimeout(resolve, ms));
      await reader.stop();
      await other.close();
    }
  });

  it('lets a service only append, read and move the offsets of its own groups', async () => {
    await new Promise<void>((resolve) => {
      const reader = new Reader(bus, 'mine', 'grants');
      void bus
        .publisher()
        .then((publisher) => publisher.publish(messages('grants', 0, 1)))
        .then(() => reader.count(1))
        .then(() => reader.stop())
        .then(resolve);
    });
    const other = await as('other');
    const denied = [
      `insert into bus_message (stream, "offset", key, value, headers) values (1, 99, '', '', '{}')`,
      `update bus_message set value = 'rewritten'`,
      `delete from bus_message`,
      `truncate bus_message`,
      `update bus_partition set next = 0`,
      `delete from bus_partition`,
      `delete from bus_offset`,
      `create table own (n int)`,
      `create temporary table own (n int)`,
      `alter table bus_offset disable row level security`,
      `select * from migrations.bus`,
    ];
    for (const statement of denied)
      await assert.rejects(other.query(statement), /permission denied|must be owner/, statement);
    const moved = await other.query(`update bus_offset set next = 0 where group_name = 'mine'`);
    assert.equal(moved.rowCount, 0);
    await assert.rejects(
      other.query(`insert into bus_offset (group_name, stream, owner) values ('new', 1, '${role}')`),
      /row-level security/,
    );
    assert.equal((await other.query('select from bus_message')).rowCount, 1);
  });

  it('keeps messages until they are old and every group has passed them', async () => {
    const publisher = await bus.publisher();
    await publisher.publish(messages('prune', 0, 20, 1));
    const left = async (): Promise<number> => {
      await owner.query(`select bus_prune(interval '2 hours', 5)`);
      return (await owner.query('select from bus_message')).rowCount ?? 0;
    };
    const reader = new Reader(bus, 'fast', 'prune');
    await reader.count(20);
    await reader.stop();
    assert.equal(await left(), 20, 'young');
    await owner.query(`update bus_message set published_at = now() - interval '3 hours'`);
    await owner.query(
      `insert into bus_offset (group_name, stream, next) select 'slow', stream, 7 from bus_offset where next > 0`,
    );
    assert.equal(await left(), 15, 'five at a time');
    assert.equal(await left(), 13, 'not what a group still has to read');
    const late = new Reader(bus, 'late', 'prune');
    await late.count(13);
    await late.stop();
    assert.deepEqual(late.numbers.at(0), 7);
    const { rows } = await owner.query(`select bus_prune(interval '1 minute', 1000) as dropped`);
    assert.deepEqual(rows, [{ dropped: '0' }], 'no age under an hour');
  });
});
