import type { EventOf } from '@otp-notary/events';
import { createHash, randomUUID } from 'node:crypto';
import type { BatchClosedEvent, BatchOpenedEvent, IssuedEvent } from './draft.js';
import type { Place } from './positions.js';
import type { Range } from './ranges.js';

/** Events as the issuer and the verifier send them, for tests. */

export const ORIGIN = 'log.example/otp';
/** When the story begins, epoch ms. */
export const START = Date.parse('2026-01-01T00:00:00Z');

export interface Code extends Place {
  readonly challenge: string;
  readonly tenant?: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
const envelope = (): { id: string; version: 1; time: string } => ({
  id: randomUUID(),
  version: 1,
  time: new Date(START).toISOString(),
});
const told = ({ batch, position, challenge, tenant = 'acme' }: Code) => ({
  ...envelope(),
  origin: ORIGIN,
  batch,
  position,
  challenge,
  tenant,
  subject: hash(`subject of ${challenge}`),
  purpose: 'login',
});

export function opened(batch: number): BatchOpenedEvent {
  return { ...envelope(), type: 'otp.batch.opened', origin: ORIGIN, batch, openedAtMs: START };
}

/** A closing with single void positions. */
export function closed(batch: number, count: number, voids: readonly number[]): BatchClosedEvent {
  const ranges: [number, number][] = [];
  for (const position of voids) {
    const last: Range | undefined = ranges.at(-1);
    if (last?.[1] === position - 1) ranges[ranges.length - 1] = [last[0], position];
    else ranges.push([position, position]);
  }
  return { ...envelope(), type: 'otp.batch.closed', origin: ORIGIN, batch, closedAtMs: START, count, void: ranges };
}

export function issued(code: Code, expiresAtMs: number = START + 60_000): IssuedEvent {
  return {
    ...told(code),
    type: 'otp.issued',
    context: hash('context'),
    commitment: hash(`commitment of ${code.challenge}`),
    channel: 'response',
    issuedAtMs: START,
    expiresAtMs,
  };
}

export function verified(code: Code): EventOf<'otp.verified'> {
  return { ...told(code), type: 'otp.verified', context: hash('context'), attempt: 1, verifiedAtMs: START + 1000 };
}

export function rejected(code: Code): EventOf<'otp.rejected'> {
  return { ...told(code), type: 'otp.rejected', reason: 'wrong_code', attempt: 1, rejectedAtMs: START + 500 };
}

export function locked(code: Code): EventOf<'otp.locked'> {
  return { ...told(code), type: 'otp.locked', reason: 'attempts_exhausted', lockedAtMs: START + 900 };
}
