export {
  decodeEvent,
  encodeEvent,
  parseEvent,
  PoisonEvent,
  type AnyEvent,
  type EventOf,
  type EventType,
} from './envelope.js';
export { channel, hash32, purpose, tenant } from './fields.js';
export { rejectReasons, type RejectReason } from './challenge-events.js';
export { DEAD_LETTER_TOPIC, topicOf, topics, type Topic } from './topics.js';
