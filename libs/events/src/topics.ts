import type { EventType } from './envelope.js';

/** Where each event travels. One topic a producer and meaning, so that the events of one challenge keep their order. */
export const topicOf = {
  'otp.issued': 'otp.issues',
  'otp.delivery': 'otp.issues',
  'otp.batch.opened': 'otp.issues',
  'otp.batch.closed': 'otp.issues',
  'otp.verified': 'otp.verifications',
  'otp.rejected': 'otp.verifications',
  'otp.locked': 'otp.verifications',
  'otp.watermark': 'otp.watermarks',
  'anchor.requested': 'anchor.requests',
  'anchor.submitted': 'anchor.status',
  'anchor.confirmed': 'anchor.status',
  'anchor.final': 'anchor.status',
  'anchor.reorged': 'anchor.status',
  'chain.head': 'chain.heads',
} as const satisfies Record<EventType, string>;

export type Topic = (typeof topicOf)[EventType] | typeof DEAD_LETTER_TOPIC;

/** What could not be read goes here with its reason. */
export const DEAD_LETTER_TOPIC = 'otp.dead-letters';

/** Every topic of the system, the dead letters included. */
export const topics: readonly Topic[] = [...new Set(Object.values(topicOf)), DEAD_LETTER_TOPIC];
