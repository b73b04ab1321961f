import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to do with one request: an answer, a connection cut off, or silence. */
export type Act =
  { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> } | 'cut' | 'silence';

/** Services that follow a script, one act a request and the last one for ever, and a token endpoint. */
export class ScriptedServices {
  readonly seen: Seen[] = [];
  readonly grants: Seen[] = [];
  /** Life of the tokens, seconds. */
  tokenLife = 3_600;
  #script: readonly Act[] = [];

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async start(): Promise<ScriptedServices> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const services = new ScriptedServices(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void services.#answer(request, response),
    );
    return services;
  }

  /** From now on. */
  play(...script: readonly Act[]): void {
    this.#script = script;
    this.seen.length = 0;
    this.grants.length = 0;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const seen = { method, path, headers, body: await text(request) };
    if (path === '/token') {
      this.grants.push(seen);
      const token = { access_token: `token-${this.grants.length}`, token_type: 'Bearer', expires_in: this.tokenLife };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(token));
      return;
    }
    const act = this.#script[Math.min(this.seen.length, this.#script.length - 1)];
    this.seen.push(seen);
    if (act === 'silence') return;
    if (act === undefined || act === 'cut') {
      request.socket.destroy();
      return;
    }
    response
      .writeHead(act.status, { 'content-type': 'application/json', ...act.headers })
      .end(JSON.stringify(act.body));
  }
}

/** A problem document as the services write it. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Act {
  return { status, headers, body: { type: 'urn:x', title: 'Refused', status, code, trace_id: 'abc' } };
}
