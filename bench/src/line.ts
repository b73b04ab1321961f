import type { System } from '@otp-notary/dev';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.js';

/** What the whole line does with everything on: log, anchors, feed. */
export interface LineRound {
  /** Codes issued and verified. */
  readonly pairs: number;
  /** Until the last answer, seconds. */
  readonly answered: number;
  /** Until the log had taken the last event, seconds. */
  readonly logged: number;
  /** Pairs a second that the log keeps up with: over the time until it had them all. */
  readonly perSecond: number;
}

const POLL_MS = 100;
/** A log that has not caught up by then does not keep up at all. */
const PATIENCE_SECONDS = 300;

/** Issues and verifies for some seconds, then waits for the log. */
export async function lineRound(system: System, bench: Bench, seconds: number): Promise<LineRound> {
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1000;
  const pairs = await bench.pairs(seconds);
  const answered = since();
  let logged = since();
  for (; !(await isLogged(system)); logged = since()) {
    if (logged > seconds + PATIENCE_SECONDS) throw new Error('the log does not keep up');
    await sleep(POLL_MS);
  }
  return { pairs, answered, logged, perSecond: pairs / logged };
}

/** Nothing waits in an outbox or on the bus. The audit's figure is at most a second old, so it is believed the second time. */
async function isLogged(system: System): Promise<boolean> {
  if ((await waiting(system)) > 0) return false;
  await sleep(10 * POLL_MS);
  return (await waiting(system)) === 0;
}

async function waiting(system: System): Promise<number> {
  const figures = [
    sum(await metricsOf(system, 'issuer'), /^otp_outbox_pending (\d+)$/gm),
    sum(await metricsOf(system, 'verifier'), /^otp_outbox_pending (\d+)$/gm),
    sum(await metricsOf(system, 'audit'), /^otp_bus_lag\{group="audit"\} (\d+)$/gm),
  ];
  return figures.reduce((all, figure) => all + figure, 0);
}

async function metricsOf(system: System, name: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${system.ports.instances[name]?.metrics}/metrics`);
  return await response.text();
}

function sum(metrics: string, figure: RegExp): number {
  const found = [...metrics.matchAll(figure)];
  if (found.length === 0) throw new Error(`no metric ${figure.source}`);
  return found.reduce((all, [, value]) => all + Number(value), 0);
}
