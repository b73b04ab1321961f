import type { LoggerService } from '@nestjs/common';
import type { Logger } from './log.js';

/** Nest's own messages as log lines: its start-up talk is for debugging. */
export function nestLog(log: Logger): LoggerService {
  const at = (level: 'debug' | 'warn' | 'error') => (message: unknown) =>
    log[level](
      message instanceof Error ? { err: message } : {},
      message instanceof Error ? message.message : String(message),
    );
  return { log: at('debug'), debug: at('debug'), verbose: at('debug'), warn: at('warn'), error: at('error') };
}
