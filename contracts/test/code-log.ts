import { b64u, canonicalJson, lengthPrefixed, sha256 } from '@otp-notary/crypto';
import {
  anchorLeaf,
  anchorPath,
  leafHash,
  MerkleTree,
  originId,
  settlementTree,
  type PositionFate,
} from '@otp-notary/merkle';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Address, Hex } from 'viem';
import {
  deployProvenCodes,
  issuedLeafOf,
  provenCodesAbi,
  receiptOf,
  verifiedLeafOf,
  type DirectProof,
  type FateProof,
  type LeafProof,
} from '../src/index.ts';
import { hex, LIFE, Notary, ORIGIN, ORIGIN_ID, type AnchorRecord, type Settled } from './fixture.ts';
import { ReceiptKey } from './receipt-key.ts';

export const TENANT = 'bank';

/** A code of these tests: what was logged of it, and what opens the leaf. */
export interface Code {
  readonly batch: number;
  readonly position: number;
  readonly at: number;
  readonly challenge: string;
  readonly salts: Readonly<Record<string, Buffer>>;
  readonly entry: string;
  readonly index: number;
  use: { readonly entry: string; readonly index: number } | null;
}

/** A log of codes over the contract, and the contract that proves them. */
export class CodeLog {
  readonly #entries: string[] = [];
  readonly #records: AnchorRecord[] = [];
  readonly #settled: { record: AnchorRecord; firstBatch: number; list: Settled[] }[] = [];
  readonly #batches = new Map<number, Code[]>();

  private constructor(
    readonly notary: Notary,
    readonly codes: Address,
    readonly key: ReceiptKey,
    public now: number,
  ) {}

  static async start(hardfork?: string): Promise<CodeLog> {
    const notary = await Notary.deploy(hardfork);
    const codes = await deployProvenCodes(
      { wallet: notary.governor, reader: notary.reader },
      notary.deployment.contract,
    );
    const key = new ReceiptKey();
    const { timestamp } = await notary.reader.getBlock();
    const log = new CodeLog(notary, codes, key, Number(timestamp) * 1000);
    await notary.governor.writeContract({ ...log.contract, functionName: 'addReceiptKey', args: [ORIGIN, key.hash] });
    return log;
  }

  get contract() {
    return { abi: provenCodesAbi, address: this.codes } as const;
  }

