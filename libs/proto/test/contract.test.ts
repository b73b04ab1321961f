import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const buf = fileURLToPath(import.meta.resolve('@bufbuild/buf/bin/buf'));
const released = join(root, 'proto/released.binpb');

function run(folder: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [buf, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Runs buf on a copy of the .proto files with one change. */
async function changed(file: string, from: string, to: string, ...args: string[]): Promise<ReturnType<typeof run>> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-notary-proto-'));
  try {
    await cp(join(root, 'buf.yaml'), join(folder, 'buf.yaml'));
    await cp(join(root, 'proto'), join(folder, 'proto'), { recursive: true });
    const path = join(folder, 'proto/otp_notary/v1', file);
    const text = await readFile(path, 'utf8');
    assert.ok(text.includes(from), `${file} holds ${from}`);
    await writeFile(path, text.replace(from, to));
    return run(folder, ...args);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the .proto files hold to the rules and the format of buf', () => {
  assert.deepEqual(run(root, 'lint'), { status: 0, output: '' });
  assert.deepEqual(run(root, 'format', '--diff', '--exit-code'), { status: 0, output: '' });
});

test('the .proto files break nothing that was released', () => {
  assert.deepEqual(run(root, 'breaking', '--against', released), { status: 0, output: '' });
});

const breaks: [string, string, string, string][] = [
  ['another number', 'issuer.proto', 'string purpose = 2;', 'string purpose = 20;'],
  ['another type', 'verifier.proto', 'int64 auth_time = 4;', 'string auth_time = 4;'],
  ['another name', 'audit.proto', 'string origin = 1;', 'string log_origin = 1;'],
  ['a removed call', 'audit.proto', 'rpc GetProof(GetProofRequest) returns (GetProofResponse);', ''],
];
for (const [what, file, from, to] of breaks) {
  test(`${what} is found to break what was released`, async () => {
    const { status, output } = await changed(file, from, to, 'breaking', '--against', released);
    assert.notEqual(status, 0);
    assert.match(output, new RegExp(file));
  });
}

test('a new field breaks nothing', async () => {
  const { status, output } = await changed(
    'issuer.proto',
    'uint32 life_seconds = 8;',
    'uint32 life_seconds = 8;\n  string locale = 9;',
    'breaking',
    '--against',
    released,
  );
  assert.deepEqual([status, output], [0, '']);
});

test('a name against the rules is found', async () => {
  const { status, output } = await changed('issuer.proto', 'string purpose = 2;', 'string thePurpose = 2;', 'lint');
  assert.notEqual(status, 0);
  assert.match(output, /FIELD_LOWER_SNAKE_CASE|lower_snake_case/);
});
