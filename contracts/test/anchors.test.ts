import { anchorLeaf, anchorPath, leafHash, originId, type Hash } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import type { Hex } from 'viem';
import { hex, logOf, Notary, ORIGIN, ORIGIN_ID, type AnchorRecord } from './fixture.ts';

const ANCHORS = 20;

describe('every anchor stays provable from contract state', () => {
  const tree = logOf(ANCHORS * 3);

  it('log-25: for ever, at its own index only, whatever came after it', async () => {
    const notary = await Notary.deploy();
    const records: AnchorRecord[] = [];
    for (let i = 0; i < ANCHORS; i += 1) {
      records.push(await notary.anchor(tree, (i + 1) * 3));
      const leaves = records.map((record) => leafOf(record));
      for (const [at, record] of records.entries()) {
        const path = anchorPath(leaves, at).map((hash) => hex(hash));
        assert.equal(await isAnchored(notary, record, path), true, `anchor ${at} of ${i + 1}`);
        assert.equal(await isAnchored(notary, { ...record, index: record.index + 1n }, path), false);
        assert.equal(await isAnchored(notary, { ...record, size: record.size + 1n }, path), false);
        assert.equal(await isAnchored(notary, { ...record, time: record.time + 1n }, path), false);
        assert.equal(await isAnchored(notary, record, [...path, record.root]), false);
      }
    }
  });

  it('log-12: a leaf is proven at its index, and no node or leaf of another tree stands for it', async () => {
    const notary = await Notary.deploy();
    const record = await notary.anchor(tree, 37);
    for (let index = 0; index < 37; index += 1) {
      const proof = tree.inclusion(index, 37).map((hash) => hex(hash));
      const leaf = hex(leafHash(String(index)));
      assert.equal(await isIncluded(notary, record, leaf, index, proof), true);
      assert.equal(await isIncluded(notary, record, leaf, (index + 1) % 37, proof), false);
      assert.equal(await isIncluded(notary, record, hex(leafOf(record)), index, proof), false);
      // An inner node with the rest of the path is no leaf.
      assert.equal(await isIncluded(notary, record, leaf, index, proof.slice(1)), false);
    }
    assert.equal(await isIncluded(notary, record, record.root, 0, []), false);
  });
});

function leafOf(record: AnchorRecord): Hash {
  return anchorLeaf(originId(ORIGIN), {
    index: Number(record.index),
    size: Number(record.size),
    root: Buffer.from(record.root.slice(2), 'hex'),
    settlementsHash: Buffer.from(record.settlementsHash.slice(2), 'hex'),
    time: Number(record.time),
  });
}

function isAnchored(notary: Notary, record: AnchorRecord, path: readonly Hex[]): Promise<boolean> {
  return notary.reader.readContract({
    ...notary.contract,
    functionName: 'verifyAnchored',
    args: [ORIGIN_ID, record, path],
  });
}

function isIncluded(
  notary: Notary,
  record: AnchorRecord,
  leaf: Hex,
  index: number,
  proof: readonly Hex[],
): Promise<boolean> {
  return notary.reader.readContract({
    ...notary.contract,
    functionName: 'verifyInclusion',
    args: [ORIGIN_ID, record, [], leaf, BigInt(index), proof],
  });
}
