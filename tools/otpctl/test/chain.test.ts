import { encodeBundle } from '@otp-notary/proof';
import { startAnvil, type Anvil } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startGoverned, type GovernedLog, type Office } from './governed-log.js';
import { settledUse } from './on-anvil.js';
import { otpctl, type Ran } from './otpctl.js';

let anvil: Anvil;
let governed: GovernedLog;
let directory: string;
let proofs: string;

before(async () => {
  anvil = await startAnvil();
  governed = await startGoverned(anvil);
  directory = await mkdtemp(join(tmpdir(), 'otpctl-chain-'));
  proofs = join(directory, 'proofs');
  await mkdir(proofs);
  for (const [office, { privateKey }] of Object.entries(governed.people)) {
    await writeFile(join(directory, office), `${privateKey}\n`, { mode: 0o600 });
  }
});
after(async () => {
  await anvil.stop();
  await rm(directory, { recursive: true });
});

function chain(...args: readonly string[]): Promise<Ran> {
  return otpctl(['chain', ...args, '--rpc', anvil.rpcUrl, '--contract', governed.deployed.contract]);
}
const keyOf = (office: Office): string[] => ['--key-file', join(directory, office)];

/** Through the whole of governance, as people do it. */
async function decide(file: string, ...what: readonly string[]): Promise<void> {
  const path = join(directory, file);
  const steps = [
    ['propose', ...what, '-o', path],
    ['approve', path, ...keyOf('owner3')],
    ['approve', path, ...keyOf('owner1')],
    ['execute', path, ...keyOf('stranger')],
  ];
  for (const step of steps) {
    const { exit, err } = await chain(...step);
    assert.equal(exit, 0, `${step.join(' ')}: ${err}`);
  }
  await governed.log.chain.pass(3);
  const { exit, out, err } = await chain('execute', path, ...keyOf('stranger'));
  assert.equal(exit, 0, err);
  assert.match(out, /^stands +executed$/m);
}

test('log-22: access-review says that who can do what is as declared, and finds what is not', async () => {
  const good = await chain('access-review', '--minimums', 'development');
  assert.equal(good.exit, 0, good.out + good.err);
  assert.match(good.out, /✓ RELAYER_ROLE +relayer 0x/);
  assert.match(good.out, /✓ EXECUTOR_ROLE +anybody/);
  assert.match(good.out, /AS DECLARED\n$/);
  const production = await chain('access-review');
  assert.equal(production.exit, 1);
  assert.match(production.out, /✗ delay, s +2 {2}\(declared: at least 604800\)/);
  const accounts = join(directory, 'accounts.json');
  await writeFile(accounts, JSON.stringify({ relayer: governed.people.stranger.address }));
  const named = await chain('access-review', '--minimums', 'development', '--accounts', accounts, '--json');
  assert.equal(named.exit, 1);
  const { rows } = JSON.parse(named.out) as { rows: { right: string; agrees: boolean }[] };
  assert.deepEqual(
    rows.filter(({ agrees }) => !agrees).map(({ right }) => right),
    ['RELAYER_ROLE'],
  );
});

test('log-20: the guardian pauses at once; the end is proposed, signed by two, waits and runs', async () => {
  assert.equal((await chain('pause', ...keyOf('relayer'))).exit, 1);
  assert.equal((await chain('pause', ...keyOf('guardian'))).exit, 0);
  assert.match((await chain('access-review', '--minimums', 'development')).out, /^paused$/m);
  await decide('unpause.json', 'unpause');
  assert.doesNotMatch((await chain('access-review', '--minimums', 'development')).out, /^paused$/m);
});

