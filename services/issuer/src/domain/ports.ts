import type { EventOf } from '@otp-notary/events';

export type Channel = EventOf<'otp.issued'>['channel'];

/** Who calls: a client of a tenant. */
export interface Caller {
  readonly tenant: string;
  readonly client: string;
}

/** The identity of a code (design decision 6a). */
export interface Place {
  readonly batch: number;
  readonly position: number;
}

/** The right to number codes in one batch. `until` is database time. */
export interface Lease {
  readonly batch: number;
  readonly until: Date;
}

/** Where batches are leased. Their numbers have no gap. */
export interface BatchLeases {
  /** Leases the next batch; its header event is committed with it. @throws StoreUnavailable */
  open(): Promise<Lease>;
  /** Extends a lease that has not ended. Null: it has ended, or the batch is closed. */
  renew(batch: number): Promise<Date | null>;
  /**
   * Closes a batch of this process, its event included. Only when each of its issues has ended and is known to be
   * stored or not. Closing twice is harmless.
   */
  close(batch: number): Promise<void>;
  /** Closes one batch whose owner let its lease end, once nothing can be added to it. False: there is none to close now. */
  closeAbandoned(): Promise<boolean>;
}

/** What makes a retry of one request recognisable, without the key or the request themselves. */
export interface RetryMark {
  /** Keyed hash of tenant, client and idempotency key. */
  readonly key: Buffer;
  /** Keyed hash of the request. */
  readonly request: Buffer;
}

export interface SealedAnswer {
  readonly kid: string;
  readonly sealed: Buffer;
}

/** One code as it is stored: nothing of it can be read as a code, a person or a destination. */
export interface CodeRecord {
  readonly issued: EventOf<'otp.issued'>;
  /** The code still has to be sent. */
  readonly unsent: boolean;
  readonly leaseUntil: Date;
  readonly retry?: { readonly mark: RetryMark; readonly answer: SealedAnswer };
}

/** How far the delivery of a stored code went. */
export type DeliveryState = 'answer' | 'unsent' | 'sent' | 'failed' | 'lapsed';

export interface StoredAnswer {
  readonly request: Buffer;
  /** Null once the code is dead. */
  readonly answer: SealedAnswer | null;
  readonly delivery: DeliveryState | null;
}

export interface IssueStore {
  /**
   * Waits for its turn, lets `mint` make the record (so that its times are those of the decision, not of the queue) and
   * stores code, event and retry mark in one statement: all of it durably, or nothing.
   *
   * 'stored', or 'repeated': the retry mark was there already.
   * @throws LeaseLapsed, ClockSkewed, StoreUnavailable: nothing is stored.
   * @throws OutcomeUnknown
   */
  store(mint: () => CodeRecord): Promise<'stored' | 'repeated'>;
  /** What is known of an earlier request with this mark. */
  answerTo(tenant: string, key: Buffer): Promise<StoredAnswer | undefined>;
  /** Notes what became of a delivery, with its event; only the first outcome counts. */
  delivered(outcome: EventOf<'otp.delivery'>): Promise<void>;
}

/** What a person is told. The one place beside the answer of channel `response` where a code leaves the process. */
export interface CodeMessage {
  readonly destination: string;
  readonly code: string;
  readonly purpose: string;
  readonly context: Readonly<Record<string, string>>;
  readonly lifeSeconds: number;
}

/** Brings codes to people over one channel. */
export interface Delivery {
  readonly channel: Channel;
  /** The code stands in the answer; nothing is sent. */
  readonly inAnswer: boolean;
  /** The destination, masked for the answer; undefined when the channel has none. @throws NotAllowed */
  hint(destination: string | undefined): string | undefined;
  /** Resolves when the next hop took the message. @throws NotSent */
  send(message: CodeMessage, signal: AbortSignal): Promise<void>;
}

/** The message was not taken. `again`: surely not taken, and a second try may succeed. */
export class NotSent extends Error {
  readonly again: boolean;
  constructor(message: string, again: boolean) {
    super(message);
    this.name = 'NotSent';
    this.again = again;
  }
}
