import type { Delivered } from '@otp-notary/bus';
import { decodeEvent, PoisonEvent, topicOf, type AnyEvent } from '@otp-notary/events';

/** A message that holds an event. */
export interface Taken {
  readonly from: Delivered;
  readonly event: AnyEvent;
}

/** A message that does not, and why. */
export interface Poison {
  readonly from: Delivered;
  readonly reason: string;
}

/** Total: whatever a message holds, it is one of the two. */
export function readMessage(from: Delivered): Taken | Poison {
  try {
    const event = decodeEvent(from.value);
    if (topicOf[event.type] !== from.topic) return { from, reason: `${event.type} does not travel on ${from.topic}` };
    return { from, event };
  } catch (error) {
    if (error instanceof PoisonEvent) return { from, reason: error.message };
    throw error;
  }
}
