import { startAnvil, type Anvil } from '@otp-notary/testkit';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before } from 'node:test';
import { checkFile, encodeBundle, type Bundle, type CheckOptions, type Report } from '../src/index.js';
import { AnchoredLog, type AnchoredLogOptions } from '../src/testing/index.js';

/** One chain for the tests of a file, and a log on it whenever one is wanted. */
export function onAnvil(): { start(options?: Partial<AnchoredLogOptions>): Promise<AnchoredLog>; rpcUrl(): string } {
  let anvil: Anvil | undefined;
  function running(): Anvil {
    if (anvil === undefined) throw new Error('anvil runs only during tests');
    return anvil;
  }
  before(async () => {
    anvil = await startAnvil();
  });
  after(() => anvil?.stop());
  return {
    rpcUrl: () => running().rpcUrl,
    start: (options = {}) => {
      const { rpcUrl, accounts } = running();
      const [account] = accounts;
      if (account === undefined) throw new Error('no account');
      return AnchoredLog.start({ rpcUrl, privateKey: account.privateKey, ...options });
    },
  };
}

/** The file of a bundle. */
export function fileOf(bundle: Bundle): Buffer {
  return Buffer.from(encodeBundle(bundle));
}

/** Checks a bundle as the file that it is. */
export function check(bundle: Bundle, options: CheckOptions): Promise<Report> {
  return checkFile(fileOf(bundle), options);
}

/** The points by id: their verdicts. */
export function verdictsOf({ points, promises }: Report): Record<string, string> {
  return Object.fromEntries([...points, ...promises].map(({ id, verdict }) => [id, verdict]));
}

/** The first point that failed. */
export function failureOf({ points }: Report): { id: string; detail: string } | undefined {
  return points.find(({ verdict }) => verdict === 'failed');
}

/** What a node between answers: the result that came, another one, or a JSON-RPC error. */
export type Tampering = (method: string, params: readonly unknown[], result: unknown) => unknown;

/** A JSON-RPC error as an answer. */
export class RpcRefusal {
  constructor(readonly message: string) {}
}

/** Runs something against a node that passes everything on to another but what it tampers with. */
export async function withNode(rpcUrl: string, tamper: Tampering, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => void pass(request, response));
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const { id, method, params } = JSON.parse(body) as { id: number; method: string; params?: unknown[] };
    const passed = await fetch(rpcUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const { result } = (await passed.json()) as { result?: unknown };
    const answer = tamper(method, params ?? [], result);
    const outcome =
      answer instanceof RpcRefusal ? { error: { code: -32_000, message: answer.message } } : { result: answer };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ jsonrpc: '2.0', id, ...outcome }));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-key`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
