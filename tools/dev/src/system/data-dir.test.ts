import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { CannotStart } from '../cannot-start.js';
import { DataDir, type DataRecord } from './data-dir.js';

const record: Omit<DataRecord, 'format'> = {
  bus: 'postgres',
  ownKafka: false,
  origin: 'localhost/otp-notary',
  vkey: 'v',
  lifeSeconds: 17,
  chain: {
    own: false,
    chainId: 31_337,
    contract: '0x1',
    implementation: '0x2',
    codeHash: '0x3',
    implementationCodeHash: '0x4',
    block: 1,
  },
};

let data: DataDir;
beforeEach(async () => {
  data = new DataDir(await mkdtemp(join(tmpdir(), 'dev-data-')));
});
afterEach(() => rm(data.path, { recursive: true, force: true }));

function oneLine(message: RegExp): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof CannotStart);
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  };
}

test('a new directory has no record, a completed one has the one it was given', async () => {
  await data.create();
  assert.equal(await data.record(), undefined);
  await data.complete(record);
  assert.deepEqual(await data.record(), { format: 'otp-notary/data@v1', ...record });
});

test('a half-written directory is one line that says what to delete', async () => {
  await data.create();
  await data.createFolders();
  await assert.rejects(data.record(), oneLine(new RegExp(`half-written.*rm -rf ${data.path}`)));
});

test('what a failed first start left is cleared away, what is complete stays', async () => {
  await data.create();
  await data.createFolders();
  await data.clearUnlessComplete();
  assert.equal(await data.record(), undefined);
  await data.complete(record);
  await data.clearUnlessComplete();
  assert.notEqual(await data.record(), undefined);
});

test('another version’s data is not touched', async () => {
  await writeFile(data.at('system.json'), JSON.stringify({ format: 'otp-notary/data@v0' }));
  await assert.rejects(data.record(), oneLine(/written by another version \(otp-notary\/data@v0.*set it aside/));
});

test('damaged data is told as damaged', async () => {
  await writeFile(data.at('system.json'), JSON.stringify({ format: 'otp-notary/data@v1', bus: 'postgres' }));
  await assert.rejects(data.record(), oneLine(/damaged/));
});

const misfits = [
  [{ bus: 'kafka', ownKafka: false, ownChain: false }, /was made with --bus postgres, not --bus kafka.*--data DIR/],
  [{ bus: 'kafka', ownKafka: true, ownChain: false }, /was made with --bus postgres, not --kafka BROKERS/],
  [{ bus: 'postgres', ownKafka: false, ownChain: true }, /was made without --rpc, not with it/],
] as const;
for (const [wanted, message] of misfits) {
  test(`data keeps to its bus and chain: ${JSON.stringify(wanted)}`, () => {
    assert.throws(() => data.assertFits({ format: 'otp-notary/data@v1', ...record }, wanted), oneLine(message));
  });
}

test('files are readable by their owner only, secrets behind a closed directory', async () => {
  await data.create();
  await data.createFolders();
  await data.write('secrets/x', 'secret');
  assert.equal((await stat(data.at('secrets'))).mode & 0o777, 0o700);
  assert.equal((await stat(data.at('secrets', 'x'))).mode & 0o777, 0o600);
});
