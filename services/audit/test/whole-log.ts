import { leafHash, MerkleTree, openCheckpoint, parseVkey, tileWidth } from '@otp-notary/merkle';
import { inTransaction } from '@otp-notary/persistence';
import { parseEntry } from '@otp-notary/proof';
import assert from 'node:assert/strict';
import type { Pool } from 'pg';
import type { Tx } from '../src/adapters/tx.js';

/** Everything that a log's database says, read without any of the service's code. */
export interface WholeLog {
  readonly tree: MerkleTree;
  readonly leaves: readonly { eventId: string; kind: string; batch: number; position: number | null; entry: string }[];
  readonly checkpoints: readonly { size: number; note: string }[];
}

/**
 * Reads a whole log and checks what must hold at every moment: indexes without a gap, entries that hash to their
 * leaves, tiles that are those of the tree, headers before codes, issues before outcomes, one use, and checkpoints
 * that are the log's own signature on its own tree.
 */
export function readWholeLog(pool: Pool, vkey: string): Promise<WholeLog> {
  return inTransaction(pool, (tx) => readAll(tx, vkey), 'repeatable read read only');
}

async function readAll(tx: Tx, vkey: string): Promise<WholeLog> {
  const { rows: leafRows } = await tx.query<{
    index: string;
    event_id: string;
    kind: string;
    batch: string;
    position: string | null;
    entry: string;
    hash: Buffer;
  }>('select index, event_id, kind, batch, position, entry, hash from leaf order by index');
  const leaves = leafRows.map((row, at) => {
    assert.equal(Number(row.index), at, 'indexes have no gap');
    assert.ok(row.hash.equals(leafHash(row.entry)), `leaf ${at} is the hash of its entry`);
    assert.equal(parseEntry(row.entry).kind, row.kind);
    const position = row.position === null ? null : Number(row.position);
    return { eventId: row.event_id, kind: row.kind, batch: Number(row.batch), position, entry: row.entry };
  });
  assertOrder(leaves);

  const hashes = leafRows.map(({ hash }) => hash);
  const tree = MerkleTree.of(hashes);
  const { rows: log } = await tx.query<{ size: string }>('select size from log');
  assert.equal(Number(log[0]?.size ?? 0), leaves.length);
  await assertTiles(tx, hashes);

  const { rows: signed } = await tx.query<{ size: string; root: Buffer; note: string }>(
    'select size, root, note from checkpoint order by size',
  );
  const verifier = parseVkey(vkey);
  const checkpoints = signed.map(({ size, root, note }) => {
    const checkpoint = openCheckpoint(note, verifier);
    assert.equal(checkpoint.size, Number(size));
    assert.ok(root.equals(checkpoint.root) && root.equals(tree.rootAt(checkpoint.size)), `signed root at ${size}`);
    return { size: checkpoint.size, note };
  });
  return { tree, leaves, checkpoints };
}

function assertOrder(leaves: WholeLog['leaves']): void {
  const headers = new Set<number>();
  const issued = new Set<string>();
  const used = new Set<string>();
  for (const { kind, batch, position } of leaves) {
    const code = `${batch}/${position}`;
    if (kind === 'batch-opened') headers.add(batch);
    assert.ok(headers.has(batch), `header of batch ${batch} first`);
    if (kind === 'issued') {
      assert.ok(!issued.has(code), `${code} issued once`);
      issued.add(code);
    } else if (position !== null) {
      assert.ok(issued.has(code), `${code} issued before ${kind}`);
    }
    if (kind === 'verified') {
      assert.ok(!used.has(code), `${code} used once`);
      used.add(code);
    }
  }
}

/** Tiles hold exactly the hashes of the perfect subtrees of 256^level leaves. */
async function assertTiles(tx: Tx, leaves: readonly Uint8Array[]): Promise<void> {
  const { rows } = await tx.query<{ level: number; index: string; hashes: Buffer }>(
    'select level, index, hashes from tile order by level, index',
  );
  const expected: { level: number; index: number; hashes: Buffer }[] = [];
  let hashes = leaves;
  for (let level = 0; hashes.length > 0; level += 1) {
    const parents: Uint8Array[] = [];
    for (let index = 0; index * 256 < hashes.length; index += 1) {
      const part = hashes.slice(index * 256, (index + 1) * 256);
      assert.equal(part.length, tileWidth(level, index, leaves.length));
      expected.push({ level, index, hashes: Buffer.concat(part) });
      if (part.length === 256) parents.push(MerkleTree.of(part).root);
    }
    hashes = parents;
  }
  assert.deepEqual(
    rows.map((row) => ({ level: row.level, index: Number(row.index), hashes: row.hashes })),
    expected,
  );
}
