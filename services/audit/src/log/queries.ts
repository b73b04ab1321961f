import { parseTilePath, TILE_WIDTH } from '@otp-notary/merkle';
import { inTransaction } from '@otp-notary/persistence';
import { encodeBundle } from '@otp-notary/proof';
import type { Pool } from 'pg';
import { newestCheckpoint, type SignedCheckpoint } from '../adapters/checkpoints.js';
import type { Leaf } from '../adapters/leaves.js';
import type { Tx } from '../adapters/tx.js';
import type { ContractPlace } from './anchor-book.js';
import { anchorMaterial, OtherLog, type AnchorMaterial, type ContractState } from './anchor-material.js';
import type { BundleQuery, Bundles } from './bundles.js';
import { NotInLog, type ConsistencyAnswer, type InclusionAnswer, type LogReader } from './reader.js';

/** Which log this is and how far it is signed. */
export interface LogCard {
  readonly origin: string;
  readonly vkey: string;
  /** Leaves of the newest signed tree. */
  readonly size: number;
  readonly chain: ContractPlace;
}

/** Bytes of a static part of the log. */
export interface Tile {
  readonly bytes: Uint8Array;
  /** A full tile never changes. */
  readonly isFull: boolean;
}

/** What the API answers, each from one state of the database and without the right to write. */
export class LogQueries {
  constructor(
    private readonly pool: Pool,
    private readonly origin: string,
    private readonly place: ContractPlace,
    private readonly reader: LogReader,
    private readonly bundles: Bundles,
  ) {}

  card(): Promise<LogCard> {
    return this.#read(async (tx) => ({
      origin: this.origin,
      vkey: this.reader.vkey(),
      size: (await newestCheckpoint(tx))?.size ?? 0,
      chain: this.place,
    }));
  }

  /** @throws NotInLog while nothing is signed */
  checkpoint(): Promise<SignedCheckpoint> {
    return this.#read((tx) => this.reader.checkpoint(tx));
  }

  /** @throws NotInLog, LogRangeInvalid */
  inclusion(of: { index: number } | { hash: Uint8Array }, size?: number): Promise<InclusionAnswer> {
    return this.#read((tx) => this.reader.inclusion(tx, of, size));
  }

  /** @throws NotInLog, LogRangeInvalid */
  consistency(from: number, to?: number): Promise<ConsistencyAnswer> {
    return this.#read((tx) => this.reader.consistency(tx, from, to));
  }

  /** @throws NotInLog while nothing is signed */
  entries(start: number, count: number): Promise<readonly Leaf[]> {
    return this.#read((tx) => this.reader.entries(tx, start, count));
  }

  /** The file that proves one code, byte for byte the same for whoever asks for the same. @throws NotInLog */
  proof(query: BundleQuery): Promise<Buffer> {
    return this.#read(async (tx) => Buffer.from(encodeBundle(await this.bundles.make(tx, query)), 'utf8'));
  }

  /** @param path what stands behind `tile/` (C2SP tlog-tiles). @throws NotInLog, also for a path that is no tile's */
  tile(path: string): Promise<Tile> {
    const { level, index, width } = tileOf(path);
    return this.#read(async (tx) => ({
      bytes:
        level === 'entries'
          ? await this.reader.entryBundle(tx, index, width)
          : await this.reader.tile(tx, { level, index, width }),
      isFull: width === TILE_WIDTH,
    }));
  }

  /** @throws NotSignedYet, OtherLog */
  material(origin: string, state: ContractState): Promise<AnchorMaterial> {
    if (origin !== this.origin) throw new OtherLog('material was asked of another log');
    return this.#read((tx) => anchorMaterial(tx, state));
  }

  #read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, work, 'repeatable read read only');
  }
}

function tileOf(path: string): ReturnType<typeof parseTilePath> {
  try {
    return parseTilePath(path);
  } catch (cause) {
    throw new NotInLog('no such tile', { cause });
  }
}
