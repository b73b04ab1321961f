import assert from 'node:assert/strict';
import { startSystem, type System } from '@otp-notary/dev';
import { isAlive } from '@otp-notary/testkit';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let system: System;
const deaths: string[] = [];
before(async () => {
  system = await startSystem({ verifiers: 2, onDeath: (line) => deaths.push(line) });
});
after(() => system.stop());

const scopes = ['otp:issue', 'otp:verify'];
const login = { subject: 'alice', purpose: 'login' } as const;

test('a code issued here is accepted by the second verifier, once', async () => {
  const challenge = await system.client('demo', scopes).issue({ ...login, channel: 'response' });
  const answer = { challenge_id: challenge.challenge_id, code: challenge.code, purpose: 'login' };
  const verify = async (name: string) =>
    fetch(`${system.url(name)}/v1/verifications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await system.token('demo', scopes)}` },
      body: JSON.stringify(answer),
    });
  assert.equal((await verify('verifier-2')).status, 200);
  assert.equal((await verify('verifier')).status, 422);
});

test('channel smtp puts a mail into the catcher', async () => {
  const to = 'alice@example.test';
  const challenge = await system.client('demo', scopes).issue({ ...login, channel: 'smtp', destination: to });
  assert.equal(challenge.code, undefined);
  const [mail] = await system.mails(to);
  assert.match(mail?.text ?? '', /\d{6}/);
  assert.deepEqual(await system.mails('bob@example.test'), []);
});

test('a process that is killed and restarted on purpose answers again, and nobody is alarmed', async () => {
  const verifier = system.process('verifier');
  const before = verifier.pid;
  await verifier.kill();
  assert.equal(isAlive(before), false);
  await verifier.restart();
  assert.notEqual(verifier.pid, before);
  const { status } = await fetch(`${system.url('verifier')}/readyz`);
  assert.equal(status, 200);
  assert.deepEqual(deaths, []);
});

test('no secret stands in the logs or in the record of the directory', () => {
  const { keystores, clients, postgres } = JSON.parse(
    readFileSync(join(system.dataDir, 'secrets', 'passwords.json'), 'utf8'),
  ) as { keystores: Record<string, string>; clients: Record<string, string>; postgres: string };
  const secrets = [postgres, ...Object.values(keystores), ...Object.values(clients)];
  const files = ['system.json', 'lock.json', 'otpctl.json', ...system.processes.map(({ name }) => `logs/${name}.log`)];
  for (const file of files) {
    const text = readFileSync(join(system.dataDir, file), 'utf8');
    assert.ok(text.length > 0);
    for (const secret of secrets) assert.ok(!text.includes(secret), file);
  }
});

test('stopping leaves no process and no temporary directory', async () => {
  const pids = [...system.processes.map(({ pid }) => pid), system.postgres.pid, system.chain?.pid ?? 0];
  await system.stop();
  assert.deepEqual(pids.filter(isAlive), []);
  assert.equal(existsSync(system.dataDir), false);
});
