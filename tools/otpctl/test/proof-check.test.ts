import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Bench, settledUse } from './on-anvil.js';
import { otpctl } from './otpctl.js';

let bench: Bench;
before(async () => {
  bench = await Bench.open();
});
after(() => bench.close());

const ESCAPE = '\u001B';

test('a whole proof is told point by point, and the program ends with 0', async () => {
  const log = await bench.start();
  const code = await settledUse(log);
  await log.chain.pass(1, 80);
  const file = await bench.writeProof('whole.proof', log.bundle(code));
  const args = ['proof', 'check', file, '--rpc', bench.rpcUrl, '--contract', log.chain.contract, '--chain-id', '31337'];
  const { exit, out, err } = await otpctl([...args, '--complete', '--origin', log.origin]);
  assert.equal(exit, 0, out + err);
  assert.match(
    out,
    /✓ proven +The issue of the code stands in the log\n +by RFC 9162 inclusion path to the signed root · leaf 0/,
  );
  assert.match(out, /✓ proven +The code was used once and can never be used again/);
  assert.match(out, /What it does not prove\n {2}- That the right person typed the code/);
  assert.match(out, /\nPROVEN\n$/);
  assert.ok(!out.includes(ESCAPE));
  assert.equal(err, '');
});

test('before the settlement a proof is good so far; who wants all of it is refused', async () => {
  const log = await bench.start();
  const code = log.issue();
  await log.anchor();
  const file = await bench.writeProof('early.proof', log.bundle(code));
  const args = ['proof', 'check', file, '--rpc', bench.rpcUrl];
  const now = await otpctl(args);
  assert.equal(now.exit, 0);
  assert.match(now.out, /… not yet +The batch of this code is settled/);
  assert.match(now.out, /GOOD SO FAR: /);
  assert.match(now.out, /its address was taken from the file/);
  assert.equal((await otpctl([...args, '--complete'])).exit, 1);
});

test('a false proof ends with 1 and names the failing point, in the text and in JSON', async () => {
  const log = await bench.start();
  const code = await settledUse(log);
  const bundle = log.bundle(code);
  const settlement = bundle.settlement && { ...bundle.settlement, path: [`${'A'.repeat(43)}=`] };
  const file = await bench.writeProof('false.proof', { ...bundle, settlement });
  const args = ['proof', 'check', file, '--rpc', bench.rpcUrl];
  const { exit, out } = await otpctl(args);
  assert.equal(exit, 1);
  assert.match(out, /✗ failed +The settlement gives this code exactly one fate/);
  assert.match(out, /\nFAILED: The settlement gives .* \[settlement\.fate\]: .*\n$/);
  const json = await otpctl([...args, '--json']);
  assert.equal(json.exit, 1);
  const report = JSON.parse(json.out) as { outcome: string; points: { id: string; verdict: string }[] };
  assert.equal(report.outcome, 'failed');
  assert.equal(report.points.find(({ verdict }) => verdict === 'failed')?.id, 'settlement.fate');
});

test('a changed byte, another contract and another chain end with 1', async () => {
  const log = await bench.start();
  const code = log.issue();
  await log.anchor();
  const file = await bench.writeProof('good.proof', log.bundle(code));
  const changed = await readFile(file);
  changed[200] = (changed[200] ?? 0) ^ 1;
  const forged = await bench.write('changed.proof', changed);
  const rpc = ['--rpc', bench.rpcUrl];
  assert.equal((await otpctl(['proof', 'check', forged, ...rpc])).exit, 1);
  assert.equal((await otpctl(['proof', 'check', file, ...rpc, '--contract', `0x${'12'.repeat(20)}`])).exit, 1);
  assert.equal((await otpctl(['proof', 'check', file, ...rpc, '--chain-id', '1'])).exit, 1);
  const both = await otpctl(['proof', 'check', file, forged, ...rpc]);
  assert.equal(both.exit, 1, 'the exit is that of the worst file');
  assert.match(both.out, /2 files: 1 (proven|good so far), 1 failed/);
  assert.equal((await otpctl(['proof', 'check', '-', ...rpc], { input: await readFile(file) })).exit, 0);
});

test('a chain that nobody reaches ends with 3: nothing is known about the proof, and the URL stays secret', async () => {
  const log = await bench.start();
  const code = log.issue();
  const file = await bench.writeProof('unreachable.proof', log.bundle(code));
  const { exit, out, err } = await otpctl(['proof', 'check', file, '--rpc', 'http://127.0.0.1:1/secret-key']);
  assert.equal(exit, 3);
  assert.match(err, /nothing is known about the proof/);
  assert.ok(!(out + err).includes('secret-key'));
});

test('wrong calls end with 2 and one line that says what to give', async () => {
  const calls: [args: string[], says: RegExp][] = [
    [['proof', 'check', 'x.proof'], /give --rpc <url> or set OTPCTL_RPC_URL/],
    [['proof', 'check', 'no-such-file', '--rpc', bench.rpcUrl], /cannot be read/],
    [['proof', 'check', 'x', '--rpc', 'ftp://x'], /--rpc \(OTPCTL_RPC_URL\)/],
    [['proof', 'check'], /missing required argument/],
    [['proof', 'chekc', 'x'], /unknown command/],
    [['issue', '--subject', 'a', '--purpose', 'b'], /give --issuer-url/],
    [['issue', '--subject', 'a', '--purpose', 'b', '--context', 'x'], /name=value/],
    [['verify', 'v1.a.b'], /--purpose/],
  ];
  for (const [args, says] of calls) {
    const { exit, out, err } = await otpctl(args, { cwd: '/' });
    assert.equal(exit, 2, `${args.join(' ')}: ${out}${err}`);
    assert.match(err, says);
    assert.doesNotMatch(err, /\n\s+at /);
  }
  assert.equal((await otpctl(['--help'])).exit, 0);
});

test('what a file says cannot drive the terminal', async () => {
  const log = await bench.start();
  const code = log.issue();
  await log.anchor();
  const bundle = log.bundle(code);
  const file = await bench.writeProof('evil.proof', { ...bundle, origin: 'evil\u001B[2J\u202E' });
  const { exit, out } = await otpctl(['proof', 'check', file, '--rpc', bench.rpcUrl]);
  assert.equal(exit, 1);
  assert.ok(!out.includes(ESCAPE));
  assert.ok(!out.includes('\u202E'));
});
