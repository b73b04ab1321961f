import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, PoliciesInvalid, TenantPolicies } from './tenant-policy.js';

const read = (file: object): TenantPolicies => TenantPolicies.read(JSON.stringify(file));

test('without a file every tenant has six digits for sixty seconds and five attempts', () => {
  assert.deepEqual(TenantPolicies.read().of('anyone'), {
    lifeMs: 60_000,
    alphabet: 'digits',
    length: 6,
    attempts: 5,
    resendAfterSeconds: 30,
  });
});

test('a tenant follows its own members, then the default ones of the file', () => {
  const policies = read({ default: { length: 8 }, tenants: { demo: { life_seconds: 15, attempts: 3 } } });
  const demo = policies.of('demo');
  assert.deepEqual([demo.lifeMs, demo.attempts, demo.length], [15_000, 3, 8]);
  const other = policies.of('other');
  assert.deepEqual([other.lifeMs, other.attempts, other.length], [60_000, 5, 8]);
});

const refused: Record<string, string> = {
  'a life above sixty seconds': '{"default":{"life_seconds":61}}',
  'six attempts': '{"tenants":{"a":{"attempts":6}}}',
  'no attempt': '{"tenants":{"a":{"attempts":0}}}',
  'five characters': '{"default":{"length":5}}',
  'eleven characters': '{"default":{"length":11}}',
  'an unknown alphabet': '{"default":{"alphabet":"emoji"}}',
  'an unknown member': '{"default":{"lifetime":10}}',
  'an unknown top member': '{"tenant":{}}',
  'half a life': '{"default":{"life_seconds":1.5}}',
  'a file that is not JSON': '{',
};
for (const [what, text] of Object.entries(refused)) {
  test(`a policies file with ${what} is refused`, () => {
    assert.throws(() => TenantPolicies.read(text), PoliciesInvalid);
  });
}

test('a tenant named like a member of every object has the default policy', () => {
  assert.equal(TenantPolicies.read().of('constructor').attempts, 5);
});

test('the harder of two codes has more bits', () => {
  assert.ok(bitsOf({ alphabet: 'crockford', length: 6 }) > bitsOf({ alphabet: 'digits', length: 8 }));
});
