import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verifierClient } from '@otp-notary/proto';
import type { RunningService } from '../src/index.js';
import { ask } from './http.js';
import { startSample } from './sample-service.js';
import { TokenProvider } from './token-provider.js';

let provider: TokenProvider;
let service: RunningService;

before(async () => {
  provider = await TokenProvider.start();
  service = await startSample({ config: { jwksUrl: provider.jwksUrl, issuerUrl: provider.issuer } });
});
after(async () => {
  await service.stop();
  await provider.stop();
});

test('/metrics shows the process and each request by route and status, never by path', async () => {
  const token = await provider.sign();
  const client = verifierClient(service.grpcUrl ?? '');
  await client.verify({ challenge_id: 'x', code: '1', purpose: 'x' }, { token });
  await assert.rejects(client.verify({ challenge_id: 'x', code: '1', purpose: 'busy' }, { token }));
  client.close();
  await ask(`${service.httpUrl}/v1/open?code=739154`);
  await ask(`${service.httpUrl}/v1/739154`);
  await ask(`${service.httpUrl}/v1/busy`, { token });

  const { text } = await ask(service.metricsUrl);
  for (const line of [
    /^otp_http_request_duration_seconds_count\{method="GET",route="\/v1\/open",status="200"\} 1$/m,
    /^otp_http_request_duration_seconds_count\{method="GET",route="unknown",status="404"\} 1$/m,
    /^otp_http_request_duration_seconds_count\{method="GET",route="\/v1\/busy",status="429"\} 1$/m,
    /^otp_grpc_request_duration_seconds_count\{method="\/otp_notary.v1.Verifier\/Verify",status="0"\} 1$/m,
    /^otp_grpc_request_duration_seconds_count\{method="\/otp_notary.v1.Verifier\/Verify",status="8"\} 1$/m,
    /^process_resident_memory_bytes \d+/m,
    /^nodejs_eventloop_lag_p99_seconds /m,
  ]) {
    assert.match(text, line);
  }
  assert.ok(!text.includes('739154'));
});

test('metrics have a port of their own: the API does not serve them, and that port serves nothing else', async () => {
  assert.equal((await ask(`${service.httpUrl}/metrics`)).status, 404);
  assert.equal((await ask(new URL('/livez', service.metricsUrl).href)).status, 404);
  assert.equal((await ask(service.metricsUrl, { method: 'POST', body: '{}' })).status, 404);
});

interface Operation {
  readonly summary?: string;
  readonly security: object[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly parameters: { readonly name: string; readonly required: boolean; readonly schema: object }[];
  readonly responses: Record<string, object>;
}

test('the description of the API comes from the same schemas and scopes that requests are checked with', async () => {
  const { body } = await ask(`${service.httpUrl}/openapi.json`);
  assert.deepEqual(body, JSON.parse(JSON.stringify(service.openapi)));
  const paths = body['paths'] as Record<string, Record<string, Operation>>;
  assert.deepEqual(Object.keys(paths), [
    '/v1/admin',
    '/v1/broken',
    '/v1/busy',
    '/v1/open',
    '/v1/samples',
    '/v1/undeclared',
  ]);
  const sample = paths['/v1/samples']?.['post'];
  assert.equal(sample?.summary, 'Answers as it was asked');
  assert.deepEqual(sample?.security, [{ token: ['otp:verify'] }]);
  assert.deepEqual(sample?.requestBody?.content['application/json']?.schema, {
    type: 'object',
    properties: {
      code: { type: 'string', pattern: '^\\d{6}$' },
      purpose: { type: 'string', maxLength: 64 },
      wait_ms: { type: 'integer', minimum: 0, maximum: 5000 },
    },
    required: ['code', 'purpose'],
    additionalProperties: false,
  });
  assert.deepEqual(paths['/v1/admin']?.['get']?.security, [{ token: ['otp:verify', 'admin:all'] }]);
  assert.deepEqual(paths['/v1/open']?.['get']?.security, []);
  const [start, count] = paths['/v1/open']?.['get']?.parameters ?? [];
  assert.deepEqual([start?.name, start?.required, count?.name, count?.required], ['start', true, 'count', false]);
});

test('every operation says how it refuses: what is shared once, what is its own in its own words', async () => {
  const { body } = await ask(`${service.httpUrl}/openapi.json`);
  const paths = body['paths'] as Record<string, Record<string, Operation>>;
  const { responses, schemas } = body['components'] as Record<string, Record<string, object>>;
  const codes = (path: string, method: string) => Object.keys(paths[path]?.[method]?.responses ?? {});
  assert.deepEqual(codes('/v1/samples', 'post'), ['200', '400', '401', '403', '413', '415', '429', '503', 'default']);
  assert.deepEqual(codes('/v1/admin', 'get'), ['200', '401', '403', '429', '503', 'default']);
  assert.deepEqual(codes('/v1/open', 'get'), ['200', '400', '429', '503', 'default']);
  assert.deepEqual(paths['/v1/samples']?.['post']?.responses['401'], { $ref: '#/components/responses/TokenNotValid' });
  assert.ok(responses?.['TokenNotValid'] !== undefined && schemas?.['Problem'] !== undefined);
  assert.match(JSON.stringify(paths['/v1/samples']?.['post']?.responses['400']), /OTP_SAMPLE_REFUSED.*Problem/);
});

test('a schema with a title is a component, and the header of retries is described once', async () => {
  const { body } = await ask(`${service.httpUrl}/openapi.json`);
  const paths = body['paths'] as Record<string, Record<string, Operation>>;
  const { schemas } = body['components'] as Record<string, Record<string, object>>;
  const sample = paths['/v1/samples']?.['post'];
  assert.match(JSON.stringify(sample?.responses['200']), /"\$ref":"#\/components\/schemas\/SampleAnswer"/);
  assert.deepEqual(schemas?.['SampleAnswer'], {
    type: 'object',
    properties: { tenant: { type: 'string' }, purpose: { type: 'string' } },
    required: ['tenant', 'purpose'],
    additionalProperties: false,
    title: 'SampleAnswer',
  });
  assert.deepEqual(
    sample?.parameters.map(({ name, required }) => [name, required]),
    [['Idempotency-Key', false]],
  );
});

test('/docs shows the description with what the service itself serves, and reads no other file', async () => {
  const page = await ask(`${service.httpUrl}/docs`);
  assert.match(page.type ?? '', /^text\/html/);
  assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self';/);
  assert.doesNotMatch(page.text, /https?:\/\//);
  for (const [, path] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const asset = await ask(`${service.httpUrl}${path}`);
    assert.equal(asset.status, 200, path);
    assert.match(asset.type ?? '', /^text\/(css|javascript)/);
  }
  for (const name of ['package.json', '..%2Fpackage.json', '__proto__', 'constructor']) {
    assert.equal((await ask(`${service.httpUrl}/docs/${name}`)).status, 404, name);
  }
});
