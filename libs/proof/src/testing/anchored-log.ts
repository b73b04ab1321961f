import type { Deployment, LogPlan } from '@otp-notary/contracts';
import { sha256 } from '@otp-notary/crypto';
import {
  anchorLeaf,
  anchorPath,
  ed25519Signer,
  formatVkey,
  leafHash,
  MerkleTree,
  originId,
  pushAnchors,
  settlementTree,
  signCheckpoint,
  toB64,
  type AnchorRecord,
  type Hash,
  type NoteSigner,
  type PositionFate,
} from '@otp-notary/merkle';
import { generateKeyPairSync, randomBytes, randomUUID, type KeyPairKeyObjectResult } from 'node:crypto';
import type { Hex } from 'viem';
import { checkedShape, type Bundle, type ProvenLeaf, type Settlement } from '../bundle.js';
import { fromHex, settlementsHash } from '../check/settlement-checks.js';
import { issuedEntry, verifiedEntry } from '../entries.js';
import type { Opening } from '../field-commitment.js';
import { NotaryChain } from './notary-chain.js';

export interface AnchoredLogOptions {
  readonly rpcUrl: string;
  /** Of a funded account. */
  readonly privateKey: Hex;
  readonly origin?: string;
  /** Longest life of a code, seconds. */
  readonly lifeSeconds?: number;
  /** Ed25519 pair that signs the checkpoints; a new one unless given. */
  readonly keys?: KeyPairKeyObjectResult;
  /** Deploys the contract with that log, the account as its relayer; one with every role in its hand unless given. */
  readonly deploy?: (log: LogPlan) => Promise<Deployment>;
}

/** A code that was issued into an {@link AnchoredLog}. */
export interface Code {
  readonly challenge: string;
  readonly batch: number;
  readonly position: number;
  readonly issuedAt: number;
}

interface Entry {
  readonly entry: string;
  readonly openings: Readonly<Record<string, Opening>>;
}
interface Anchored {
  readonly record: AnchorRecord;
  readonly firstBatch: number;
  readonly settlements: Settlement['settlements'];
}

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;
const NO_SETTLEMENTS = hex(new Uint8Array(32));

/** A small log in memory over a real contract, for tests: what audit and chain-relay do for one, in a few lines. */
export class AnchoredLog {
  readonly #entries: Entry[] = [];
  readonly #anchors: Anchored[] = [];
  readonly #batches = new Map<number, { code: Code; issued: number; used: number | null }[]>();
  #nextBatch = 1;

  private constructor(
    readonly origin: string,
    readonly vkey: string,
    readonly lifeSeconds: number,
    readonly chain: NotaryChain,
    private readonly signer: NoteSigner,
  ) {}

