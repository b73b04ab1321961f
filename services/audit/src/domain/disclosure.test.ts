import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, DEFAULT_DISCLOSURE, DisclosureRefused, readDisclosure } from './disclosure.js';

test('a proof discloses what is asked for and nothing that stays closed', () => {
  assert.deepEqual(readDisclosure(undefined), DEFAULT_DISCLOSURE);
  assert.deepEqual(readDisclosure([]), []);
  for (const closed of ['subject', 'commitment', 'destination', '__proto__', '']) {
    assert.throws(() => readDisclosure(['challenge', closed]), DisclosureRefused);
  }
});

test('a leaf gives only the fields that its kind commits to', () => {
  const values = { challenge: 'c', tenant: 't', subject: 's', purpose: 'p', context: 'x', channel: 'response' };
  assert.deepEqual(chosen('verified', values, ['challenge', 'channel']), { challenge: 'c' });
  assert.deepEqual(chosen('issued', values, ['challenge', 'channel']), { challenge: 'c', channel: 'response' });
});
