import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRead } from './reading.js';

const positions = { 'otp.verifications': [{ partition: 0, next: '12' }, { partition: 1, next: '0' }] }; // prettier-ignore

test('a watermark counts once everything below its positions is read', () => {
  assert.equal(isRead(positions, new Map()), false);
  assert.equal(isRead(positions, new Map([['otp.verifications/0', 11n]])), false);
  assert.equal(isRead(positions, new Map([['otp.verifications/0', 12n]])), true);
  assert.equal(isRead(positions, new Map([['otp.verifications/1', 99n]])), false);
  assert.equal(isRead({}, new Map()), true);
});
