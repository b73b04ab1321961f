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
  const log = pino(
    {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      mixin: activeTrace,
      formatters: { level: (label) => ({ level: label }), log: redact },
      serializers: { err: (value: unknown) => value },
      hooks: { streamWrite: redactText },
    },
    destination,
  );
  return withRedactedBindings(log);
}

/** pino drops the formatter of bindings in children; children inherit these methods instead. */
function withRedactedBindings(log: Logger): Logger {
  const child = Reflect.get(log, 'child') as Function;
  const setBindings = Reflect.get(log, 'setBindings') as Function;
  return Object.assign(log, {
    child(this: Logger, bindings: pino.Bindings, options?: pino.ChildLoggerOptions): unknown {
      return Reflect.apply(child, this, [redact(bindings), options]) as unknown;
    },
    setBindings(this: Logger, bindings: pino.Bindings): void {
      Reflect.apply(setBindings, this, [redact(bindings)]);
    },
  });
}

function activeTrace(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
