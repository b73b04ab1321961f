import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { allTxStates, isMined, isOpen, mayFollow, stateDiagram, superseded, transitions } from './tx-state.js';

test('the diagram in the README is the one that the table draws', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  assert.ok(
    readme.includes(`\`\`\`mermaid\n${stateDiagram()}\n\`\`\``),
    'put the output of stateDiagram() into README.md',
  );
});

test('every state can be reached, and all but final lead on', () => {
  const reached = new Set<string>(['queued', ...allTxStates.flatMap((state) => transitions[state])]);
  assert.deepEqual(
    [...allTxStates].filter((state) => !reached.has(state)),
    [],
  );
  assert.deepEqual(
    allTxStates.filter((state) => transitions[state].length === 0),
    ['final'],
  );
});

test('what is signed never goes back to unsigned, and nothing follows final', () => {
  for (const state of allTxStates) {
    assert.equal(mayFollow(state, 'queued'), false);
    if (state !== 'queued') assert.equal(mayFollow(state, 'signed'), false);
    assert.equal(mayFollow('final', state), false);
  }
});

test('an open transaction that loses its place can be superseded by the table', () => {
  for (const state of allTxStates.filter(isOpen)) assert.ok(mayFollow(state, superseded(state)), state);
});

test('no state is both open and in a block', () => {
  assert.deepEqual(
    allTxStates.filter((state) => isOpen(state) && isMined(state)),
    [],
  );
});

test('whatever was signed may still be mined until its nonce is final', () => {
  for (const state of ['signed', 'broadcast', 'replaced', 'reorged', 'dropped'] as const) {
    assert.ok(mayFollow(state, 'mined') && mayFollow(state, 'failed'), state);
  }
});
