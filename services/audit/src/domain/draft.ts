import type { AnyEvent, EventOf } from '@otp-notary/events';
import type { LeafKind } from '@otp-notary/proof';

export type IssuedEvent = EventOf<'otp.issued'>;
/** What became of an answer to a challenge. */
export type OutcomeEvent = EventOf<'otp.verified'> | EventOf<'otp.rejected'> | EventOf<'otp.locked'>;
export type BatchOpenedEvent = EventOf<'otp.batch.opened'>;
export type BatchClosedEvent = EventOf<'otp.batch.closed'>;
/** Events that end as leaves. */
export type LoggedEvent = IssuedEvent | OutcomeEvent | BatchOpenedEvent | BatchClosedEvent;

/** The leaf that each event becomes. */
export const leafKindOf = {
  'otp.batch.opened': 'batch-opened',
  'otp.batch.closed': 'batch-closed',
  'otp.issued': 'issued',
  'otp.verified': 'verified',
  'otp.rejected': 'rejected',
  'otp.locked': 'locked',
} as const satisfies Record<LoggedEvent['type'], LeafKind>;

export function isLogged(event: AnyEvent): event is LoggedEvent {
  return event.type in leafKindOf;
}

/** The newest block known when a batch header is logged: nothing after the header was logged before that block. */
export interface ChainHead {
  readonly chainId: string;
  readonly block: string;
  /** 0x-hex, 32 bytes. */
  readonly hash: string;
}

/** A leaf before it is salted and hashed: its place in the log and the event that it states. */
export type Draft =
  | { readonly index: number; readonly event: Exclude<LoggedEvent, BatchOpenedEvent> }
  | { readonly index: number; readonly event: BatchOpenedEvent; readonly chain: ChainHead | null };
