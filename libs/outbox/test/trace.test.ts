import { trace, type SpanContext } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Delivered } from '@otp-notary/bus';
import { inTransaction } from '@otp-notary/persistence';
import { Metrics } from '@otp-notary/platform';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emit, Inbox } from '../src/index.js';
import { everything, log, numbered, publishing, startLine } from './line.js';

interface Kept {
  readonly name: string;
  readonly traceId: string;
  readonly parent: string | undefined;
  readonly linked: readonly string[];
}

/** Runs work in a span of its own. */
async function inSpan<T>(name: string, work: (span: SpanContext) => Promise<T>): Promise<T> {
  return trace.getTracer('test').startActiveSpan(name, async (span) => {
    try {
      return await work(span.spanContext());
    } finally {
      span.end();
    }
  });
}

test('a trace goes on where its event is taken, linked to the work that took it', { timeout: 60_000 }, async () => {
  const spans: Kept[] = [];
  const sdk = new NodeSDK({
    serviceName: 'test',
    autoDetectResources: false,
    logRecordProcessors: [],
    metricReaders: [],
    spanProcessors: [
      {
        onStart: () => undefined,
        onEnd: (span) =>
          void spans.push({
            name: span.name,
            traceId: span.spanContext().traceId,
            parent: span.parentSpanContext?.spanId,
            linked: span.links.map(({ context }) => context.spanId),
          }),
        forceFlush: async () => undefined,
        shutdown: async () => undefined,
      },
    ],
  });
  sdk.start();
  const line = await startLine();
  const inbox = new Inbox({ log, metrics: new Metrics() });
  const write = (key: string): Promise<void> => inTransaction(line.pool, (tx) => emit(tx, [numbered(key, 1)]));
  try {
    const cause = await inSpan('cause', async (span) => {
      await write('traced');
      return span;
    });
    await write('untraced');
    const stop = publishing(line);
    const messages: readonly Delivered[] = await everything(line.bus, 2);
    await stop();
    const work = await inSpan('work', async (span) => {
      await inTransaction(line.pool, (tx) => inbox.take(tx, messages));
      return span;
    });
    await sdk.shutdown();
    // One span for the two events: the other has no trace to go on with.
    assert.deepEqual(
      spans.filter(({ name }) => name === 'take otp.watermark'),
      [{ name: 'take otp.watermark', traceId: cause.traceId, parent: cause.spanId, linked: [work.spanId] }],
    );
  } finally {
    await line.stop();
  }
});
