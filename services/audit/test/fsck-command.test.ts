import { startAnvil, type Anvil } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { SignedStateFile } from '../src/adapters/signed-state-file.js';
import { ORIGIN } from '../src/domain/events.fixture.js';
import { AnchoredAudit } from './anchored-audit.js';
import { startDatabases, type TestDatabase, type TestPostgres } from './postgres.js';

const OTPCTL = fileURLToPath(new URL('../../../../tools/otpctl/bin/otpctl.mjs', import.meta.url));

let postgres: TestPostgres;
let anvil: Anvil;
let database: TestDatabase;
let audit: AnchoredAudit;
let folder: string;
let superuser: Client;
/** Of a role that may read the tables and nothing else. */
let readerUrl: string;
let args: string[];

before(
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'otp-fsck-'));
    [postgres, anvil] = await Promise.all([startDatabases({ fsync: 'off' }), startAnvil()]);
    database = await postgres.database();
    audit = await AnchoredAudit.build(anvil, database, 20, async () => undefined);
    superuser = new Client({ connectionString: database.superUrl });
    await superuser.connect();
    const password = randomUUID();
    const name = new URL(database.superUrl).pathname.slice(1);
    for (const statement of [
      `create role reader login password '${password}' in role pg_read_all_data`,
      `grant connect on database "${name}" to reader`,
    ])
      await superuser.query(statement);
    readerUrl = Object.assign(new URL(database.superUrl), { username: 'reader', password }).href;
    const state = await audit.log.file.read();
    assert.ok(state !== null);
    await new SignedStateFile(join(folder, 'signed.json')).write(state);
    args = ['--vkey', audit.log.vkey, '--signed-state', join(folder, 'signed.json')];
    args.push('--rpc', anvil.rpcUrl, '--contract', audit.chain.contract);
  },
  { timeout: 120_000 },
);
after(async () => {
  await superuser?.end();
  await postgres.stop();
  await anvil.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

function run(options: readonly string[], url: string | undefined = readerUrl): Promise<Ran> {
  const env = { PATH: process.env['PATH'] ?? '', ...(url === undefined ? {} : { OTPCTL_AUDIT_DATABASE_URL: url }) };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [OTPCTL, 'fsck', ...options], { env, cwd: folder }, (_, out, err) => {
      resolve({ exit: child.exitCode ?? -1, out, err });
    });
  });
}

test('a log as it was written is untouched, as a role that may only read finds out', async () => {
  const { exit, out, err } = await run(args);
  assert.equal(exit, 0, out + err);
  assert.match(out, new RegExp(`log +${ORIGIN}\n`));
  assert.match(out, /contract +4 anchors\n/);
  assert.match(out, /\nUNTOUCHED\n$/);
  assert.equal(err, '');
  const file = join(folder, 'database-url');
  await writeFile(file, `${readerUrl}\n`);
  const json = await run([...args, '--json', '--database-url-file', file], '');
  assert.equal(json.exit, 0, json.err);
  const report = JSON.parse(json.out) as { size: number; read: number; findings: unknown[]; anchors: number };
  assert.deepEqual([report.read, report.findings, report.anchors], [report.size, [], 4]);
});

test('a changed leaf ends with 1, and both outputs name it', async () => {
  await superuser.query(`update leaf set entry = replace(entry, '"at":1', '"at":2') where index = 37`);
  const { exit, out } = await run(args);
  assert.equal(exit, 1);
  assert.match(out, /✗ leaf 37 .*\[leaf-changed\]\n/);
  assert.match(out, /\nTAMPERED: first bad leaf 37; see docs\/runbooks\/log-tampering\.md\n$/);
  const json = await run([...args, '--json']);
  assert.equal(json.exit, 1);
  const { findings } = JSON.parse(json.out) as { findings: { kind: string; index: number }[] };
  assert.deepEqual([findings[0]?.kind, findings[0]?.index], ['leaf-changed', 37]);
  await superuser.query(`update leaf set entry = replace(entry, '"at":2', '"at":1') where index = 37`);
});

test('what is left out is left out on purpose, and said', async () => {
  const { exit, out } = await run(['--vkey', audit.log.vkey, '--no-chain', '--no-signed-state']);
  assert.equal(exit, 0);
  assert.match(out, /signed state +not checked\ncontract +not checked\n/);
  const calls: [options: string[], says: RegExp][] = [
    [['--vkey', audit.log.vkey, '--no-chain'], /--signed-state <file>.*--no-signed-state/],
    [['--vkey', audit.log.vkey, '--no-signed-state'], /give --contract/],
    [['--no-chain', '--no-signed-state'], /give --vkey/],
    [['--vkey', 'x', '--no-chain', '--no-signed-state'], /not a verifier key/],
    [['--vkey', audit.log.vkey, '--no-chain', '--signed-state', join(folder, 'none')], /cannot be read/],
  ];
  for (const [options, says] of calls) {
    const refused = await run(options);
    assert.equal(refused.exit, 2, refused.err);
    assert.match(refused.err, says);
  }
  assert.match((await run(args, '')).err, /OTPCTL_AUDIT_DATABASE_URL/);
});

test('a database or chain that does not answer ends with 3, one that may not be read with 2, and no password is shown', async () => {
  const gone = 'postgres://reader:a-secret-word@127.0.0.1:1/audit';
  const wrong = Object.assign(new URL(readerUrl), { password: 'a-secret-word' }).href;
  for (const url of [gone, wrong]) {
    const { exit, out, err } = await run(args, url);
    assert.equal(exit, 3, out + err);
    assert.match(err, /^otpctl: the database (does not answer|refused) \(.+\)\n$/);
    assert.ok(!(out + err).includes('a-secret-word'));
  }
  const silent = args.map((arg) => (arg === anvil.rpcUrl ? 'http://127.0.0.1:1' : arg));
  assert.equal((await run(silent)).exit, 3);
  await superuser.query('revoke pg_read_all_data from reader');
  assert.equal((await run(args)).exit, 2);
});
