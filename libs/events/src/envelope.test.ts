import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decodeEvent, encodeEvent, parseEvent, PoisonEvent, type EventOf } from './envelope.js';
import { topicOf, topics } from './topics.js';

const hash = 'A'.repeat(43);
const verified: EventOf<'otp.verified'> = {
  id: randomUUID(),
  version: 1,
  time: '2026-01-01T00:00:00.000Z',
  type: 'otp.verified',
  origin: 'log.example/otp',
  batch: 1,
  position: 0,
  challenge: randomUUID(),
  tenant: 'acme',
  subject: hash,
  purpose: 'login',
  context: hash,
  attempt: 1,
  verifiedAtMs: 1,
};

test('an event travels as it was', () => {
  assert.deepEqual(decodeEvent(encodeEvent(verified)), verified);
  assert.deepEqual(decodeEvent(Buffer.from(encodeEvent(verified))), verified);
});

test('an event with a member more, a member less or a member of another kind is poison on both sides', () => {
  for (const name of Object.keys(verified)) {
    const without = Object.fromEntries(Object.entries(verified).filter(([key]) => key !== name));
    assert.throws(() => parseEvent(without), PoisonEvent, name);
    assert.throws(() => parseEvent({ ...verified, [name]: null }), PoisonEvent, name);
    assert.throws(() => parseEvent({ ...verified, [name]: [verified] }), PoisonEvent, name);
  }
  assert.throws(() => parseEvent({ ...verified, more: 1 }), PoisonEvent);
  assert.throws(() => parseEvent({ ...verified, type: 'otp.unknown' }), PoisonEvent);
  assert.throws(() => parseEvent({ ...verified, version: 2 }), PoisonEvent);
});

test('whatever bytes come from the bus, they are an event or poison, and poison never repeats a value', () => {
  const secret = 'hunter2-value';
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        assert.throws(() => decodeEvent(bytes), PoisonEvent);
      },
    ),
  );
  assert.throws(
    () => parseEvent({ ...verified, purpose: secret.toUpperCase(), subject: secret }),
    (error) => error instanceof PoisonEvent && !error.message.toLowerCase().includes(secret),
  );
});

test('every event has a topic, and every topic is listed once', () => {
  assert.equal(new Set(topics).size, topics.length);
  for (const topic of Object.values(topicOf)) assert.ok(topics.includes(topic));
});
