import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes traces over OTLP/HTTP and writes every byte that comes to a file. */
export interface TraceSink {
  readonly url: string;
  /** Services that took part in each trace, by the trace's id. */
  readonly servicesOf: () => ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

/** As much of an OTLP/HTTP request in JSON as is read here. */
interface Exported {
  readonly resourceSpans?: readonly {
    readonly resource?: { readonly attributes?: readonly { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans?: readonly { readonly spans?: readonly { readonly traceId: string }[] }[];
  }[];
}

function note(services: Map<string, Set<string>>, { resourceSpans = [] }: Exported): void {
  for (const { resource, scopeSpans = [] } of resourceSpans) {
    const name = resource?.attributes?.find(({ key }) => key === 'service.name')?.value.stringValue ?? 'unnamed';
    for (const { traceId } of scopeSpans.flatMap(({ spans = [] }) => spans)) {
      services.set(traceId, (services.get(traceId) ?? new Set()).add(name));
    }
  }
}

export async function startTraceSink(file: string): Promise<TraceSink> {
  const services = new Map<string, Set<string>>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      note(services, JSON.parse(body.toString('utf8')) as Exported);
      void appendFile(file, body).then(() => response.writeHead(200).end('{}'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    servicesOf: () => services,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
