import { Pool } from 'undici';

/** One request of a load. */
export interface Shot {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of a load. Times are milliseconds. */
export interface Measured {
  readonly perSecond: number;
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** The next request, or undefined when there is nothing left to send. */
  readonly next: () => Shot | undefined;
  readonly expect: number;
  /** Sees each answer's body. */
  readonly seen?: (body: string) => void;
}

/** An answer with another status than the one expected: the measurement would be of something else. */
export class UnexpectedAnswer extends Error {
  readonly code = 'OTP_BENCH_UNEXPECTED_ANSWER';
}

/** Sends requests over keep-alive connections, one at a time on each, and times every answer. @throws UnexpectedAnswer */
export async function measure(load: Load): Promise<Measured> {
  const pool = new Pool(load.url, { connections: load.connections, pipelining: 1 });
  const times: number[] = [];
  const started = performance.now();
  const end = started + load.seconds * 1000;
  try {
    await Promise.all(Array.from({ length: load.connections }, () => shootUntil(pool, load, end, times)));
  } finally {
    await pool.close();
  }
  const seconds = (performance.now() - started) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: times.length / seconds, requests: times.length, p50: at(0.5), p99: at(0.99) };
}

async function shootUntil(pool: Pool, load: Load, end: number, times: number[]): Promise<void> {
  while (performance.now() < end) {
    const shot = load.next();
    if (shot === undefined) return;
    const began = performance.now();
    const text = await shoot(pool, shot, load.expect);
    times.push(performance.now() - began);
    load.seen?.(text);
  }
}

/** Sends one request. @returns the body of the answer @throws UnexpectedAnswer */
export async function shoot(pool: Pool, shot: Shot, expect: number): Promise<string> {
  const { statusCode, body } = await pool.request({ method: 'POST', ...shot });
  const text = await body.text();
  if (statusCode !== expect) throw new UnexpectedAnswer(`${shot.path} answered ${statusCode}: ${text.slice(0, 200)}`);
  return text;
}
