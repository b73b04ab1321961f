import type { Logger } from '@otp-notary/platform';
import { Kafka, logLevel } from 'kafkajs';

const NAMES = new Map<number, 'warn' | 'info' | 'debug'>([
  // An error of kafkajs is a try that failed and is made again; what fails in the end is thrown.
  [logLevel.ERROR, 'warn'],
  [logLevel.WARN, 'debug'],
  [logLevel.INFO, 'debug'],
  [logLevel.DEBUG, 'debug'],
]);

/** kafkajs behind our logger and with times that end: a broker that hangs is noticed within 5 s. */
export function kafkaClient(brokers: readonly string[], clientId: string, log: Logger): Kafka {
  silenceNegativeTimeouts();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 2_000,
    requestTimeout: 5_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      const { message, error, groupId, broker } = entry.log;
      log[NAMES.get(entry.level) ?? 'debug']({ kafka: entry.namespace, error, groupId, broker }, message);
    },
  });
}

let silenced = false;

/**
 * kafkajs 2.2.4 asks for timers in the past whenever its request queue is idle (requestQueue/index.js), which Node 22+
 * reports each time although it is harmless. Only that warning is left out.
 */
function silenceNegativeTimeouts(): void {
  if (silenced) return;
  silenced = true;
  const emitWarning = process.emitWarning.bind(process) as (...values: unknown[]) => void;
  process.emitWarning = (...values: unknown[]): void => {
    if (values[1] !== 'TimeoutNegativeWarning') emitWarning(...values);
  };
}
