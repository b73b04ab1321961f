import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const script = join(root, 'tools/dev/controls.mjs');
let tree: string;
before(async () => {
  tree = await mkdtemp(join(tmpdir(), 'otp-controls-'));
  await mkdir(join(tree, 'docs'));
  await writeFile(join(tree, 'code.ts'), '');
  await writeFile(join(tree, 'code.test.ts'), "test('a promise', …)");
});
after(() => rm(tree, { recursive: true, force: true }));

async function controls(...rows: readonly string[]) {
  await writeFile(join(tree, 'docs/controls.md'), `| id | control | code | tests | check |\n${rows.join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, tree], { encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

test('a row stands when its code and its tests are there', async () => {
  assert.deepEqual(await controls('| 2.2.3 | x | `code.ts` | `code.test.ts: a promise` | read |'), {
    status: 0,
    stdout: '1 of 204 controls stand',
    stderr: '',
  });
});

for (const [what, row, message] of [
  ['code', '| 2.2.3 | x | `gone.ts` | `code.test.ts: a promise` | read |', '2.2.3: no such code: gone.ts'],
  [
    'test file',
    '| 2.2.3 | x | `code.ts` | `gone.test.ts: a promise` | read |',
    '2.2.3: no such test: gone.test.ts: a promise',
  ],
  ['test', '| 2.2.3 | x | `code.ts` | `code.test.ts: another` | read |', '2.2.3: no such test: code.test.ts: another'],
  ['evidence', '| 2.2.3 | x | `code.ts` | | read |', '2.2.3: names no test'],
] as const) {
  test(`a row whose ${what} is missing fails`, async () => {
    const { status, stderr } = await controls(row);
    assert.deepEqual({ status, stderr }, { status: 1, stderr: message });
  });
}

test('a control that stands twice fails', async () => {
  const row = '| 2.2.3 | x | `code.ts` | `code.test.ts: a promise` | read |';
  assert.equal((await controls(row, row)).stderr, '2.2.3: stands twice');
});

test("the repository's own table names only what is there", () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^\d+ of 204 controls stand$/m);
});
