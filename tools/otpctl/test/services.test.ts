import type { AnchoredLog } from '@otp-notary/proof/testing';
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { CLIENT, CODE, DemoServices } from './demo-services.js';
import { Bench } from './on-anvil.js';
import { otpctl } from './otpctl.js';

let bench: Bench;
let log: AnchoredLog;
let services: DemoServices;
let profile: string;

before(async () => {
  bench = await Bench.open();
  log = await bench.start();
  services = await DemoServices.start(log);
  await bench.write('secret', `${CLIENT.secret}\n`);
});
after(async () => {
  await services.stop();
  await bench.close();
});
beforeEach(async () => {
  services.code = log.issue();
  services.shows = undefined;
  const { url, tokenUrl } = services;
  profile = await bench.write(
    'otpctl.json',
    JSON.stringify({
      issuer_url: url,
      verifier_url: url,
      audit_url: url,
      token_url: tokenUrl,
      client_id: CLIENT.id,
      client_secret_file: 'secret',
      rpc_url: bench.rpcUrl,
      chain_id: '31337',
      contract: log.chain.contract,
    }),
  );
});

function run(args: readonly string[], input?: string) {
  return otpctl([...args, '--profile', profile], input === undefined ? {} : { input });
}

test('issue prints the code once, in its answer, and never the client’s secret', async () => {
  const args = [
    'issue',
    '--subject',
    'u-1',
    '--purpose',
    'pay',
    '--context',
    'payee=Ann',
    '--context',
    'amount=5',
    '--length',
    '8',
  ];
  const { exit, out, err } = await run(args);
  assert.equal(exit, 0, err);
  assert.match(out, new RegExp(`^code +${CODE}$`, 'm'));
  assert.match(out, /^challenge_id +v1\.k\.handle$/m);
  assert.deepEqual(JSON.parse(services.bodies.at(-1) ?? ''), {
    subject: 'u-1',
    purpose: 'pay',
    channel: 'response',
    context: { payee: 'Ann', amount: '5' },
    code: { length: 8 },
  });
  assert.ok(!(out + err).includes(CLIENT.secret));
});

test('verify reads the code from standard input exactly as it came', async () => {
  const args = ['verify', 'v1.k.handle', '--purpose', 'pay'];
  const right = await run(args, `${CODE}\n`);
  assert.equal(right.exit, 0, right.err);
  assert.match(right.out, /^verified$/m);
  assert.ok(!(right.out + right.err).includes(CODE));
  const wrong = await run(args, ` ${CODE}\n`);
  assert.equal(wrong.exit, 1);
  assert.equal(wrong.out, 'not verified\n');
  assert.equal((JSON.parse(services.bodies.at(-1) ?? '') as { code: string }).code, ` ${CODE}`);
});

test('a proof is got byte for byte into a file of one’s own, and checks', async () => {
  await log.anchor();
  const file = bench.path('got.proof');
  const { exit, err } = await run(['proof', 'get', services.code?.challenge ?? '', '-o', file, '--wait', '2']);
  assert.equal(exit, 0, err);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal((await run(['proof', 'check', file])).exit, 0);
  const piped = await run(['proof', 'get', services.code?.challenge ?? '']);
  assert.equal(piped.out, await readFile(file, 'utf8'));
  const missing = await run(['proof', 'get', '00000000-0000-4000-8000-000000000000']);
  assert.equal(missing.exit, 1);
  assert.match(missing.err, /OTP_LOG_NOT_FOUND/);
});

test('a checkpoint is checked against the one seen before: growth is good, a fork and a rollback are kept as evidence', async () => {
  const state = bench.path('seen.json');
  const args = ['log', 'checkpoint', '--state', state];
  const first = await run(args);
  assert.equal(first.exit, 0, first.err);
  assert.match(first.out, /first seen/);
  assert.match((await run(args)).out, /the same tree/);
  const { size } = log;
  log.issue();
  assert.match((await run(args)).out, new RegExp(`extends the ${size} leaves`));
  services.shows = { size, note: log.checkpoint(size) };
  const back = await run(args);
  assert.equal(back.exit, 1);
  assert.match(back.err, /leaves were taken away; both notes are in/);
  const evidence = /both notes are in (\S+)/.exec(back.err)?.[1] ?? '';
  assert.equal((JSON.parse(await readFile(evidence, 'utf8')) as { notes: string[] }).notes.length, 2);
  const other = await bench.start();
  other.issue();
  services.shows = { size: 1, note: other.checkpoint(1) };
  const foreign = await run(args);
  assert.equal(foreign.exit, 1);
  assert.match(foreign.err, /not signed by the pinned key/);
});

