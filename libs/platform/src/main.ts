import { OtpError } from '@otp-notary/errors';
import { createLogger } from './log.js';
import { redactText } from './redact.js';
import type { RunningService } from './service.js';
import { endTraces } from './traces-end.js';

/**
 * The whole life of a service process: starts it, stops it on SIGTERM or SIGINT (exit 0; a second signal ends it at once), and
 * ends with exit 1 and one line on standard error when the start fails.
 */
export function main(start: () => Promise<RunningService>): void {
  let running: RunningService | undefined;
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    // A service that is still starting has promised nothing to anybody yet.
    if (running === undefined) process.exit(0);
    void running
      .stop()
      .then(endTraces)
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
  // A start that throws before it promises anything (a config that is refused) fails like any other.
  const starting = (async () => start())();
  starting.then(
    (service) => (running = service),
    (error: unknown) => {
      process.stderr.write(`${redactText(reasonOf(error))}\n`);
      process.exit(1);
    },
  );
}

/** State that nobody understands is not worth keeping alive. */
function die(error: unknown): void {
  createLogger('process').fatal({ err: error }, 'unforeseen error outside a request');
  process.exit(1);
}

function reasonOf(error: unknown): string {
  const { code, port, address } = (error ?? {}) as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `Cannot start: ${address ?? ''}:${port ?? ''} is in use by another process`;
  if (error instanceof OtpError || error instanceof Error)
    return `Cannot start: ${error.message.replaceAll('\n', ' ')}`;
  return 'Cannot start';
}
