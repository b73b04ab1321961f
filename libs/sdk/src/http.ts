import { z } from 'zod';
import { NotVerified, Refused, ServiceUnreachable, type ToldProblem } from './errors.js';

/** How long and how often one call tries. */
export interface Patience {
  /** Of one attempt, ms. */
  readonly timeoutMs: number;
  /** At most, the first one included. */
  readonly attempts: number;
  /** Before the second attempt at most; doubles from then on. Each wait is a random part of it (full jitter), ms. */
  readonly firstDelayMs: number;
  /** No wait is longer; a service that asks for more ends the call, ms. */
  readonly maxDelayMs: number;
}

/** Three attempts within about half a minute at worst: a code lives 60 s. */
export const PATIENCE: Patience = { timeoutMs: 10_000, attempts: 3, firstDelayMs: 200, maxDelayMs: 3_000 };

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether a second attempt does no harm when the first one took effect. */
  readonly isRepeatable: boolean;
  /** Reads a refusal that is no problem document; null when it is none either. */
  readonly refusal?: (status: number, body: unknown) => Refused | null;
}

/** Refusals that pass: another attempt may be answered. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);
/** Ends an issue for good: the same key gives the same refusal again. */
const DELIVERY_FAILED = 'OTP_DELIVERY_FAILED';
/** No answer of the services is larger; a proof has about 10 kB. */
const MAX_ANSWER_BYTES = 8_000_000;

const problem = z.object({
  title: z.string(),
  code: z.string(),
  detail: z.string().optional(),
  trace_id: z.string().optional(),
});

/**
 * Makes a call and returns the body of a good answer.
 * @throws Refused, ServiceUnreachable; they name the path, never what was sent
 */
export async function call(request: Call, patience: Patience): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(request, patience.timeoutMs);
    } catch (error) {
      const waitMs = waitBefore(error, attempt, patience);
      if (waitMs === null || !request.isRepeatable) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

async function once({ method, url, headers, body, refusal }: Call, timeoutMs: number): Promise<Uint8Array> {
  const where = `${method} ${url.pathname}`;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const init = { method, headers: { ...headers }, redirect: 'error', signal } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MAX_ANSWER_BYTES) throw new ServiceUnreachable(`${where}: answer too large`);
    if (response.ok) return bytes;
    throw refusal?.(response.status, jsonOf(bytes)) ?? problemOf(where, response, bytes);
  } catch (error) {
    if (error instanceof Refused || error instanceof ServiceUnreachable) throw error;
    const detail = signal.aborted ? `no answer within ${timeoutMs} ms` : 'no connection';
    throw new ServiceUnreachable(`${where}: ${detail}`, { cause: error, detail });
  }
}

function problemOf(where: string, response: Response, bytes: Uint8Array): Refused | ServiceUnreachable {
  const parsed = problem.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    const detail = `status ${response.status} without a problem document`;
    return new ServiceUnreachable(`${where}: ${detail}`, { detail });
  }
  const { title, code, detail, trace_id: traceId } = parsed.data;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const told: ToldProblem = {
    status: response.status,
    title,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(traceId === undefined ? {} : { traceId }),
    ...(Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter } : {}),
  };
  return code === 'OTP_NOT_VERIFIED' ? new NotVerified(told) : new Refused(told);
}

/** Null when another attempt is of no use. */
function waitBefore(error: unknown, attempt: number, { attempts, firstDelayMs, maxDelayMs }: Patience): number | null {
  if (attempt >= attempts) return null;
  const isRefused = error instanceof Refused;
  if (isRefused && (!PASSING.has(error.status) || error.code === DELIVERY_FAILED)) return null;
  if (!isRefused && !(error instanceof ServiceUnreachable)) return null;
  const askedMs = (error.retryAfterSeconds ?? 0) * 1000;
  if (askedMs > maxDelayMs) return null;
  return Math.max(askedMs, Math.random() * Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1)));
}

/** Undefined when the bytes are no JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
