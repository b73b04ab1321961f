import { DEAD_LETTER_TOPIC, type AnyEvent } from '@otp-notary/events';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { closed, issued, opened, rejected, verified } from '../src/domain/events.fixture.js';
import type { AuditProcess } from './audit-process.js';
import { eventually } from './eventually.js';
import { Line, messageOf } from './line.js';
import { batchOf } from './stream.js';
import { readWholeLog, type WholeLog } from './whole-log.js';

let line: Line;
let audit: AuditProcess;

before(async () => {
  line = await Line.start();
  audit = await line.audit({ OTP_PARKED_ALARM_MS: '300' });
});
after(() => line.stop());

const whole = (): Promise<WholeLog> => readWholeLog(line.database.pool, line.vkey);
const logged = async (): Promise<readonly string[]> => (await whole()).leaves.map(({ eventId }) => eventId);

test('an event published again, at a new offset or twice in one batch, is one leaf', async () => {
  const events = batchOf(1, 20);
  await line.publish(events);
  await line.publish([...events, ...events.toReversed()]);
  await line.publish(events);
  const after = opened(2);
  await line.publish([after]);
  await eventually('last leaf', logged, (ids) => ids.includes(after.id));
  await eventually('lag', () => audit.metric('otp_bus_lag'), (lag) => lag === 0); // prettier-ignore
  assert.deepEqual((await logged()).toSorted(), [...events, after].map(({ id }) => id).toSorted());
});

test('what cannot be read goes to the dead letters with its reason, and the stream goes on', async () => {
  const code = { batch: 2, position: 0, challenge: randomUUID() };
  const good = messageOf(issued(code));
  const positions = { 'otp.verifications': [{ partition: 0, next: 'seven' }] };
  const mark = { id: randomUUID(), version: 1, time: new Date().toISOString(), type: 'otp.watermark', source: 'verifier', upToMs: 1, positions }; // prettier-ignore
  const bad = (value: string, reason: RegExp) => ({ message: { ...good, value }, reason });
  const poison = [
    bad('not JSON', /event is not JSON/),
    bad('{}', /does not fit its schema/),
    bad(JSON.stringify({ ...issued(code), surplus: 1 }), /does not fit its schema/),
    bad(JSON.stringify({ ...issued(code), version: 2 }), /does not fit its schema/),
    bad(messageOf(verified(code)).value, /does not travel on otp.issues/),
    {
      message: { ...good, topic: 'otp.watermarks' as const, value: JSON.stringify(mark) },
      reason: /does not fit its schema/,
    },
  ];
  await line.publisher.publish([...poison.map(({ message }) => message), good]);
  await eventually('the good one', logged, (ids) => ids.includes((JSON.parse(good.value) as AnyEvent).id));
  const letters = await deadLetters(poison.length);
  for (const { reason } of poison)
    assert.ok(
      letters.some((letter) => reason.test(letter.reason)),
      String(reason),
    );
  assert.equal(await audit.metric('otp_inbox_dead_letters_total'), poison.length);
});

test('log-17: a use that comes before its issue waits, alarms while it stays, and is logged behind it', async () => {
  const code = { batch: 2, position: 7, challenge: randomUUID() };
  const early = verified(code);
  await line.publish([early]);
  await eventually('parked', () => audit.metric('otp_audit_parked'), (count) => count === 1); // prettier-ignore
  await eventually('age', () => audit.metric('otp_audit_parked_oldest_age_seconds'), (age) => age > 0.3); // prettier-ignore
  await eventually('alarm', async () => audit.child.tail(), (log) => log.includes('events stay parked')); // prettier-ignore
  assert.ok(!(await logged()).includes(early.id));
  const issue = issued(code);
  await line.publish([issue]);
  const ids = await eventually('the use', logged, (all) => all.includes(early.id));
  assert.ok(ids.indexOf(issue.id) < ids.indexOf(early.id));
  await eventually('parked no more', () => audit.metric('otp_audit_parked'), (count) => count === 0); // prettier-ignore
});

test('log-17: two issues, two uses or a use without an issue never stand in the log: they are evidence and alarm', async () => {
  const code = { batch: 3, position: 0, challenge: randomUUID() };
  const twin = { ...code, challenge: randomUUID() };
  const never = { batch: 3, position: 5, challenge: randomUUID() };
  const good = [opened(3), issued(code), rejected(code), verified(code), closed(3, 1, [])];
  // Topics are not read in step: each contradiction comes after what it contradicts.
  await line.publish(good);
  await eventually('the good ones', logged, (ids) => good.every(({ id }) => ids.includes(id)));
  const contradictions = [issued(twin), verified(twin), verified(never)];
  await line.publish(contradictions);
  await eventually('evidence', () => audit.metric('otp_audit_evidence'), (count) => count === 3); // prettier-ignore
  const ids = await logged();
  for (const { id } of contradictions) assert.ok(!ids.includes(id));
  const { rows } = await line.database.pool.query('select kind, event from evidence order by kind');
  assert.deepEqual(rows, [
    { kind: 'issued-twice', event: contradictions[0] },
    { kind: 'outcome-without-issue', event: contradictions[2] },
    { kind: 'used-twice', event: contradictions[1] },
  ]);
  assert.match(audit.child.tail(), /an event contradicts the log/);
});

test('events of other logs, and blocks of other chains, leave no trace in this one', async () => {
  const foreign = { ...opened(9), origin: 'other.example/log' };
  const head = { id: randomUUID(), version: 1, time: new Date().toISOString(), type: 'chain.head', block: '7', timeSeconds: 1 } as const; // prettier-ignore
  await line.publish([
    foreign,
    { ...head, chainId: '1', blockHash: `0x${'11'.repeat(32)}` },
    { ...head, id: randomUUID(), chainId: '31337', blockHash: `0x${'22'.repeat(32)}` },
    { ...head, id: randomUUID(), chainId: '1', blockHash: `0x${'33'.repeat(32)}` },
  ]);
  const { rows } = await eventually(
    'head',
    () => line.database.pool.query<{ head: object | null }>('select head from log'),
    (answer) => answer.rows[0]?.head !== null,
  );
  assert.deepEqual(rows, [{ head: { chainId: '31337', block: '7', hash: `0x${'22'.repeat(32)}` } }]);
  const header = opened(4);
  await line.publish([header]);
  await eventually('header', logged, (ids) => ids.includes(header.id));
  const { leaves } = await whole();
  const entry = leaves.find(({ eventId }) => eventId === header.id)?.entry ?? '{}';
  assert.deepEqual((JSON.parse(entry) as { chain: unknown }).chain, {
    chainId: '31337',
    block: '7',
    hash: `0x${'22'.repeat(32)}`,
  });
  assert.ok(!leaves.some(({ eventId }) => eventId === foreign.id));
});

async function deadLetters(count: number): Promise<readonly { reason: string }[]> {
  const letters: { reason: string }[] = [];
  const enough = new AbortController();
  const consumer = line.bus.consumer({ group: `test-${randomUUID()}`, topics: [DEAD_LETTER_TOPIC] });
  const limit = setTimeout(() => enough.abort(), 10_000);
  await consumer.run(async (batch) => {
    letters.push(...batch.map(({ value }) => JSON.parse(value) as { reason: string }));
    if (letters.length >= count) enough.abort();
  }, enough.signal);
  clearTimeout(limit);
  return letters;
}
