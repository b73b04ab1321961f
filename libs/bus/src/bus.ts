import type { Topic } from '@otp-notary/events';
import { OtpError } from '@otp-notary/errors';

export interface BusMessage {
  readonly topic: Topic;
  /** Messages of one key keep their order. */
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message at its place in the log. */
export interface Delivered extends BusMessage {
  readonly partition: number;
  readonly offset: bigint;
}

/** The offset that the next message of a partition gets, as decimal text. */
export interface PartitionEnd {
  readonly partition: number;
  readonly next: string;
}

export interface BusPublisher {
  /**
   * Durable when it resolves, in the order given for each key. When it throws, any part of the messages may be on the bus:
   * publish all of them again, before later ones of the same keys. Ends within about 10 s. @throws BusUnavailable
   */
  publish(messages: readonly BusMessage[]): Promise<void>;
  /** For each topic the end of its partitions: everything published before the call lies below. @throws BusUnavailable */
  ends(topics: readonly Topic[]): Promise<Record<string, PartitionEnd[]>>;
  close(): Promise<void>;
}

/** Takes one batch; when it throws, the same messages come again. */
export type BatchHandler = (batch: readonly Delivered[]) => Promise<void>;

export interface BusConsumer {
  /**
   * Hands batches to `handler` until `signal` aborts, in the order of their offsets within each partition; a batch may
   * hold several partitions. The offset is committed after the handler resolved; a handler that throws gets the same
   * batch again after a jittered backoff. At least once: a message can come again after a crash or a change of members.
   * Members of a group share the partitions; a group that is new starts at the beginning. Never throws.
   */
  run(handler: BatchHandler, signal: AbortSignal): Promise<void>;
}

export interface ConsumerOptions {
  readonly group: string;
  /** The same for every member of a group. */
  readonly topics: readonly Topic[];
  /** Messages in a batch at most, 500 unless told. */
  readonly maxBatch?: number;
}

export interface Bus {
  publisher(): Promise<BusPublisher>;
  consumer(options: ConsumerOptions): BusConsumer;
  /** @throws BusUnavailable when the bus does not answer within 3 s */
  isReachable(): Promise<void>;
  close(): Promise<void>;
}

/** The bus did not answer in time, or refused. */
export class BusUnavailable extends OtpError {
  readonly code = 'OTP_BUS_UNAVAILABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/** Turns whatever an adapter's client threw into the one error of the port. */
export function unavailable(what: string, cause: unknown): BusUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BusUnavailable(`${what}: ${reason}`, { cause, retryAfterSeconds: 1 });
}
