import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { measure, UnexpectedAnswer } from './load.js';
import { median } from './result.js';

async function serving<T>(status: number, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((_, answer) => answer.writeHead(status).end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

const shot = { path: '/', headers: {}, body: '{}' };

test('every request that is given is sent, answered and timed', async () => {
  let left = 100;
  const load = { connections: 4, seconds: 60, next: () => (left-- > 0 ? shot : undefined), expect: 200 };
  const measured = await serving(200, (url) => measure({ url, ...load }));
  assert.equal(measured.requests, 100);
  assert.ok(measured.p50 > 0 && measured.p50 <= measured.p99);
});

test('an answer that is not the one measured ends the measurement', async () => {
  await assert.rejects(
    serving(500, (url) => measure({ url, connections: 1, seconds: 1, next: () => shot, expect: 200 })),
    UnexpectedAnswer,
  );
});

test('the median of an even number of samples lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([3, 1, 2]), 2);
});
