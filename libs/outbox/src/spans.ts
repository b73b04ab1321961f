import type { Delivered } from '@otp-notary/bus';
import type { AnyEvent } from '@otp-notary/events';
import { context, propagation, SpanKind, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('@otp-notary/outbox');

/** One span in the trace of the event's cause, linked to the work that took it: a batch has many causes. */
export function markTaken(event: AnyEvent, { topic, partition, offset, headers }: Delivered): void {
  if (headers['traceparent'] === undefined) return;
  const work = trace.getActiveSpan()?.spanContext();
  const options = {
    kind: SpanKind.CONSUMER,
    attributes: {
      'messaging.destination.name': topic,
      'messaging.destination.partition.id': String(partition),
      'messaging.kafka.offset': offset.toString(),
    },
    links: work === undefined ? [] : [{ context: work }],
  };
  tracer.startSpan(`take ${event.type}`, options, propagation.extract(context.active(), headers)).end();
}