  /** Logs an issue in a batch. */
  issue(
    purpose = 'login',
    {
      batch = 1,
      tenant = TENANT,
      position = this.#batches.get(batch)?.length ?? 0,
      lifeMs = 60_000,
      /** A second issue of a position is in no settlement. */
      isSettled = true,
    } = {},
  ): Code {
    const challenge = randomUUID();
    const fields = {
      challenge,
      channel: 'smtp',
      commitment: b64u(randomBytes(32)),
      context: b64u(randomBytes(32)),
      purpose,
      subject: b64u(randomBytes(32)),
      tenant,
    };
    const salts = Object.fromEntries(Object.keys(fields).map((field) => [field, randomBytes(32)]));
    const leaf = { v: 1, kind: 'issued', at: this.now, batch, position, expires: this.now + lifeMs };
    const entry = canonicalJson({ ...leaf, c: commitments('issued', fields, salts) });
    const code: Code = { batch, position, at: this.now, challenge, salts, entry, index: this.#log(entry), use: null };
    if (isSettled) this.#batches.set(batch, [...(this.#batches.get(batch) ?? []), code]);
    return code;
  }

  /** Logs the use of a code. */
  use(code: Code, afterMs = 5_000): void {
    const { batch, position, challenge } = code;
    const fields = { challenge, context: 'c', purpose: 'p', subject: 's', tenant: TENANT };
    const salts = Object.fromEntries(Object.keys(fields).map((field) => [field, randomBytes(32)]));
    const leaf = { v: 1, kind: 'verified', at: code.at + afterMs, batch, position };
    const entry = canonicalJson({ ...leaf, c: commitments('verified', fields, salts) });
    code.use = { entry, index: this.#log(entry) };
  }

  /** Anchors the log as it is, settling so many of the batches that wait. */
  async anchor(settle = 0): Promise<AnchorRecord> {
    const firstBatch = (await this.notary.state()).nextBatch;
    const list = Array.from({ length: settle }, (_, i) => this.#settlement(firstBatch + i));
    const record = await this.notary.anchor(this.#tree(), this.#entries.length, list);
    this.#records.push(record);
    if (settle > 0) this.#settled.push({ record, firstBatch, list });
    return record;
  }

  /** Anchors, lets the codes die, and settles so many batches. */
  async settle(batches = 1): Promise<void> {
    await this.anchor();
    await this.notary.pass(LIFE + 1);
    this.#log('{"filler":1}');
    await this.anchor();
    await this.notary.pass(LIFE + 1);
    this.#log('{"filler":2}');
    await this.anchor(batches);
  }

  /** Where a leaf stands: in the first anchored tree that holds it, or in the first that is that large. */
  place(index: number, size = index + 1): LeafProof {
    const record = this.#records.find((anchored) => Number(anchored.size) >= size);
    if (record === undefined) throw new Error('not anchored');
    const inclusion = this.#tree()
      .inclusion(index, Number(record.size))
      .map((hash) => hex(hash));
    return { record, anchorPath: this.#path(record), index: BigInt(index), inclusion };
  }

  /** Where the fate of a position stands. */
  fate({ batch, position }: Pick<Code, 'batch' | 'position'>): FateProof {
    const found = this.#settled.find(({ firstBatch, list }) => batch >= firstBatch && batch < firstBatch + list.length);
    if (found === undefined) throw new Error('not settled');
    const { record, firstBatch, list } = found;
    const path = this.#settlementTree(batch)
      .inclusion(position)
      .map((hash) => hex(hash));
    return { record, anchorPath: this.#path(record), firstBatch: BigInt(firstBatch), settlements: list, path };
  }

  issued(code: Code) {
    return issuedLeafOf(code.entry);
  }

  verified({ use }: Code) {
    if (use === null) throw new Error('not used');
    return verifiedLeafOf(use.entry);
  }

  /** The receipt of a code's use. */
  receipt(code: Pick<Code, 'batch' | 'position' | 'challenge' | 'at'>, afterMs = 5_000, key = this.key) {
    return receiptOf(key.sign(this.said(code, afterMs)), key.jwk);
  }

  said({ batch, position, challenge, at }: Pick<Code, 'batch' | 'position' | 'challenge' | 'at'>, afterMs = 5_000) {
    const [verified_at, log_by] = [at + afterMs, at + afterMs + 60_000].map((ms) => new Date(ms).toISOString());
    return { origin: ORIGIN, batch, position, challenge, verified_at, log_by };
  }

  /** All that consumes a code. */
  direct(code: Code): DirectProof {
    const salt = (field: string): Hex => hex(code.salts[field] ?? new Uint8Array(32));
    return {
      issued: this.issued(code),
      place: this.place(code.index),
      challengeSalt: salt('challenge'),
      tenantSalt: salt('tenant'),
      purposeSalt: salt('purpose'),
      ...this.receipt(code),
    };
  }

  /** The purpose of codes that a consumer takes for a binding, computed here by the contract. */
  purposeOf(consumer: Address, binding: Hex): Promise<string> {
    return this.notary.reader.readContract({
      ...this.contract,
      functionName: 'directPurpose',
      args: [ORIGIN_ID, consumer, binding],
    });
  }

  #log(entry: string): number {
    return this.#entries.push(entry) - 1;
  }

  #tree(): MerkleTree {
    return MerkleTree.of(this.#entries.map((entry) => leafHash(entry)));
  }

  #path(record: AnchorRecord): Hex[] {
    const leaves = this.#records.map(({ index, size, root, settlementsHash, time }) =>
      anchorLeaf(originId(ORIGIN), {
        index: Number(index),
        size: Number(size),
        root: Buffer.from(root.slice(2), 'hex'),
        settlementsHash: Buffer.from(settlementsHash.slice(2), 'hex'),
        time: Number(time),
      }),
    );
    return anchorPath(leaves, Number(record.index)).map((hash) => hex(hash));
  }

  #settlementTree(batch: number): MerkleTree {
    const fates = (this.#batches.get(batch) ?? []).map(({ use }): PositionFate =>
      use === null ? { fate: 'unused', logIndex: 0 } : { fate: 'used', logIndex: use.index },
    );
    return settlementTree(originId(ORIGIN), batch, fates);
  }

  #settlement(batch: number): Settled {
    const codes = this.#batches.get(batch) ?? [];
    const issuedBelow = BigInt(Math.max(...codes.map(({ index }) => index + 1)));
    return { count: codes.length, issuedBelow, root: hex(this.#settlementTree(batch).root) };
  }
}

function commitments(
  kind: string,
  fields: Readonly<Record<string, string>>,
  salts: Readonly<Record<string, Uint8Array>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const salt = salts[field] ?? new Uint8Array();
      return [field, b64u(sha256(lengthPrefixed('otp-notary/field/v1', kind, field, salt, value)))];
    }),
  );
}
