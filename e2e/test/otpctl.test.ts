import { startWorld, type World } from '../src/world.js';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../tools/otpctl/dist/src/main.js', import.meta.url));

describe('otpctl against the running line', () => {
  let world: World;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'otp-otpctl-'));
    world = await startWorld();
  });
  after(async () => {
    await world?.system.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs a command with the profile that the system wrote, and nothing else in its environment. */
  function otpctl(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
    const env = {
      PATH: '',
      OTPCTL_PROFILE: join(world.system.dataDir, 'otpctl.json'),
      OTPCTL_STATE: join(folder, 'seen'),
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env, timeout: 90_000 }, (error, out, err) => {
        resolve({ exit: error === null ? 0 : Number(error.code), out, err });
      });
    });
  }

  test('doctor finds nothing wrong with a system that just started', async () => {
    const { exit, out, err } = await otpctl('doctor');
    assert.equal(exit, 0, out + err);
    assert.doesNotMatch(out, /✗/);
  });

  test('a code is issued, verified, proven and checked by commands alone', async () => {
    const issued = await otpctl('issue', '--subject', 'bob', '--purpose', 'login', '--json');
    assert.equal(issued.exit, 0, issued.err);
    const { challenge_id, proof_id, code } = JSON.parse(issued.out) as Record<string, string>;
    assert.ok(challenge_id && proof_id && code);

    const wrong = await otpctl('verify', challenge_id, '--purpose', 'other', '--code', code);
    assert.equal(wrong.exit, 1);
    const verified = await otpctl('verify', challenge_id, '--purpose', 'login', '--code', code, '--json');
    assert.equal(verified.exit, 0, verified.err);
    const { receipt } = JSON.parse(verified.out) as Record<string, string>;
    assert.ok(receipt);
    assert.equal((await otpctl('verify', challenge_id, '--purpose', 'login', '--code', code)).exit, 1, 'once');

    const file = join(folder, 'bob.json');
    const got = await otpctl('proof', 'get', proof_id, '-o', file, '--wait', '80', '--settled');
    assert.equal(got.exit, 0, got.err);
    assert.ok(!(await readFile(file, 'utf8')).includes(code));
    const checked = await otpctl('proof', 'check', file, '--rpc', world.system.rpcUrl);
    assert.equal(checked.exit, 0, checked.out + checked.err);
    const receiptChecked = await otpctl('receipt', 'check', receipt, '--proof', file);
    assert.equal(receiptChecked.exit, 0, receiptChecked.out + receiptChecked.err);
  });

  test('log checkpoint checks the signature, and that the log only grew since the last look', async () => {
    const first = await otpctl('log', 'checkpoint');
    assert.equal(first.exit, 0, first.err);
    await world.acme.issue({ subject: 'carol', purpose: 'login', channel: 'response' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const second = await otpctl('log', 'checkpoint');
    assert.equal(second.exit, 0, second.err);
    assert.notEqual(first.out, second.out);
  });
});
