import { isSpanContextValid, trace } from '@opentelemetry/api';
import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import { redact, redactText } from './redact.js';

export type Logger = pino.Logger;

/**
 * A logger that writes JSON lines to standard output, with the ids of the active trace. Forbidden members and texts are
 * redacted (redact.ts); log the stable code of an error as `errorCode`, an error itself as `err`.
 */
export function createLogger(
  service: string,
  level = 'info',
  destination: DestinationStream = pino.destination(1),
): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      mixin: activeTrace,
      formatters: { level: (label) => ({ level: label }), log: redact, bindings: redact },
      serializers: { err: (value: unknown) => value },
      hooks: { streamWrite: redactText },
    },
    destination,
  );
}

function activeTrace(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
