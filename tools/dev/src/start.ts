import { OtpError } from '@otp-notary/errors';
import { parseArguments, usage, type RunArguments } from './arguments.js';
import { closingWords } from './demo/closing-words.js';
import { demonstrate } from './demo/demonstration.js';
import { printing } from './system/narrator.js';
import type { System } from './system/running.js';
import { startSystem } from './system/system.js';

const started = performance.now();
let system: System | undefined;
let stopping = false;
/** When the first Ctrl-C came. */
let asked: number | undefined;
/** Signals so close together are one. */
const ONE_PRESS_MS = 500;
// What is under way when the end comes is not told any more.
const narrator = printing(() => stopping);
const starting = new AbortController();

process.on('uncaughtException', (error) => void end(1, lineOf(error)));
process.on('unhandledRejection', (error) => void end(1, lineOf(error)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  // 'disconnect': whoever started us through the bootstrap is gone.
  process.on(signal, () => {
    if (asked !== undefined) {
      // One Ctrl-C can come twice, from the terminal and through npm. A second one kills what still runs, as this process exits.
      if (performance.now() - asked > ONE_PRESS_MS) process.exit(130);
      return;
    }
    asked = performance.now();
    starting.abort();
    if (system !== undefined) void end(0, undefined);
  });
}
await run();

async function run(): Promise<void> {
  try {
    const wanted = parseArguments(process.argv.slice(2));
    if (wanted.help) {
      console.log(usage);
      process.exit(0);
    }
    await stayUp(wanted);
  } catch (error) {
    await end(1, lineOf(error));
  }
}

async function stayUp(wanted: RunArguments): Promise<void> {
  narrator.title('OTP Notary on this machine');
  const running = await startSystem({
    dataDir: wanted.dataDir,
    ports: { offset: wanted.portOffset },
    bus: wanted.bus,
    ...(wanted.kafkaBrokers.length > 0 ? { kafkaBrokers: wanted.kafkaBrokers } : {}),
    ...(wanted.rpcUrl === undefined ? {} : { rpcUrl: wanted.rpcUrl }),
    ...(process.env['OTP_RELAY_KEY'] === undefined ? {} : { relayKey: process.env['OTP_RELAY_KEY'] }),
    narrator,
    signal: starting.signal,
    onDeath: (line) => void end(1, line),
  });
  system = running;
  narrator.say(`\n  Up in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  narrator.title('One code, from its issue to its proof');
  const { file } = await demonstrate(running, narrator);
  narrator.say('');
  for (const line of closingWords(running, file)) narrator.say(line);
  if (wanted.once) await end(0, undefined);
}

/** Stops everything in reverse order, says at most one line, and exits. */
async function end(code: number, line: string | undefined): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (line !== undefined) console.error(`\notp-notary: ${line}`);
  if (system !== undefined) {
    if (code === 0) console.log('\nStopping …');
    const began = performance.now();
    await system.stop((failure) => console.error(`otp-notary: ${failure}`));
    if (code === 0) console.log(`Stopped in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  }
  process.exit(code);
}

function lineOf(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ');
  return error instanceof OtpError ? message : `unforeseen: ${message}`;
}
