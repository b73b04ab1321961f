import type { Clock } from '@otp-notary/crypto';
import type { EventOf } from '@otp-notary/events';
import { randomUUID } from 'node:crypto';
import { heldByChain } from '../adapters/anchors.js';
import { newestAligned, newestCheckpoint, oldestAbove } from '../adapters/checkpoints.js';
import { lockLog, lookAtLog, setAsked, type LogRow, type Term } from '../adapters/log-row.js';
import { nextToSettle, refersBelowFrom } from '../adapters/settlements.js';
import type { Tx } from '../adapters/tx.js';
import { planAnchor, type AnchorAsk, type AnchorLimits, type AnchorState } from '../domain/anchor-plan.js';

/** Puts an event into the outbox of the caller's transaction. */
export type Emit = (tx: Tx, event: EventOf<'anchor.requested'>) => Promise<void>;

/** Asks the relay for anchors, by count, by age, and when batches became settled. */
export class Anchoring {
  constructor(
    private readonly limits: AnchorLimits,
    private readonly emit: Emit,
    private readonly clock: Clock,
  ) {}

  /** Asks when something is due. Returns what was asked for, or null. @throws WriterReplaced */
  async ask(tx: Tx, term: Term): Promise<AnchorAsk | null> {
    if ((await this.#due(tx, await lookAtLog(tx, term))) === null) return null;
    const ask = await this.#due(tx, await lockLog(tx, term));
    if (ask === null) return null;
    const nowMs = this.clock.now();
    await setAsked(tx, { ...ask, atMs: nowMs });
    await this.emit(tx, {
      id: randomUUID(),
      version: 1,
      time: new Date(nowMs).toISOString(),
      type: 'anchor.requested',
      origin: term.origin,
      ...ask,
      requestedAtMs: nowMs,
    });
    return ask;
  }

  async #due(tx: Tx, { asked }: LogRow): Promise<AnchorAsk | null> {
    const held = await heldByChain(tx);
    const uncovered = await oldestAbove(tx, Math.max(asked.size, held.size));
    const state: AnchorState = {
      signed: (await newestCheckpoint(tx))?.size ?? 0,
      signedAligned: (await newestAligned(tx))?.size ?? 0,
      asked,
      held,
      oldestUncovered: uncovered && { size: uncovered.size, atMs: uncovered.signedAtMs },
      settled: {
        below: await nextToSettle(tx),
        refersBelow: await refersBelowFrom(tx, Math.max(asked.settleBelow, held.settleBelow)),
      },
    };
    return planAnchor(state, this.limits, this.clock.now());
  }
}
