import { freePort } from '@otp-notary/testkit';
import { createServer, type ServerResponse } from 'node:http';

export interface RpcRequest {
  readonly jsonrpc: '2.0';
  readonly id: unknown;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What a proxy does with a request: forward it, answer something else, or nothing at all. */
export type Fault = (
  request: RpcRequest,
  forward: () => Promise<object>,
  response: ServerResponse,
) => Promise<object | 'silence' | 'reset' | 'answered'>;

/** Between relay and node: does what the test says. */
export interface RpcProxy {
  readonly url: string;
  fault: Fault;
  readonly seen: string[];
  stop(): Promise<void>;
}

export const faithful: Fault = (_request, forward) => forward();

export async function startRpcProxy(target: string, fault: Fault = faithful): Promise<RpcProxy> {
  const port = await freePort();
  const proxy: RpcProxy = {
    url: `http://127.0.0.1:${port}`,
    fault,
    seen: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => void answer(Buffer.concat(chunks).toString('utf8'), response));
  });

  async function answer(body: string, response: ServerResponse): Promise<void> {
    const request = JSON.parse(body) as RpcRequest;
    proxy.seen.push(request.method);
    const forward = async (): Promise<object> => {
      const headers = { 'content-type': 'application/json' };
      return (await (await fetch(target, { method: 'POST', headers, body })).json()) as object;
    };
    const result = await proxy.fault(request, forward, response);
    if (result === 'reset') response.destroy();
    else if (result !== 'silence' && result !== 'answered') response.end(JSON.stringify(result));
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return proxy;
}

/** A JSON-RPC error answer. */
export function refusal({ id }: RpcRequest, code: number, message: string): object {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

/** A JSON-RPC result. */
export function result({ id }: RpcRequest, value: unknown): object {
  return { jsonrpc: '2.0', id, result: value };
}
