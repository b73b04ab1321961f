export {
  BusUnavailable,
  type BatchHandler,
  type Bus,
  type BusConsumer,
  type BusMessage,
  type BusPublisher,
  type ConsumerOptions,
  type Delivered,
  type PartitionEnd,
} from './bus.js';
export { KafkaBus } from './kafka-bus.js';
export { createTopics, openBus, type BusOptions } from './open.js';
export { busMigrations, PgBus } from './pg-bus.js';