test('a receipt is checked by itself and held against a proof', async () => {
  const verified = await run(['verify', 'v1.k.handle', '--purpose', 'pay', '--json'], CODE);
  const { receipt } = JSON.parse(verified.out) as { receipt: string };
  const alone = await run(['receipt', 'check', receipt]);
  assert.equal(alone.exit, 0, alone.err);
  assert.match(alone.out, /✓ proven +The verifier signed the receipt/);
  const keys = await bench.write('keys.json', JSON.stringify({ keys: [services.receiptKey.jwk] }));
  const forged = `${receipt.slice(0, -4)}AAAA`;
  assert.equal((await run(['receipt', 'check', '-', '--keys', keys], forged)).exit, 1);
  const { code } = services;
  if (code === undefined) throw new Error('no code');
  const before = await bench.writeProof('before.proof', log.bundle(code));
  const open = await run(['receipt', 'check', receipt, '--keys', keys, '--proof', before]);
  assert.equal(open.exit, 0, open.err + open.out);
  assert.match(open.out, /… not yet +The log kept the promise/);
  log.use(code);
  const kept = await run([
    'receipt',
    'check',
    receipt,
    '--proof',
    await bench.writeProof('after.proof', log.bundle(code)),
  ]);
  assert.equal(kept.exit, 0);
  assert.match(kept.out, /✓ proven +The log kept the promise/);
});

test('doctor names what is ill and what to do, and what is not set up', async () => {
  const well = await run(['doctor']);
  assert.equal(well.exit, 0, well.out + well.err);
  assert.match(well.out, /^✓ token +granted/m);
  assert.match(well.out, /^✓ issuer +ready$/m);
  assert.match(well.out, /^✓ chain +chain 31337/m);
  assert.match(well.out, /^✓ contract +0x/m);
  assert.match(well.out, /^✓ clock +agrees/m);
  assert.match(well.out, /^- relay +not set up: give --relay-url <url> or set OTPCTL_RELAY_URL$/m);
  services.isReady = false;
  const args = [
    '--contract',
    `0x${'34'.repeat(20)}`,
    '--chain-id',
    '5',
    '--relay-url',
    'http://127.0.0.1:1',
    '--client-id',
    'nobody',
  ];
  const ill = await run(['doctor', ...args]);
  services.isReady = true;
  assert.equal(ill.exit, 1);
  assert.match(ill.out, /^✗ token +No access token .*invalid_client → check client id/m);
  assert.match(ill.out, /^✗ issuer +answers, and is not ready \(503\): .*database.* → /m);
  assert.match(ill.out, /^✗ relay +nobody answers at 127\.0\.0\.1:1 → start the relay/m);
  assert.match(ill.out, /^✗ chain +the node serves chain 31337, not 5 → /m);
  assert.match(ill.out, /^✗ contract +no code at 0x3434/m);
  assert.ok(!ill.out.includes(CLIENT.secret));
});

test('services that nobody reaches end with 3, a refused call with 1', async () => {
  const gone = await run(['issue', '--subject', 'u', '--purpose', 'p', '--token-url', 'http://127.0.0.1:1/token']);
  assert.equal(gone.exit, 3);
  assert.match(gone.err, /^otpctl: POST \/token: no connection\n$/);
  const denied = await run(['issue', '--subject', 'u', '--purpose', 'p', '--client-id', 'nobody']);
  assert.equal(denied.exit, 1);
  assert.match(denied.err, /OTP_TOKEN_REFUSED/);
});
