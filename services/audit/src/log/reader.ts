import { OtpError } from '@otp-notary/errors';
import type { KeyProvider } from '@otp-notary/keys';
import {
  formatVkey,
  LogRangeInvalid,
  proveConsistency,
  proveInclusion,
  rootAt,
  tileWidth,
  TilesBroken,
  type TileRef,
} from '@otp-notary/merkle';
import { newestCheckpoint, type SignedCheckpoint } from '../adapters/checkpoints.js';
import { leafAt, leafByHash, leavesBetween, type Leaf } from '../adapters/leaves.js';
import { nodesAt, PgTileStore } from '../adapters/tiles.js';
import type { Tx } from '../adapters/tx.js';

/** Entries in one answer at most. */
const MAX_ENTRIES = 1000;
const HASH_BYTES = 32;

/** Nothing is signed yet, or the leaf is not in the signed tree. */
export class NotInLog extends OtpError {
  readonly code = 'OTP_LOG_NOT_FOUND';
  readonly shown = { http: 404, grpc: 5, title: 'Not in the log' };
}

export interface InclusionAnswer {
  readonly leaf: Leaf;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

export interface ConsistencyAnswer {
  readonly from: number;
  readonly to: number;
  readonly proof: readonly Uint8Array[];
}

/** Answers about the signed tree: nothing that no checkpoint covers is shown. */
export class LogReader {
  constructor(
    private readonly origin: string,
    private readonly keys: KeyProvider,
  ) {}

  /** C2SP verifier key of the log. */
  vkey(): string {
    return formatVkey(this.origin, this.keys.current('checkpoint').publicKey);
  }

  /** @throws NotInLog while nothing is signed */
  async checkpoint(tx: Tx): Promise<SignedCheckpoint> {
    const newest = await newestCheckpoint(tx);
    if (newest === null) throw new NotInLog('nothing is signed yet');
    return newest;
  }

  /** @param size tree to prove in; the newest signed one when left out. @throws NotInLog, LogRangeInvalid */
  async inclusion(tx: Tx, of: { index: number } | { hash: Uint8Array }, size?: number): Promise<InclusionAnswer> {
    const signed = await this.checkpoint(tx);
    const leaf = 'index' in of ? await leafAt(tx, of.index) : await leafByHash(tx, of.hash);
    const within = this.#within(signed.size, size ?? signed.size);
    if (leaf === null || leaf.index >= within) throw new NotInLog('no such leaf in the tree');
    const tree = nodesAt(tx, signed.size);
    return {
      leaf,
      size: within,
      root: await rootAt(tree, within),
      proof: await proveInclusion(tree, leaf.index, within),
    };
  }

  /** @throws NotInLog, LogRangeInvalid */
  async consistency(tx: Tx, from: number, to?: number): Promise<ConsistencyAnswer> {
    const signed = await this.checkpoint(tx);
    const within = this.#within(signed.size, to ?? signed.size);
    return { from, to: within, proof: await proveConsistency(nodesAt(tx, signed.size), from, within) };
  }

  /** Entries from `start` on, no more than asked for, signed for and allowed in one answer. */
  async entries(tx: Tx, start: number, count: number): Promise<readonly Leaf[]> {
    const { size } = await this.checkpoint(tx);
    return leavesBetween(tx, start, Math.min(size, start + Math.min(count, MAX_ENTRIES)));
  }

  /** The bytes of a tile of exactly this width (C2SP tlog-tiles). @throws NotInLog when the signed tree does not fill it */
  async tile(tx: Tx, tile: TileRef): Promise<Uint8Array> {
    const { size } = await this.checkpoint(tx);
    if (tile.width > tileWidth(tile.level, tile.index, size)) throw new NotInLog('no such tile');
    const [hashes] = await new PgTileStore(tx).readTiles([tile]);
    if (hashes === undefined || hashes.length < tile.width * HASH_BYTES) throw new TilesBroken('tile is too short');
    return hashes.subarray(0, tile.width * HASH_BYTES);
  }

  /** An entry bundle: `u16 length ‖ entry` for each leaf (C2SP tlog-tiles). @throws NotInLog */
  async entryBundle(tx: Tx, index: number, width: number): Promise<Uint8Array> {
    const { size } = await this.checkpoint(tx);
    if (width > tileWidth(0, index, size)) throw new NotInLog('no such entry bundle');
    const start = index * 256;
    const leaves = await leavesBetween(tx, start, start + width);
    return Buffer.concat(
      leaves.flatMap(({ entry }) => {
        const bytes = Buffer.from(entry, 'utf8');
        const length = Buffer.allocUnsafe(2);
        length.writeUInt16BE(bytes.length);
        return [length, bytes];
      }),
    );
  }

  #within(signed: number, size: number): number {
    if (size > signed) throw new LogRangeInvalid(`no signed tree of ${size} leaves`);
    return size;
  }
}