test('a dry run decodes what it would do, and signs, sends and writes nothing', async () => {
  const { stranger } = governed.people;
  const dry = await chain('propose', 'grant-role', 'GUARDIAN_ROLE', stranger.address, '--dry-run');
  assert.equal(dry.exit, 0, dry.err);
  assert.match(dry.err, /1\. OtpNotary 0x\w+: grantRole\n +role = GUARDIAN_ROLE\n +account = "0x/);
  assert.match(dry.err, /Executed on the state of now it succeeds/);
  const refused = await chain('propose', 'unpause', '--dry-run');
  assert.equal(refused.exit, 1);
  assert.match(refused.err, /it is refused: ExpectedPause/);
  const path = join(directory, 'blind.json');
  await chain('propose', 'call', stranger.address, '0xdeadbeef', '-o', path);
  const before = await readFile(path, 'utf8');
  for (const step of ['approve', 'execute']) {
    const run = await chain(step, path, '--dry-run');
    assert.equal(run.exit, 1);
    assert.match(run.err, /CANNOT BE DECODED/);
    assert.match(run.out, /^stands +0 of 2 signatures$/m);
  }
  const blind = await chain('approve', path, ...keyOf('owner1'));
  assert.equal(blind.exit, 1);
  assert.match(blind.err, /not signed: it is not understood/);
  assert.equal(await readFile(path, 'utf8'), before);
});

test('the canceller stops what was scheduled', async () => {
  const path = join(directory, 'delay.json');
  await chain('propose', 'timelock-delay', '0', '-o', path);
  await chain('approve', path, ...keyOf('owner2'));
  const early = await chain('execute', path, ...keyOf('owner2'));
  assert.equal(early.exit, 1);
  assert.match(early.err, /the proposal is unsigned/);
  assert.equal((await chain('approve', path, ...keyOf('stranger'))).exit, 1);
  await chain('approve', path, ...keyOf('owner1'));
  assert.match((await chain('execute', path, ...keyOf('owner2'))).out, /^stands +scheduled: due /m);
  assert.equal((await chain('cancel', path, ...keyOf('guardian'))).exit, 1);
  const cancelled = await chain('cancel', path, ...keyOf('canceller'));
  assert.match(cancelled.out, /^stands +cancelled/m);
  await governed.log.chain.pass(3);
  assert.equal((await chain('execute', path, ...keyOf('owner2'))).exit, 1);
});

test('log-21: an upgrade is rehearsed with real data, rolled back, and every proof holds throughout', async () => {
  const { log } = governed;
  for (let i = 0; i < 3; i += 1) await settledUse(log);
  const open = log.issue();
  await log.anchor();
  const codes = [await settledUse(log), open];
  for (const [i, code] of codes.entries()) await writeFile(join(proofs, `${i}.proof`), encodeBundle(log.bundle(code)));
  const { exit, out, err } = await chain('upgrade', '--rehearse', '--proofs', proofs);
  assert.equal(exit, 0, out + err);
  assert.match(err, /before: 2 proofs, 1 logs/);
  assert.match(err, /upgraded to 0x\w+: 3 slots changed/);
  assert.match(err, /after the upgrade: 2 proofs, 1 logs, as before/);
  assert.match(err, new RegExp(`rolled back to ${governed.deployed.implementation}: 1 slots changed`));
  assert.match(err, /after the rollback: 2 proofs, 1 logs, as before/);
  assert.match(out, /^REHEARSED/);
  const again = await chain('upgrade', '--rehearse', '--proofs', proofs, '--move-time', '--json');
  assert.equal(again.exit, 0, again.out + again.err);
  assert.deepEqual((JSON.parse(again.out) as { problems: string[] }).problems, []);
  assert.equal((await chain('access-review', '--minimums', 'development')).exit, 0);
});

test('a deployment from a plan ends governed as declared; a weak plan sends nothing', async () => {
  const { people } = governed;
  const plan = {
    owners: [people.owner1.address, people.owner2.address, people.owner3.address],
    threshold: 2,
    timelock_delay_seconds: 604_800,
    admin_delay_seconds: 259_200,
    relayer: people.relayer.address,
    guardian: people.guardian.address,
    canceller: people.canceller.address,
    logs: [{ origin: 'log.example/planned', vkey: governed.log.vkey, life_seconds: 61 }],
    receipt_keys: [{ origin: 'log.example/planned', x: 'A'.repeat(43), y: 'A'.repeat(43) }],
  };
  const path = join(directory, 'plan.json');
  const deploy = async (of: object) => {
    await writeFile(path, JSON.stringify(of));
    return chain('deploy', path, ...keyOf('deployer'), '--json');
  };
  const weak = await deploy({ ...plan, timelock_delay_seconds: 60 });
  assert.equal(weak.exit, 1);
  assert.match(weak.err, /nothing was sent: timelock delay too short/);
  assert.equal((await deploy({ ...plan, owners: ['me'] })).exit, 2);
  const good = await deploy(plan);
  assert.equal(good.exit, 0, good.err);
  const { contract } = JSON.parse(good.out) as { contract: string };
  const review = await otpctl(['chain', 'access-review', '--rpc', anvil.rpcUrl, '--contract', contract]);
  assert.equal(review.exit, 0, review.out);
});

test('wrong calls end with 2, a node that nobody reaches with 3, and no URL is shown', async () => {
  for (const args of [
    ['upgrade'],
    ['upgrade', '--rehearse'],
    ['upgrade', '--rehearse', '--proofs', join(directory, 'nowhere')],
    ['propose', 'everything', '-o', 'x'],
    ['propose', 'upgrade', '-o', 'x'],
    ['propose', 'unpause'],
    ['propose', 'add-receipt-key', 'a', `0x${'11'.repeat(32)}`, '--dry-run'],
    ['approve', join(directory, 'relayer')],
    ['pause', '--key-file', proofs],
  ]) {
    const { exit, err } = await chain(...args);
    assert.equal(exit, 2, `${args.join(' ')}: ${err}`);
  }
  const gone = await otpctl(['chain', 'access-review', '--rpc', 'http://127.0.0.1:1/secret-key', '--contract', governed.deployed.contract]); // prettier-ignore
  assert.equal(gone.exit, 3);
  assert.ok(!(gone.out + gone.err).includes('secret-key'));
});
