import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line } from './narrator.js';
import { deathLine } from './part.js';

test('lines are aligned and end with their time', () => {
  const lines = [line('PostgreSQL 18', '127.0.0.1:54329', 812), line('Settled', 'the batch', 16_600)];
  assert.equal(new Set(lines.map((text) => text.length)).size, 1);
  assert.match(lines[0] ?? '', /0\.81 s$/);
  assert.match(lines[1] ?? '', / 16\.6 s$/);
});

test('a part that ends by itself is one line with its last word and its log', () => {
  const plan = { name: 'audit', logFile: '/data/logs/audit.log' };
  assert.equal(
    deathLine(plan, 1, null, 'starting\nCannot start: the tree does not extend'),
    'audit ended (exit 1): Cannot start: the tree does not extend; its log is /data/logs/audit.log',
  );
  assert.match(deathLine(plan, null, 'SIGKILL', ''), /audit ended \(SIGKILL\): it said nothing/);
});
