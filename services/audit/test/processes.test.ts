import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './eventually.js';
import { killAtRandom, leaderFirst, pauseLeaders } from './faults.js';
import { Line } from './line.js';
import { Production } from './production.js';

let line: Line;
let production: Production;

before(async () => {
  line = await Line.start();
  production = new Production(line);
});
after(() => line.stop());

test('log-05: a writer killed at random moments loses nothing, doubles nothing and never signs a fork', async () => {
  await killAtRandom(line, production, { kills: 5, pauseMs: 40 });
});

test('log-04: of two processes one writes, both answer, and the other goes on within 5 s when it dies', async () => {
  const token = await line.tokens.sign({ scope: 'audit:read', tenant: 'acme' });
  const both = [await line.audit(), await line.audit()] as const;
  const [leader, follower] = await leaderFirst(both);
  for (const audit of both) assert.equal((await audit.get('checkpoint', token)).status, 200);
  production.begin(60, 20);
  await leader.kill();
  await eventually('the other one leads', () => follower.leads(), (leads) => leads, 5_000); // prettier-ignore
  assert.equal((await follower.get('checkpoint', token)).status, 200);
  await production.end();
  await follower.stop();
});

test('log-04: a paused leader is replaced, and writes nothing when it goes on', async () => {
  await pauseLeaders(line, production, 1);
});

test('log-03: a process over a database restored from a backup does not start, and says why in one line', async () => {
  const backup = await line.postgres.database();
  await assert.rejects(line.audit({ OTP_DATABASE_URL: backup.url }), {
    code: 'OTP_PART_DID_NOT_START',
    message: new RegExp(`Cannot start: the log holds 0 leaves, a tree of ${production.published.length} was signed`),
  });
});

test('log-03: without the file that names the last signed tree a process starts only when it is told to', async () => {
  const elsewhere = `${line.folder}/gone.json`;
  const gone = /Cannot start: the file that names the last signed tree is gone/;
  await assert.rejects(line.audit({ OTP_SIGNED_STATE_PATH: elsewhere }), gone);
  const told = await line.audit({ OTP_SIGNED_STATE_PATH: elsewhere, OTP_SIGNED_STATE_MISSING: 'adopt' });
  await told.stop();
});

test('log-03: a database that falls behind what was signed makes its processes not ready', async () => {
  const audit = await line.audit();
  const { owner } = line.database;
  const readiness = async (): Promise<number> => (await fetch(audit.url('readyz'))).status;
  await owner.query('update log set size = size - 1');
  await eventually('not ready', readiness, (status) => status === 503);
  await owner.query('update log set size = size + 1');
  await eventually('ready', readiness, (status) => status === 200);
  await audit.stop();
});
