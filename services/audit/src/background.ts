import type { OutboxPublisher } from '@otp-notary/outbox';
import type { Leadership } from '@otp-notary/persistence';
import { runLoop, type ServiceContext } from '@otp-notary/platform';
import type { SelfAudit } from './log/self-audit.js';
import type { Watch } from './log/watch.js';
import type { Writer } from './log/writer.js';

const WATCH_EVERY_MS = 1_000;

export interface BackgroundParts {
  readonly leadership: Leadership;
  readonly writer: Writer;
  readonly outbox: OutboxPublisher;
  readonly watch: Watch;
  readonly selfAudit: SelfAudit;
  /** Between two slices of the self-audit. */
  readonly selfAuditEveryMs: number;
}

/** Starts what runs beside the requests; all of it ends with the signal, and the shutdown waits for that. */
export function startBackground(context: ServiceContext, parts: BackgroundParts): void {
  const { leadership, writer, outbox, watch, selfAudit, selfAuditEveryMs } = parts;
  const running = [
    leadership.run((term) => writer.lead(term), context.signal),
    outbox.run(context.signal),
    runLoop('watch', WATCH_EVERY_MS, () => watch.look(), context),
    runLoop('self-audit', selfAuditEveryMs, () => selfAudit.look(), context),
  ];
  context.onShutdown('background', async () => void (await Promise.all(running)));
}
