import type { OutboxPublisher } from '@otp-notary/outbox';
import type { Leadership } from '@otp-notary/persistence';
import { runLoop, type ServiceContext } from '@otp-notary/platform';
import type { Watch } from './log/watch.js';
import type { Writer } from './log/writer.js';

const WATCH_EVERY_MS = 1_000;

export interface BackgroundParts {
  readonly leadership: Leadership;
  readonly writer: Writer;
  readonly outbox: OutboxPublisher;
  readonly watch: Watch;
}

/** Starts what runs beside the requests; all of it ends with the signal, and the shutdown waits for that. */
export function startBackground(context: ServiceContext, { leadership, writer, outbox, watch }: BackgroundParts): void {
  const running = [
    leadership.run((term) => writer.lead(term), context.signal),
    outbox.run(context.signal),
    runLoop('watch', WATCH_EVERY_MS, () => watch.look(), context),
  ];
  context.onShutdown('background', async () => void (await Promise.all(running)));
}
