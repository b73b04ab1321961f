import type { EventOf } from '@otp-notary/events';
import { randomUUID } from 'node:crypto';
import type { Address } from './hex.js';
import type { AnchorEvent, HeadEvent } from './ports.js';
import type { BlockId, LandedAnchor, Transaction } from './transaction.js';

/** Where the anchors of this lane stand. */
export interface Place {
  readonly origin: string;
  /** Decimal. */
  readonly chainId: string;
  readonly contract: Address;
}

type Landed = EventOf<'anchor.confirmed' | 'anchor.final' | 'anchor.reorged'>;

/** A node accepted the transaction. */
export function submittedEvent(place: Place, { hash, nonce, size }: Transaction, nowMs: number): AnchorEvent[] {
  if (hash === null) return [];
  return [
    { ...envelope(nowMs), type: 'anchor.submitted', ...lower(place), transaction: hash, size, nonce: nonce.toString() },
  ];
}

/** What became of an anchor. A transaction that anchored nothing of this log has nothing to tell. */
export function landedEvent(
  place: Place,
  type: Landed['type'],
  transaction: Transaction,
  nowMs: number,
): AnchorEvent[] {
  const { hash, landed, block } = transaction;
  if (hash === null || landed === null || block === null) return [];
  return [{ ...envelope(nowMs), type, ...lower(place), transaction: hash, ...landedFields(landed, block) }];
}

export function headEvent(place: Place, head: BlockId & { readonly timeSeconds: number }, nowMs: number): HeadEvent {
  return {
    ...envelope(nowMs),
    type: 'chain.head',
    chainId: place.chainId,
    block: head.number.toString(),
    blockHash: head.hash,
    timeSeconds: head.timeSeconds,
  };
}

function envelope(nowMs: number) {
  return { id: randomUUID(), version: 1, time: new Date(nowMs).toISOString() } as const;
}

function lower({ origin, chainId, contract }: Place) {
  return { origin, chainId, contract: contract.toLowerCase() };
}

function landedFields(landed: LandedAnchor, block: BlockId) {
  return {
    ...landed,
    settlements: landed.settlements.map((settlement) => ({ ...settlement })),
    block: block.number.toString(),
    blockHash: block.hash,
  };
}
