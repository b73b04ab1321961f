import { ed25519Signer, leafHash, MerkleTree, rootOf, signCheckpoint } from '@otp-notary/merkle';
import { b64u } from '@otp-notary/crypto';
import { encodeLeaf, type Leaf } from '@otp-notary/proof';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { appendToTiles } from '../src/adapters/tiles.js';
import { ORIGIN, START } from '../src/domain/events.fixture.js';
import type { TestLog } from './test-log.js';

/**
 * A superuser of the database who knows the service's code, and has stolen the key that signs checkpoints. All that is
 * done in `within` is undone at its end, so that one log serves for every attack.
 */
export class Intruder {
  constructor(
    readonly db: Client,
    private readonly log: TestLog,
  ) {}

  async within<T>(work: () => Promise<T>): Promise<T> {
    await this.db.query('begin');
    try {
      return await work();
    } finally {
      await this.db.query('rollback');
    }
  }

  async run(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) {
      const { rowCount } = await this.db.query(statement);
      if (rowCount === 0) throw new Error(`changes nothing: ${statement}`);
    }
  }

  async size(): Promise<number> {
    return Number((await this.db.query<{ size: string }>('select size from log')).rows[0]?.size);
  }

  async indexOf(kind: string, batch: number, position: number): Promise<number> {
    const of = 'select index from leaf where kind = $1 and batch = $2 and position = $3';
    return Number((await this.db.query<{ index: string }>(of, [kind, batch, position])).rows[0]?.index);
  }

  /** Makes everything in the database agree with the entries as they stand: hashes, tiles, roots and signatures. */
  async agree(): Promise<void> {
    await this.db.query(`update leaf set hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))`);
    const { rows } = await this.db.query<{ hash: Buffer }>('select hash from leaf order by index');
    const leaves = rows.map(({ hash }) => hash);
    await this.db.query('delete from tile');
    let level = 0;
    for (let hashes: readonly Uint8Array[] = leaves; hashes.length > 0; level += 1) {
      const parents: Uint8Array[] = [];
      for (let index = 0; index * 256 < hashes.length; index += 1) {
        const part = hashes.slice(index * 256, (index + 1) * 256);
        await this.db.query('insert into tile values ($1, $2, $3)', [level, index, Buffer.concat(part)]);
        if (part.length === 256) parents.push(rootOf(part));
      }
      hashes = parents;
    }
    const tree = MerkleTree.of(leaves);
    await this.db.query('update log set size = $1', [leaves.length]);
    const { rows: checkpoints } = await this.db.query<{ size: string }>('select size from checkpoint');
    for (const { size } of checkpoints) await this.#sign(Number(size), tree.rootAt(Number(size)));
  }

  /** And the anchors, as the relay told of them. */
  async agreeOnAnchors(): Promise<void> {
    await this.agree();
    await this.db.query(
      `update anchor set root = '0x' || encode(checkpoint.root, 'hex') from checkpoint where checkpoint.size = anchor.size`,
    );
  }

  /** Puts a leaf behind the last one, which the service would never log. Tiles and size follow. */
  async force(kind: 'issued' | 'verified', batch: number, position: number): Promise<number> {
    await this.db.query('drop index if exists leaf_one_issue, leaf_one_use');
    const index = await this.size();
    const c = () => b64u(randomBytes(32));
    const fields = { challenge: c(), tenant: c(), subject: c(), purpose: c(), context: c() };
    const leaf: Leaf =
      kind === 'issued'
        ? { v: 1, kind, at: START, batch, position, expires: START + 60_000, c: { ...fields, commitment: c(), channel: c() } } // prettier-ignore
        : { v: 1, kind, at: START + 1, batch, position, c: fields };
    const entry = encodeLeaf(leaf);
    const hash = leafHash(entry);
    const row = [index, randomUUID(), kind, batch, position, entry, hash];
    await this.db.query(
      'insert into leaf (index, event_id, kind, batch, position, entry, hash) values ($1, $2, $3, $4, $5, $6, $7)',
      row,
    );
    await appendToTiles(this.db, index, [hash]);
    await this.db.query('update log set size = $1', [index + 1]);
    return index;
  }

  async #sign(size: number, root: Uint8Array): Promise<void> {
    const { privateKey, publicKey } = this.log.keys.current('checkpoint');
    const note = signCheckpoint({ origin: ORIGIN, size, root }, [ed25519Signer(ORIGIN, privateKey, publicKey)]);
    await this.db.query('update checkpoint set root = $2, note = $3 where size = $1', [size, root, note]);
  }
}
