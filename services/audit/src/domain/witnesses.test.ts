import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange } from './witnesses.js';

const first = { index: 3 };
const second = { index: 4 };
const third = { index: 9 };

test('the chain proves the order only when the issue was anchored before the use', () => {
  assert.equal(arrange(first, second, null).order, 'chain');
  assert.equal(arrange(first, first, null).order, 'claimed');
  assert.equal(arrange(first, null, null).order, 'claimed');
  assert.equal(arrange(null, null, null).order, 'claimed');
  assert.equal(arrange(first, undefined, null).order, null);
});

test('each witness stands once, anchored ones in chain order, the signed tree last', () => {
  assert.deepEqual(arrange(first, second, third), {
    anchored: [first, second, third],
    needsSigned: false,
    issued: 0,
    used: 1,
    settlement: 2,
    order: 'chain',
  });
  assert.deepEqual(arrange(first, second, second).anchored, [first, second]);
  assert.deepEqual(arrange(first, null, null), {
    anchored: [first],
    needsSigned: true,
    issued: 0,
    used: 1,
    settlement: null,
    order: 'claimed',
  });
  assert.deepEqual(arrange(null, undefined, null), {
    anchored: [],
    needsSigned: true,
    issued: 0,
    used: null,
    settlement: null,
    order: null,
  });
});
