import { DEAD_LETTER_TOPIC } from '@otp-notary/events';
import type { OutboxRow } from './outbox-row.js';
import type { Poison } from './read-message.js';

/** Of what could not be read this much is kept: enough to see what it was, and never too large for the bus. */
const MOST_CHARACTERS = 64 * 1024;

/** The row of a dead letter: what came, from where, and why nobody could read it. */
export function deadLetter({ from, reason }: Poison): OutboxRow {
  const { topic, partition, offset, key, value, headers } = from;
  return {
    topic: DEAD_LETTER_TOPIC,
    key: `${topic}/${partition}`,
    payload: JSON.stringify({
      reason,
      topic,
      partition,
      offset: offset.toString(),
      key: key.slice(0, MOST_CHARACTERS),
      value: value.slice(0, MOST_CHARACTERS),
      characters: value.length,
    }),
    headers: JSON.stringify(headers['traceparent'] === undefined ? {} : { traceparent: headers['traceparent'] }),
  };
}
