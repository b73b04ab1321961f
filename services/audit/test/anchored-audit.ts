import { sha256 } from '@otp-notary/crypto';
import { originId, proveConsistency, rootAt } from '@otp-notary/merkle';
import { settlementsHash } from '@otp-notary/proof';
import { NotaryChain } from '@otp-notary/proof/testing';
import type { Anvil } from '@otp-notary/testkit';
import { randomUUID } from 'node:crypto';
import type { Hex } from 'viem';
import { readySettlements } from '../src/adapters/settlements.js';
import { nodesAt } from '../src/adapters/tiles.js';
import { newestCheckpoint } from '../src/adapters/checkpoints.js';
import { ORIGIN, opened, START } from '../src/domain/events.fixture.js';
import type { TestDatabase } from './postgres.js';
import { batchOf } from './stream.js';
import { CONTRACT, GRACE_MS, TestLog } from './test-log.js';

const LIFE_SECONDS = 70;
const NOTHING_SETTLED: Hex = `0x${'0'.repeat(64)}`;
const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

/** A log as it is after a while: batches settled and not, one open, checkpoints, and anchors on a real contract. */
export class AnchoredAudit {
  #anchors = 0;
  #anchoredSize = 0;
  #nextBatch = 1;
  #batches = 0;

  private constructor(
    readonly log: TestLog,
    readonly chain: NotaryChain,
  ) {}

  /** @param half called when two anchors stand and nothing is settled */
  static async build(
    anvil: Anvil,
    database: TestDatabase,
    codes: number,
    half: () => Promise<void>,
  ): Promise<AnchoredAudit> {
    const log = await TestLog.over(database);
    const described = { origin: ORIGIN, keyHash: hex(sha256(log.vkey)), lifeSeconds: LIFE_SECONDS };
    const chain = await NotaryChain.deploy(anvil.rpcUrl, anvil.accounts[0]?.privateKey ?? '0x', described);
    const audit = new AnchoredAudit(log, chain);
    await audit.#append(3, codes);
    await audit.#anchor();
    await audit.#append(3, codes);
    await audit.#anchor();
    await half();
    await audit.#anchorLater();
    await log.readUpTo(START + 60_000 + GRACE_MS + 1);
    await log.settle();
    await audit.#append(2, codes);
    await audit.#anchorLater();
    await audit.#append(2, codes);
    await log.append([opened(99)]);
    await log.cut();
    return audit;
  }

  /** Whole batches, a checkpoint after each. */
  async #append(batches: number, codes: number): Promise<void> {
    for (let i = 0; i < batches; i += 1) {
      await this.log.append(batchOf((this.#batches += 1), codes));
      await this.log.cut();
    }
  }

  /** Anchors what is signed when all codes are dead: what is settled goes with it. */
  async #anchorLater(): Promise<void> {
    await this.chain.pass(LIFE_SECONDS + 1);
    await this.log.append([opened(100 + this.#anchors)]);
    await this.log.cut();
    await this.#anchor();
  }

  async #anchor(): Promise<void> {
    const { chain, log } = this;
    const call = await log.inTx(async (tx) => {
      const size = (await newestCheckpoint(tx))?.size ?? 0;
      const tree = nodesAt(tx, size);
      const ask = { nextBatch: this.#nextBatch, matureSize: this.#anchoredSize, size, limit: 100 };
      const ready = await readySettlements(tx, ask);
      const settlements = ready.map(({ count, issuedBelow, root }) => ({ count, issuedBelow, root: hex(root) }));
      const proof = await proveConsistency(tree, this.#anchoredSize, size);
      return { size, root: hex(await rootAt(tree, size)), proof: proof.map((hash) => hex(hash)), settlements };
    });
    const time = await chain.anchor({ originId: hex(originId(ORIGIN)), ...call });
    const firstBatch = call.settlements.length === 0 ? 0 : this.#nextBatch;
    await log.append([
      {
        id: randomUUID(),
        version: 1,
        time: new Date(START).toISOString(),
        type: 'anchor.confirmed',
        origin: ORIGIN,
        ...CONTRACT,
        transaction: hex(sha256(`transaction ${this.#anchors}`)),
        block: String(this.#anchors),
        blockHash: hex(sha256(`block ${this.#anchors}`)),
        index: this.#anchors,
        size: call.size,
        root: call.root,
        settlementsHash: firstBatch === 0 ? NOTHING_SETTLED : settlementsHash({ firstBatch, settlements: call.settlements }), // prettier-ignore
        timeSeconds: time,
        firstBatch,
        settlements: call.settlements,
      },
    ]);
    this.#anchors += 1;
    this.#anchoredSize = call.size;
    this.#nextBatch += call.settlements.length;
  }
}
