import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { AuditProcess } from './audit-process.js';
import { eventually } from './eventually.js';
import { Line } from './line.js';
import { batchOf } from './stream.js';

let line: Line;
let audit: AuditProcess;
before(
  async () => {
    line = await Line.start();
    audit = await line.audit({ OTP_SELFCHECK_MS: '20', OTP_SELFCHECK_LEAVES: '100' });
  },
  { timeout: 120_000 },
);
after(() => line.stop());

const owned = async (statement: string): Promise<Record<string, unknown>[]> =>
  (await line.database.owner.query(statement)).rows;
const signed = async (): Promise<number> =>
  Number((await owned('select coalesce(max(size), 0) as size from checkpoint'))[0]?.['size']);
const passes = (): Promise<number> => audit.metric('otp_audit_selfcheck_passes_total');
const tampered = (): Promise<number> => audit.metric('otp_audit_selfcheck_tampered');

test('log-01: a changed leaf stops the log within a minute, until somebody has looked into it', async () => {
  await line.publish(batchOf(1, 300));
  await eventually('signed', signed, (size) => size === 502);
  const before = await passes();
  await eventually('whole passes that find nothing', passes, (count) => count > before + 2);
  assert.equal(await tampered(), 0);

  const [row] = await owned('select entry from leaf where index = 257');
  await owned(`update leaf set entry = replace(entry, '"at":1', '"at":2') where index = 257`);
  await eventually('the alarm', tampered, (is) => is === 1, 60_000);
  assert.deepEqual(await owned('select kind, index, below from tampering where cleared_at is null'), [{ kind: 'leaf-changed', index: '257', below: null }]); // prettier-ignore
  const told = /"level":"error".*"kind":"leaf-changed","index":257,.*the stored log was tampered with/;
  await eventually('the log line', async () => audit.child.tail(), (lines) => told.test(lines)); // prettier-ignore

  // Events are still taken in, nothing of them is signed: not by this process, nor by one that starts now.
  await line.publish(batchOf(2, 30));
  const size = async (): Promise<number> => Number((await owned('select size from log'))[0]?.['size']);
  await eventually('logged', size, (leaves) => leaves === 554);
  await audit.stop();
  audit = await line.audit({ OTP_SELFCHECK_MS: '20', OTP_SELFCHECK_LEAVES: '100' });
  await eventually('led', () => audit.leads(), (leads) => leads); // prettier-ignore
  await delay(1_500);
  assert.equal(await signed(), 502);
  assert.equal(await tampered(), 1);
  await assert.rejects(line.database.pool.query(`update tampering set cleared_at = now(), cleared_by = 'service'`), /permission denied/); // prettier-ignore

  // Cleared without being repaired, it is found again.
  const clear = `update tampering set cleared_at = now(), cleared_by = 'an operator' where cleared_at is null`;
  const found = async (): Promise<number> => Number((await owned('select count(*) from tampering'))[0]?.['count']);
  await owned(clear);
  await eventually('found again', found, (count) => count === 2);
  assert.equal(await tampered(), 1);

  await line.database.owner.query('update leaf set entry = $1 where index = 257', [row?.['entry']]);
  await owned(clear);
  await eventually('signed again', signed, (leaves) => leaves === 554);
  await eventually('well again', tampered, (is) => is === 0);
});
