import { fsck, type Finding } from '@otp-notary/fsck';
import { rpcChain } from '@otp-notary/proof';
import { startAnvil, type Anvil } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import type { SignedState } from '../src/domain/signed-state.js';
import { ORIGIN } from '../src/domain/events.fixture.js';
import { SelfAudit } from '../src/log/self-audit.js';
import { AnchoredAudit } from './anchored-audit.js';
import { attacks } from './attacks.js';
import { changedEntry, type Expected } from './forgeries.js';
import { Intruder } from './intruder.js';
import { startDatabases, type TestDatabase, type TestPostgres } from './postgres.js';
import { silent } from './silent.js';

/** 252 leaves a batch: header, 150 issues, 50 refusals, 50 uses, closing. Anchored at 756, 1512, 1513 and 2018 of 2523. */
const CODES = 150;
const SLICE = 500;
let postgres: TestPostgres;
let anvil: Anvil;
let database: TestDatabase;
let audit: AnchoredAudit;
let client: Client;
let intruder: Intruder;

before(
  async () => {
    [postgres, anvil] = await Promise.all([startDatabases({ fsync: 'off' }), startAnvil()]);
    database = await postgres.database();
    client = new Client({ connectionString: database.superUrl });
    await client.connect();
    audit = await AnchoredAudit.build(anvil, database, CODES, () => backup());
    intruder = new Intruder(client, audit.log);
    // The anchors are old enough to have been told.
    await audit.chain.pass(1_000);
  },
  { timeout: 120_000 },
);
after(async () => {
  await client?.end();
  await postgres.stop();
  await anvil.stop();
});

const TABLES = ['leaf', 'tile', 'checkpoint', 'settlement', 'batch', 'challenge', 'anchor', 'anchor_node', 'log'];

async function backup(): Promise<void> {
  await client.query('create schema backup');
  for (const table of TABLES) await client.query(`create table backup.${table} as table public.${table}`);
}

async function restore(): Promise<void> {
  for (const table of TABLES) {
    await client.query(`delete from public.${table}`);
    await client.query(`insert into public.${table} select * from backup.${table}`);
  }
}

/** `otpctl fsck`, on the intruder's connection: it sees what was done before it is undone. */
async function byFsck(signedState: SignedState | null): Promise<readonly Finding[]> {
  const report = await fsck(async () => client, {
    vkey: audit.log.vkey,
    ...(signedState === null ? {} : { signedState }),
    contract: { chain: rpcChain(anvil.rpcUrl), address: audit.chain.contract },
  });
  return report.findings;
}

function selfAudit(state: () => Promise<SignedState | null> = () => audit.log.file.read()): SelfAudit {
  const { pool } = database;
  const parts = { pool, origin: ORIGIN, vkey: audit.log.vkey, file: { read: state }, isOnDuty: () => true, ...silent };
  return new SelfAudit(parts, SLICE);
}

/** One pass of the self-audit, slice by slice. */
async function onePass(reader: SelfAudit): Promise<readonly Finding[]> {
  const slices = Math.floor((await intruder.size()) / SLICE) + 1;
  for (let i = 0; i < slices; i += 1) {
    const findings = await reader.slice((work) => work(client));
    if (findings.length > 0) return findings;
  }
  return [];
}

function assertFound(findings: readonly Finding[], { kind, index, below }: Expected, by: string): void {
  const told = JSON.stringify(findings);
  const [first] = findings;
  assert.ok(first !== undefined, `${by} finds nothing`);
  assert.deepEqual({ index: first.index, below: first.below ?? first.index + 1 }, { index, below: below ?? index + 1 }, `${by}: ${told}`); // prettier-ignore
  assert.ok(findings.some((one) => one.kind === kind && one.index === index), `${by}: ${told}`); // prettier-ignore
}

test('a log as it was written holds together, for fsck and for the self-audit, pass after pass', async () => {
  assert.equal(await intruder.size(), 2523);
  assert.deepEqual(await byFsck(await audit.log.file.read()), []);
  const reader = selfAudit();
  for (let pass = 0; pass < 3; pass += 1) assert.deepEqual(await onePass(reader), []);
});

for (const { name, by, found, bySelfAudit } of attacks) {
  test(`${name}: fsck and self-audit name the first bad leaf`, async () => {
    const expected = typeof found === 'function' ? await found({ intruder, audit, restore }) : found;
    const state = await audit.log.file.read();
    await intruder.within(async () => {
      await by({ intruder, audit, restore });
      assertFound(await byFsck(state), expected, 'fsck');
      const findings = await onePass(selfAudit());
      if (bySelfAudit === null) assert.deepEqual(findings, []);
      else assertFound(findings, bySelfAudit ?? expected, 'self-audit');
    });
  });
}

test('what this process read before is held against what it reads: a rewritten past is found even without file and chain', async () => {
  const reader = selfAudit(async () => null);
  assert.deepEqual(await onePass(reader), []);
  await intruder.within(async () => {
    await intruder.run(`${changedEntry} 1300`);
    await intruder.agreeOnAnchors();
    assertFound(await onePass(reader), { kind: 'forked', index: 1000, below: 1500 }, 'self-audit');
  });
});

test('log-02: the read server refuses to serve a full tile that is not full', async () => {
  await intruder.within(async () => {
    await intruder.run(`update tile set hashes = substr(hashes, 1, 32) where level = 0 and index = 2`);
    await assert.rejects(audit.log.reader.tile(client, { level: 0, index: 2, width: 256 }), { code: 'OTP_TILES_BROKEN' }); // prettier-ignore
  });
});

test('the role of the service itself changes and deletes nothing that was logged, signed or settled', async () => {
  for (const table of ['leaf', 'challenge', 'evidence', 'checkpoint', 'settlement', 'tampering']) {
    const [column] = table === 'leaf' ? ['index'] : table === 'checkpoint' ? ['size'] : ['batch'];
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await assert.rejects(database.pool.query(statement), { code: '42501' }, statement);
    }
  }
});
