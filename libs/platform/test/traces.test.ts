import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { sleep } from '../src/index.js';
import { ask } from './http.js';
import { SampleProcess } from './processes.js';
import { TokenProvider } from './token-provider.js';

interface Span {
  readonly service: string;
  readonly name: string;
  /** 2: server, 3: client (OTLP). */
  readonly kind: number;
  readonly traceId: string;
  readonly text: string;
}

/** A real OTLP/HTTP receiver. */
class Collector {
  readonly spans: Span[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void request.toArray().then((chunks) => {
        if (request.url === '/v1/traces') this.#receive(Buffer.concat(chunks as Buffer[]).toString());
        return response.end('{}');
      });
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #receive(body: string): void {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: ResourceSpans[] };
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        this.spans.push({ ...span, service, text: JSON.stringify(span) });
      }
    }
  }
}

interface ResourceSpans {
  readonly resource: {
    readonly attributes: { readonly key: string; readonly value: { readonly stringValue: string } }[];
  };
  readonly scopeSpans: { readonly spans: Omit<Span, 'service' | 'text'>[] }[];
}

let provider: TokenProvider;
let collector: Collector;
let front: SampleProcess;
let back: SampleProcess;
let http: string;

before(async () => {
  provider = await TokenProvider.start();
  collector = new Collector();
  const env = {
    OTP_JWKS_URL: provider.jwksUrl,
    OTP_ISSUER_URL: provider.issuer,
    OTP_OTLP_ENDPOINT: await collector.listen(),
    OTEL_BSP_SCHEDULE_DELAY: '300',
  };
  back = new SampleProcess({ ...env, OTEL_SERVICE_NAME: 'back' }, true);
  const peer = await back.ready();
  front = new SampleProcess({ ...env, OTP_PEER_URL: peer.http, OTP_PEER_GRPC: peer.grpc }, true);
  ({ http } = await front.ready());
});
after(async () => {
  for (const sample of [front, back]) {
    sample.child.kill('SIGTERM');
    await sample.exit();
  }
  collector.close();
  await provider.stop();
});

test('one trace leads through two services over HTTP and gRPC, named in problems and logs, and holds no secret', async () => {
  const token = await provider.sign();
  const answer = await ask(`${http}/v1/relay?code=739154`, { token });
  assert.deepEqual(answer.body, { status: 429, verified: true });

  const wanted: [string, string, number][] = [
    ['platform', 'GET /v1/relay', 2],
    ['platform', 'GET', 3],
    ['platform', 'grpc.otp_notary.v1.Verifier/Verify', 3],
    ['back', 'GET /v1/busy', 2],
    ['back', 'grpc.otp_notary.v1.Verifier/Verify', 2],
  ];
  const found = await waitFor(() =>
    wanted.map(([service, name, kind]) =>
      collector.spans.find((span) => span.service === service && span.name.startsWith(name) && span.kind === kind),
    ),
  );
  const ids = new Set(found.map((span) => span.traceId));
  assert.equal(ids.size, 1, JSON.stringify(found));

  const all = collector.spans.map((span) => span.text).join('\n');
  assert.ok(!all.includes('739154'), 'a query is not recorded');
  assert.ok(!all.includes('hidden-key'), 'the key in the URL of another service is not recorded');
  assert.ok(!all.includes(token) && !all.includes('authorization'), 'headers are not recorded');
});

test('a problem names its trace, so that the log line of it is found', async () => {
  const token = await provider.sign();
  const { body } = await ask(`${http}/v1/broken`, { token });
  assert.match(String(body['trace_id']), /^[0-9a-f]{32}$/);
  const [line] = await waitFor(() => [front.stdout.split('\n').find((line) => line.includes('unforeseen error'))]);
  assert.equal((JSON.parse(line ?? '{}') as { trace_id?: string }).trace_id, body['trace_id']);
});

test('probes make no traces', async () => {
  await ask(`${http}/livez`);
  await ask(`${http}/readyz`);
  await ask(`${http}/v1/open`);
  await waitFor(() => [collector.spans.find((span) => span.name === 'GET /v1/open')]);
  assert.ok(collector.spans.every((span) => !/livez|readyz/.test(span.text)));
});

test('what was traced last is sent off before the process ends', async () => {
  await ask(`${http}/v1/unknown-at-the-end`);
  const known = new Set(collector.spans);
  front.child.kill('SIGTERM');
  assert.equal(await front.exit(), 0);
  assert.ok(collector.spans.some((span) => !known.has(span) && span.name === 'GET unknown'));
});

/** What is looked for, once all of it is there. */
async function waitFor<T>(look: () => (T | undefined)[]): Promise<T[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = look();
    if (found.every((one) => one !== undefined)) return found;
    await sleep(100);
  }
  return assert.fail(`Only these came: ${collector.spans.map(({ service, name }) => `${service} ${name}`).join(', ')}`);
}
