import { PoisonEvent, type AnyEvent } from '@otp-notary/events';
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { EventTooLarge, outboxRow } from './index.js';

const envelope = { id: randomUUID(), version: 1, time: '2026-01-01T00:00:00Z' } as const;
const challenge = randomUUID();
const hash = createHash('sha256').update('x').digest('base64url');
const origin = 'log.example/otp';
const code = { origin, batch: 7, position: 3, challenge, tenant: 'acme', subject: hash, purpose: 'login' };

const delivery: AnyEvent = { ...envelope, type: 'otp.delivery', ...code, channel: 'smtp', outcome: 'sent' };
const KEYS: readonly (readonly [AnyEvent, string, string])[] = [
  [delivery, 'otp.issues', challenge],
  [
    { ...envelope, type: 'otp.rejected', ...code, reason: 'expired', attempt: 1, rejectedAtMs: 1 },
    'otp.verifications',
    challenge,
  ],
  [{ ...envelope, type: 'otp.batch.opened', origin, batch: 7, openedAtMs: 1 }, 'otp.issues', `batch:${origin}:7`],
  [{ ...envelope, type: 'otp.watermark', source: 'verifier', upToMs: 1, positions: {} }, 'otp.watermarks', 'verifier'],
  [
    { ...envelope, type: 'anchor.requested', origin, size: 1, settleBelow: 0, requestedAtMs: 1 },
    'anchor.requests',
    origin,
  ],
  [
    { ...envelope, type: 'chain.head', chainId: '31337', block: '1', blockHash: `0x${'0'.repeat(64)}`, timeSeconds: 1 },
    'chain.heads',
    'chain:31337',
  ],
];

for (const [event, topic, key] of KEYS) {
  test(`${event.type} travels on ${topic} in the order of its ${key === challenge ? 'challenge' : key}`, () => {
    const row = outboxRow(event, { traceparent: '00-1-2-01' });
    assert.equal(row.topic, topic);
    assert.equal(row.key, key);
    assert.deepEqual(JSON.parse(row.payload), event);
    assert.deepEqual(JSON.parse(row.headers), { traceparent: '00-1-2-01' });
  });
}

test('an event that does not fit its schema is refused where it is made', () => {
  assert.throws(() => outboxRow({ ...delivery, code: '123456' } as AnyEvent), PoisonEvent);
});

test('an event that the bus would refuse for its size is refused where it is made', () => {
  const voids = Array.from({ length: 60_000 }, (_, n): [number, number] => [2 * n + 1e6, 2 * n + 1e6]);
  const closed = {
    ...envelope,
    type: 'otp.batch.closed',
    origin,
    batch: 7,
    closedAtMs: 1,
    count: 4e6,
    void: voids,
  } as const;
  assert.throws(() => outboxRow(closed), EventTooLarge);
});