  /** Makes a key, deploys a contract and creates the log in it. */
  static async start(options: AnchoredLogOptions): Promise<AnchoredLog> {
    const { origin = 'log.example/otp', lifeSeconds = 20 } = options;
    const { privateKey, publicKey } = options.keys ?? generateKeyPairSync('ed25519');
    const vkey = formatVkey(origin, publicKey);
    const log = { origin, keyHash: hex(sha256(vkey)), lifeSeconds };
    const chain = await NotaryChain.deploy(options.rpcUrl, options.privateKey, log, options.deploy);
    return new AnchoredLog(origin, vkey, lifeSeconds, chain, ed25519Signer(origin, privateKey, publicKey));
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Logs the issue of a code, in the batch that settles next unless told otherwise. */
  issue(batch = this.#nextBatch, issuedAt = 1_764_000_000_000): Code {
    const codes = this.#batches.get(batch) ?? [];
    const code = { challenge: randomUUID(), batch, position: codes.length, issuedAt };
    codes.push({ code, issued: this.size, used: null });
    this.#batches.set(batch, codes);
    const fields = { ...this.#fieldsOf(code), commitment: toB64(randomBytes(32)), channel: 'response' };
    const expires = issuedAt + Math.min(this.lifeSeconds, 60) * 1000;
    this.#entries.push(issuedEntry({ ...code, at: issuedAt, expires, fields }, randomBytes(32)));
    return code;
  }

  /** Logs the use of a code. */
  use(code: Code, afterMs = 4_000): void {
    this.#known(code).used = this.size;
    const used = { ...code, at: code.issuedAt + afterMs, fields: this.#fieldsOf(code) };
    this.#entries.push(verifiedEntry(used, randomBytes(32)));
  }

  /** Anchors the log as it is, and settles so many batches. */
  async anchor({ settle = 0 } = {}): Promise<void> {
    const tree = this.#tree();
    const before = this.#anchors.at(-1)?.record.size ?? 0;
    const settlements = Array.from({ length: settle }, (_, i) => this.#settlement(this.#nextBatch + i));
    const time = await this.chain.anchor({
      originId: hex(originId(this.origin)),
      size: this.size,
      root: hex(tree.root),
      proof: tree.consistency(before).map((hash) => hex(hash)),
      settlements,
    });
    const list = { firstBatch: this.#nextBatch, settlements };
    const hash = settle === 0 ? NO_SETTLEMENTS : settlementsHash(list);
    const record = {
      index: this.#anchors.length,
      size: this.size,
      root: tree.root,
      settlementsHash: fromHex(hash),
      time,
    };
    this.#anchors.push({ record, ...list });
    this.#nextBatch += settle;
  }

  /** The proof of a code as the log and the contract stand now. */
  bundle(code: Code, disclose: readonly string[] = ['challenge', 'tenant', 'purpose']): Bundle {
    const { issued, used } = this.#known(code);
    const settling = this.#anchors.find(
      ({ firstBatch, settlements }) => code.batch >= firstBatch && code.batch < firstBatch + settlements.length,
    );
    const [issueAnchor, useAnchor] = [this.#covering(issued), used === null ? undefined : this.#covering(used)];
    const anchors = [...new Set([issueAnchor, useAnchor, settling])]
      .filter((anchor) => anchor !== undefined)
      .sort((a, b) => a.record.index - b.record.index);
    const needsSigned = issueAnchor === undefined || (used !== null && useAnchor === undefined);
    const numberOf = (anchor: Anchored | undefined) => (anchor ? anchors.indexOf(anchor) : anchors.length);
    const isChain = issueAnchor && useAnchor && issueAnchor.record.index < useAnchor.record.index;
    const tree = settling && this.#settlementTree(code.batch);
    return checkedShape({
      format: 'otp-notary/proof@v1',
      origin: this.origin,
      vkey: this.vkey,
      chain: { chainId: String(this.chain.chainId), contract: this.chain.contract.toLowerCase() },
      anchors:
        anchors.length === 0
          ? null
          : { count: this.#anchors.length, peaks: pushAnchors(0, [], this.#anchorLeaves()).map((peak) => hex(peak)) },
      witnesses: [
        ...anchors.map((anchor) => this.#witness(anchor)),
        ...(needsSigned ? [{ checkpoint: this.checkpoint(this.size), anchor: null }] : []),
      ],
      issued: this.#leaf(issued, numberOf(issueAnchor), issueAnchor?.record.size ?? this.size, disclose),
      used: used === null ? null : this.#leaf(used, numberOf(useAnchor), useAnchor?.record.size ?? this.size, disclose),
      settlement:
        settling && tree
          ? {
              witness: numberOf(settling),
              firstBatch: settling.firstBatch,
              settlements: settling.settlements,
              path: tree.inclusion(code.position).map((hash) => toB64(hash)),
            }
          : null,
      order: used === null ? null : isChain ? 'chain' : 'claimed',
    });
  }

  /** The signed checkpoint of the first `size` leaves. */
  checkpoint(size: number): string {
    return signCheckpoint({ origin: this.origin, size, root: this.#tree().rootAt(size) }, [this.signer]);
  }

  /** Proof that the tree of `size` leaves extends that of `from`. */
  consistency(from: number, size: number): string[] {
    return this.#tree()
      .consistency(from, size)
      .map((hash) => toB64(hash));
  }

  #fieldsOf({ challenge }: Code) {
    return { challenge, tenant: 'demo', subject: 'c3ViamVjdA', purpose: 'login', context: 'Y29udGV4dA' };
  }

  #known(code: Code) {
    const known = this.#batches.get(code.batch)?.[code.position];
    if (known === undefined) throw new Error('no such code');
    return known;
  }

  #tree(): MerkleTree {
    return MerkleTree.of(this.#entries.map(({ entry }) => leafHash(entry)));
  }

  #covering(index: number): Anchored | undefined {
    return this.#anchors.find(({ record }) => record.size > index);
  }

  #anchorLeaves(): Hash[] {
    return this.#anchors.map(({ record }) => anchorLeaf(originId(this.origin), record));
  }

  #settlementTree(batch: number): MerkleTree {
    const codes = this.#batches.get(batch) ?? [];
    const fates = codes.map(({ used }): PositionFate =>
      used === null ? { fate: 'unused', logIndex: 0 } : { fate: 'used', logIndex: used },
    );
    return settlementTree(originId(this.origin), batch, fates);
  }

  #settlement(batch: number): Settlement['settlements'][number] {
    const codes = this.#batches.get(batch) ?? [];
    const issuedBelow = Math.max(0, ...codes.map(({ issued }) => issued + 1));
    return { count: codes.length, issuedBelow, root: hex(this.#settlementTree(batch).root) };
  }

  #witness({ record: { index, size, time, settlementsHash: hash } }: Anchored): Bundle['witnesses'][number] {
    const path = anchorPath(this.#anchorLeaves(), index).map((sibling) => hex(sibling));
    return { checkpoint: this.checkpoint(size), anchor: { index, time, settlementsHash: hex(hash), path } };
  }

  #leaf(index: number, witness: number, size: number, disclose: readonly string[]): ProvenLeaf {
    const entry = this.#entries[index];
    if (entry === undefined) throw new Error('no such leaf');
    const disclosed = Object.entries(entry.openings).filter(([field]) => disclose.includes(field));
    return {
      entry: entry.entry,
      index,
      witness,
      inclusion: this.#tree()
        .inclusion(index, size)
        .map((hash) => toB64(hash)),
      disclosed: Object.fromEntries(disclosed),
    };
  }
}
