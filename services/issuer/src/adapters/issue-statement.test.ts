import type { EventOf } from '@otp-notary/events';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { issueStatement, type Minted } from './issue-statement.js';

const hash = 'A'.repeat(43);

function minted(position: number, traceparent: string): Minted {
  const issued: EventOf<'otp.issued'> = {
    id: randomUUID(),
    version: 1,
    time: '2026-01-01T00:00:00.000Z',
    type: 'otp.issued',
    origin: 'log.example/otp',
    batch: 1,
    position,
    challenge: randomUUID(),
    tenant: 'acme',
    subject: hash,
    purpose: 'login',
    context: hash,
    commitment: hash,
    channel: 'response',
    issuedAtMs: 1,
    expiresAtMs: 60_001,
  };
  return { record: { issued, leaseUntil: new Date(10_000), unsent: false }, headers: { traceparent } };
}

test('each event of a group goes on with the trace of its own request', () => {
  const { values = [] } = issueStatement([minted(0, 'first'), minted(1, 'second')]);
  assert.deepEqual(values.at(-1), ['{"traceparent":"first"}', '{"traceparent":"second"}']);
});
