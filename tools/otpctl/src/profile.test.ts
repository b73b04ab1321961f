import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from './errors.js';
import { findProfile, readProfile } from './profile.js';
import { Settings } from './settings.js';

const directory = mkdtempSync(join(tmpdir(), 'otpctl-profile-'));
after(() => rmSync(directory, { recursive: true }));

function written(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

test('the secret’s file is relative to the profile', () => {
  const path = written('p.json', JSON.stringify({ client_secret_file: 'secrets/shop' }));
  assert.equal(readProfile(path).client_secret_file, join(directory, 'secrets/shop'));
});

test('unknown members, wrong values and half-written files are refused by name, never by value', () => {
  const wrong: [content: string, says: RegExp][] = [
    ['{"issuer_ulr":"http://x"}', /issuer_ulr/],
    ['{"rpc_url":"http://user:hunter2@"}', /rpc_url/],
    ['{"contract":"0x12"}', /contract/],
    ['{"issuer_url":', /cannot be read/],
  ];
  for (const [content, says] of wrong) {
    assert.throws(
      () => readProfile(written('wrong.json', content)),
      (error) => error instanceof UsageError && says.test(error.message) && !error.message.includes('hunter2'),
    );
  }
});

test('a flag wins over a variable, which wins over the profile of this directory or one above', () => {
  mkdirSync(join(directory, 'a/b'), { recursive: true });
  mkdirSync(join(directory, '.data'));
  written(
    '.data/otpctl.json',
    JSON.stringify({ issuer_url: 'http://1', verifier_url: 'http://1', audit_url: 'http://1' }),
  );
  const here = join(directory, 'a/b');
  assert.equal(findProfile(here), join(directory, '.data/otpctl.json'));
  const env = { OTPCTL_ISSUER_URL: 'http://2', OTPCTL_VERIFIER_URL: 'http://2' };
  const settings = Settings.read({ issuer_url: 'http://3' }, env, here);
  assert.deepEqual(
    [settings.get('issuer_url'), settings.get('verifier_url'), settings.get('audit_url')],
    ['http://3', 'http://2', 'http://1'],
  );
  assert.throws(() => settings.need('token_url'), /give --token-url <url> or set OTPCTL_TOKEN_URL/);
});
