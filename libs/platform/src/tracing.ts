import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { atTracesEnd } from './traces-end.js';

/** Probes and metrics are asked for all the time and tell nothing in a trace. */
const UNTRACED = new Set(['/livez', '/readyz', '/metrics']);

/** Traces HTTP, gRPC and SQL to an OTLP/HTTP collector. SQL parameters, bodies and headers are never recorded. */
export function startTracing(endpoint: string, serviceName: string): void {
  const sdk = new NodeSDK({
    serviceName,
    // Traces only: logs go to standard output, metrics to /metrics, and the command line of the process to nobody.
    autoDetectResources: false,
    logRecordProcessors: [],
    metricReaders: [],
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    instrumentations: [
      // A query could hold anything, and the caller decides what: it is not recorded.
      new HttpInstrumentation({
        ignoreIncomingRequestHook: (request) => UNTRACED.has(request.url ?? ''),
        startIncomingSpanHook: () => ({ 'url.query': '' }),
      }),
      // Outgoing fetch. URLs of providers carry API keys in path or query: only the origin is recorded.
      new UndiciInstrumentation({
        startSpanHook: ({ origin }) => ({ 'url.full': origin, 'url.path': '/', 'url.query': '' }),
      }),
      new GrpcInstrumentation(),
      new PgInstrumentation({ enhancedDatabaseReporting: false, requireParentSpan: true }),
    ],
  });
  sdk.start();
  atTracesEnd(async () => await sdk.shutdown());
}
