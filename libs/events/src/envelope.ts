import { OtpError } from '@otp-notary/errors';
import { z } from 'zod';
import { anchorEvents } from './anchor-events.js';
import { challengeEvents } from './challenge-events.js';

/** Every event of the system, told apart by `type`. Unknown members are refused on both sides. */
const anyEvent = z.discriminatedUnion('type', [...challengeEvents, ...anchorEvents]);

export type AnyEvent = z.infer<typeof anyEvent>;
export type EventType = AnyEvent['type'];
export type EventOf<T extends EventType> = Extract<AnyEvent, { type: T }>;

/** An event that does not fit its schema: it goes to the dead-letter topic, the stream goes on. */
export class PoisonEvent extends OtpError {
  readonly code = 'OTP_EVENT_POISON';
  readonly shown = { http: 500, grpc: 13, title: 'Event refused' };
}

/** Checks an event against its schema. @throws PoisonEvent naming the fields that do not fit, never their values. */
export function parseEvent(value: unknown): AnyEvent {
  const parsed = anyEvent.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'event'}: ${issue.code}`);
  throw new PoisonEvent(`event does not fit its schema (${fields.slice(0, 5).join(', ')})`);
}

/** The bytes of an event as they travel. @throws PoisonEvent */
export function encodeEvent(event: AnyEvent): string {
  return JSON.stringify(parseEvent(event));
}

/** Reads an event from the bus. @throws PoisonEvent */
export function decodeEvent(value: Uint8Array | string): AnyEvent {
  let json: unknown;
  try {
    json = JSON.parse(typeof value === 'string' ? value : Buffer.from(value).toString('utf8'));
  } catch {
    throw new PoisonEvent('event is not JSON');
  }
  return parseEvent(json);
}
