import { z } from 'zod';
import { RpcRefused, RpcUnanswered } from './rpc-errors.js';

/** Far more than any answer that the relay asks for. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_SHOWN_TEXT = 300;

/** One JSON-RPC method call over HTTP. */
export type RpcCall = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** One JSON-RPC endpoint. Every call is bounded in time and size. */
export class RpcEndpoint {
  readonly #url: string;
  readonly #authorization: string | undefined;
  #id = 0;

  constructor(
    url: string,
    /** What logs and metrics call it: URLs often carry keys. */
    readonly name: string,
    private readonly timeoutMs: number,
  ) {
    const parsed = new URL(url);
    const { username, password } = parsed;
    if (username !== '') {
      const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
      this.#authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
    }
    parsed.username = '';
    parsed.password = '';
    this.#url = parsed.href;
  }

  /** @throws RpcRefused, RpcUnanswered */
  async call(method: string, params: readonly unknown[]): Promise<unknown> {
    const id = (this.#id += 1);
    // One deadline for head and body: an endpoint that trickles is as good as none.
    const signal = AbortSignal.timeout(this.timeoutMs);
    let text: string;
    let response: Response;
    try {
      response = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.#authorization === undefined ? {} : { authorization: this.#authorization }),
        },
        body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
        signal,
        redirect: 'error',
      });
      text = await readText(response);
    } catch (cause) {
      if (cause instanceof RpcUnanswered) throw cause;
      throw new RpcUnanswered(`${this.name} did not answer ${method}: ${reasonOf(cause)}`, { cause });
    }
    return this.#result(method, id, response, text);
  }

  #result(method: string, id: number, response: Response, text: string): unknown {
    const answer = parse(text);
    if (answer === null) {
      const isRateLimit = response.status === 429;
      const wait = Number(response.headers.get('retry-after'));
      throw new RpcUnanswered(`${this.name} answered ${method} with HTTP ${response.status} and no JSON-RPC`, {
        isRateLimit,
        ...(isRateLimit && wait > 0 ? { retryAfterSeconds: wait } : {}),
      });
    }
    if ('error' in answer) {
      const { code, message, data } = answer.error;
      throw new RpcRefused(code, message.slice(0, MAX_SHOWN_TEXT), data);
    }
    if (answer.id !== id) throw new RpcUnanswered(`${this.name} answered another request than ${method}`);
    if (answer.result === undefined) throw new RpcUnanswered(`${this.name} answered ${method} without a result`);
    return answer.result;
  }
}

const answerShape = z.union([
  z.object({ error: z.object({ code: z.coerce.number(), message: z.coerce.string(), data: z.unknown().optional() }) }),
  z.object({ id: z.unknown(), result: z.unknown() }),
]);

function parse(text: string): z.infer<typeof answerShape> | null {
  try {
    return answerShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new RpcUnanswered(`an answer of more than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  if (cause.name === 'TimeoutError') return 'timeout';
  // fetch hides the reason (ECONNREFUSED, …) in the cause of its TypeError.
  const inner = cause.cause;
  return inner instanceof Error && 'code' in inner ? String(inner.code) : cause.name;
}
