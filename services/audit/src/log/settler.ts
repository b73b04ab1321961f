import type { Clock } from '@otp-notary/crypto';
import { originId, settlementTree } from '@otp-notary/merkle';
import { lockLog, lookAtLog, type Term } from '../adapters/log-row.js';
import { readBatches } from '../adapters/log-view.js';
import { insertSettlement, nextToSettle, usedPositions, type Settlement } from '../adapters/settlements.js';
import { assertUntampered } from '../adapters/tampering.js';
import type { Tx } from '../adapters/tx.js';
import { advanceWatermark, pendingWatermarks, watermarksRead } from '../adapters/watermarks.js';
import { unseen, type BatchLife, type Closing } from '../domain/batch-life.js';
import { isRead, type Consumed } from '../domain/reading.js';
import { fatesOf, obstacle, type Obstacle } from '../domain/settle.js';

/** When a batch's fates count as known. */
export interface SettlementRules {
  /** Who decides uses; every one of them must have said how far it is. */
  readonly sources: readonly string[];
  /** Time beyond a code's end of life that a watermark must have passed, ms. */
  readonly graceMs: number;
}

/** What came of looking at the next batch. */
export type SettlementStep = { readonly settled: Settlement } | Waiting;
export interface Waiting {
  readonly waiting: Obstacle;
  readonly batch: number;
}

/** Builds the settlement tree of one batch after the other, strictly in order: each code gets its one fate. */
export class Settler {
  constructor(
    private readonly rules: SettlementRules,
    private readonly clock: Clock,
  ) {}

  /** Takes note of the watermarks that this log has read up to. @param consumed next offsets, from the same transaction. */
  async readWatermarks(tx: Tx, consumed: Consumed): Promise<void> {
    const done = new Set<string>();
    for (const { source, upToMs, positions } of await pendingWatermarks(tx)) {
      // Newest first: the first that is read up to says all that the older ones of its source say.
      if (done.has(source) || !isRead(positions, consumed)) continue;
      await advanceWatermark(tx, source, upToMs, this.clock.now());
      done.add(source);
    }
  }

  /** Settles the next batch, or tells what it waits for. @throws LogTampered, WriterReplaced */
  async settleNext(tx: Tx, term: Term): Promise<SettlementStep> {
    await lookAtLog(tx, term);
    const seen = await this.#next(tx);
    if ('waiting' in seen) return seen;
    await assertUntampered(tx);
    await lockLog(tx, term);
    const next = await this.#next(tx);
    if ('waiting' in next) return next;

    const { batch, issuedBelow, refersBelow } = next.life;
    const fates = fatesOf(next.closing, await usedPositions(tx, batch));
    const root = settlementTree(originId(term.origin), batch, fates).root;
    const settled: Settlement = { batch, count: fates.length, issuedBelow, refersBelow, root, fates };
    await insertSettlement(tx, settled, this.clock.now());
    return { settled };
  }

  async #next(tx: Tx): Promise<Ready | Waiting> {
    const batch = await nextToSettle(tx);
    const life = (await readBatches(tx, [batch]))[0] ?? unseen(batch);
    const read = await watermarksRead(tx);
    const readUpTo = this.rules.sources.map((source) => read.get(source) ?? 0);
    const waiting = obstacle(life, readUpTo, this.rules.graceMs);
    if (waiting !== null || life.closing === null) return { waiting: waiting ?? 'closing', batch };
    return { life, closing: life.closing };
  }
}

/** The next batch, with nothing in the way of its settlement. */
interface Ready {
  readonly life: BatchLife;
  readonly closing: Closing;
}
