import { generateKey } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalContext, commitment, contextHash, subjectHash, type Hash32 } from './hashes.js';

const pepper = generateKey('pepper');
const contextKey = generateKey('context');
const subjectKey = generateKey('subject');
assert.ok('secret' in pepper && 'secret' in contextKey && 'secret' in subjectKey);
const secrets = { pepper, contextKey, subjectKey };

test('a context has one form, whatever the order of its names and the form of its letters', () => {
  const composed = { payee: 'Müller', amount: '100.00' };
  const decomposed = { amount: '100.00', payee: 'Mu\u0308ller' };
  assert.equal(canonicalContext(composed), canonicalContext(decomposed));
  assert.notEqual(canonicalContext(composed), canonicalContext({ ...composed, amount: '100.0' }));
  assert.equal(canonicalContext({}), canonicalContext(undefined));
});

test('otp-13: another payee, amount or currency is another context, and so is another tenant', () => {
  const paid = { amount: '100.00', currency: 'EUR', payee: 'A' };
  const hash = contextHash(secrets.contextKey, 'acme', paid);
  for (const other of [
    { ...paid, payee: 'B' },
    { ...paid, amount: '100.01' },
    { ...paid, currency: 'USD' },
    undefined,
  ]) {
    assert.notEqual(contextHash(secrets.contextKey, 'acme', other), hash);
  }
  assert.notEqual(contextHash(secrets.contextKey, 'other', paid), hash);
});

test('a commitment binds tenant, challenge, purpose, context and code, and cannot be tested without the pepper', () => {
  const bound = { tenant: 'acme', challenge: 'c', purpose: 'login', context: 'A'.repeat(43) as Hash32 };
  const made = commitment(secrets.pepper, bound, '000042');
  const another = generateKey('pepper');
  assert.ok('secret' in another);
  assert.equal(made.length, 32);
  for (const other of [
    commitment(secrets.pepper, bound, '42'),
    commitment(secrets.pepper, { ...bound, tenant: 'acm', challenge: 'ec' }, '000042'),
    commitment(secrets.pepper, { ...bound, purpose: 'pay' }, '000042'),
    commitment(secrets.pepper, { ...bound, context: 'B'.repeat(43) as Hash32 }, '000042'),
    commitment(another, bound, '000042'),
  ]) {
    assert.notDeepEqual(other, made);
  }
});

test('subjects of two tenants are never the same hash', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (t1, s1, t2, s2) => {
      const same = t1 === t2 && s1 === s2;
      assert.equal(subjectHash(secrets.subjectKey, t1, s1) === subjectHash(secrets.subjectKey, t2, s2), same);
    }),
  );
});
