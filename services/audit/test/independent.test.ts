import { leafHash, MerkleTree } from '@otp-notary/merkle';
import { buildGoChecker, judge, type GoCase } from '@otp-notary/merkle/testing';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AuditProcess } from './audit-process.js';
import { eventually } from './eventually.js';
import { Line } from './line.js';
import { batchOf } from './stream.js';

/** 1 header, 330 issues, 110 refusals, 110 uses, 1 closing: two full tiles and a partial one. */
const events = batchOf(1, 330);

let line: Line;
let audit: AuditProcess;
let token: string;
let checker: string;

before(
  async () => {
    checker = await buildGoChecker();
    line = await Line.start();
    audit = await line.audit();
    token = await line.tokens.sign({ scope: 'audit:read', tenant: 'acme' });
  },
  { timeout: 180_000 },
);
after(() => line.stop());

async function bytes(path: string): Promise<Buffer> {
  const answer = await audit.get(path, token);
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

const text = async (path: string): Promise<string> => (await bytes(path)).toString('utf8');
const sizeOf = (note: string): number => Number(note.split('\n')[1]);

/** `<N>` or `<N>.p/<W>` of each tile of a level, whatever tool asks (C2SP tlog-tiles). */
function tilesOf(hashes: number): string[] {
  return Array.from({ length: Math.ceil(hashes / 256) }, (_, index) => {
    const width = Math.min(256, hashes - index * 256);
    return `${String(index).padStart(3, '0')}${width === 256 ? '' : `.p/${width}`}`;
  });
}

async function entriesOf(size: number): Promise<string[]> {
  const entries: string[] = [];
  for (const tile of tilesOf(size)) {
    const bundle = await bytes(`tile/entries/${tile}`);
    for (let at = 0; at < bundle.length;) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.toString('utf8', at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  return entries;
}

test('an independent checker confirms the log from what any tool can fetch: notes, tiles, entries and proofs', async () => {
  const notes: string[] = [];
  for (let at = 0; at < events.length; at += 100) {
    await line.publish(events.slice(at, at + 100));
    const least = Math.min(at + 100, events.length) - 60;
    notes.push(await eventually('checkpoint', () => text('checkpoint').catch(() => ''), (note) => sizeOf(note) > least)); // prettier-ignore
  }
  const last = await eventually('checkpoint', () => text('checkpoint'), (note) => sizeOf(note) === events.length); // prettier-ignore
  assert.equal(await text('v1/log/checkpoint'), last);
  const checkpoints = [...new Set([...notes, last])];
  const size = events.length;
  const entries = await entriesOf(size);
  assert.equal(entries.length, size);

  const inclusions: GoCase['inclusions'][number][] = [];
  for (const [checkpoint, note] of checkpoints.entries()) {
    for (const index of [0, 1, 255, 256, sizeOf(note) - 1].filter((one) => one < sizeOf(note))) {
      const answer = JSON.parse(await text(`v1/log/inclusion?index=${index}&size=${sizeOf(note)}`)) as GoCase['inclusions'][number]; // prettier-ignore
      inclusions.push({ checkpoint, index, entry: answer.entry, proof: answer.proof });
    }
  }
  const consistency: GoCase['consistency'][number][] = [];
  for (const [from, older] of checkpoints.entries()) {
    for (const [to, newer] of checkpoints.entries()) {
      if (to <= from) continue;
      const { proof } = JSON.parse(await text(`v1/log/consistency?from=${sizeOf(older)}&to=${sizeOf(newer)}`)) as { proof: string[] }; // prettier-ignore
      consistency.push({ from, to, proof });
    }
  }
  const good: GoCase = { vkey: line.vkey, checkpoints, entries, inclusions, consistency };
  const changed = { ...good, entries: entries.with(256, `${entries[256] ?? ''} `) };
  const swapped = { ...good, entries: entries.with(3, entries[4] ?? '').with(4, entries[3] ?? '') };
  const [verdict, ...refusals] = await judge(checker, [good, changed, swapped]);
  assert.equal(verdict, 'ok');
  for (const refusal of refusals) assert.match(refusal, /^refused/);
});

test('the tiles hold the hashes of the entries, and of the full tiles below', async () => {
  const leaves = (await entriesOf(events.length)).map((entry) => leafHash(entry));
  for (const [index, tile] of tilesOf(leaves.length).entries()) {
    assert.ok(Buffer.concat(leaves.slice(index * 256, (index + 1) * 256)).equals(await bytes(`tile/0/${tile}`)));
  }
  const full = Math.floor(leaves.length / 256);
  const roots = Array.from({ length: full }, (_, at) => MerkleTree.of(leaves.slice(at * 256, (at + 1) * 256)).root);
  assert.ok(Buffer.concat(roots).equals(await bytes(`tile/1/000.p/${full}`)));
});
