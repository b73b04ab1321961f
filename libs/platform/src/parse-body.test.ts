import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { InvalidRequest, parseBody } from './parse-body.js';

const schema = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  channel: z.enum(['response', 'smtp']),
  length: z.int().max(10).optional(),
  destination: z.email().optional(),
  context: z.record(z.string().max(8), z.string().max(8)).optional(),
});

test('a body of the right shape comes back as it is, and strings are not converted or trimmed', () => {
  const body = { code: '123456', channel: 'smtp', context: { amount: '10' } };
  assert.deepEqual(parseBody(schema, body), body);
  assert.throws(() => parseBody(schema, { ...body, code: 123456 }), InvalidRequest);
  assert.throws(() => parseBody(schema, { ...body, code: ' 123456' }), InvalidRequest);
  assert.throws(() => parseBody(schema, { ...body, length: '6' }), InvalidRequest);
});

test('the detail names the fields that are wrong and no value that was sent, not even unknown member names', () => {
  const body = {
    code: 'Hunter2',
    channel: 'Hunter2',
    length: 777_777,
    destination: 'Hunter2',
    context: { ok: 'Hunter2Hunter2' },
    Hunter2: 1,
  };
  assert.throws(
    () => parseBody(schema, body),
    (error: unknown) => {
      assert.ok(error instanceof InvalidRequest && error.detail !== undefined);
      for (const name of ['code', 'channel', 'length', 'destination', 'context.ok', '1 unknown']) {
        assert.ok(error.detail.includes(name), `${name}: ${error.detail}`);
      }
      assert.ok(!error.detail.includes('Hunter2') && !error.detail.includes('777'), error.detail);
      return true;
    },
  );
});

test('what is not an object is refused, and a detail stays short whatever is sent', () => {
  for (const body of [undefined, null, [], 'text', 5]) {
    assert.throws(() => parseBody(schema, body), InvalidRequest);
  }
  const list = z.object({ list: z.array(z.string()) });
  assert.throws(
    () => parseBody(list, { list: Array.from({ length: 5_000 }, () => 5) }),
    (error: unknown) => error instanceof InvalidRequest && (error.detail?.length ?? 0) < 2_000,
  );
  assert.throws(
    () => parseBody(schema, { code: '123456', channel: 'smtp', context: { ['x'.repeat(9_000)]: 'v' } }),
    (error: unknown) => error instanceof InvalidRequest && (error.detail?.length ?? 0) < 2_000,
  );
});
