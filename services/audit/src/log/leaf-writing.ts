import { b64u, osRandom, type RandomBytes } from '@otp-notary/crypto';
import type { KeyProvider } from '@otp-notary/keys';
import { leafHash } from '@otp-notary/merkle';
import {
  batchClosedEntry,
  batchOpenedEntry,
  issuedEntry,
  lockedEntry,
  rejectedEntry,
  SEED_BYTES,
  verifiedEntry,
} from '@otp-notary/proof';
import type { LeafRow } from '../adapters/log-append.js';
import { leafKindOf, type Draft, type IssuedEvent, type OutcomeEvent } from '../domain/draft.js';
import { sealOpenings } from './openings.js';

/** Makes leaves of drafts: salts, canonical bytes, hash, and the openings sealed for the leaf's place. */
export class LeafWriting {
  constructor(
    private readonly origin: string,
    private readonly keys: KeyProvider,
    private readonly random: RandomBytes = osRandom,
  ) {}

  write(draft: Draft): LeafRow {
    const seed = this.random(new Uint8Array(SEED_BYTES));
    const { entry, fields } = stated(draft, seed);
    const { index, event } = draft;
    return {
      index,
      event,
      kind: leafKindOf[event.type],
      entry,
      hash: leafHash(entry),
      openings:
        fields === null ? null : sealOpenings(this.keys, { origin: this.origin, index }, { seed: b64u(seed), fields }),
    };
  }
}

interface Stated {
  readonly entry: string;
  /** What the leaf commits to; null for leaves that stand wholly in the clear. */
  readonly fields: Readonly<Record<string, string>> | null;
}

function stated(draft: Draft, seed: Uint8Array): Stated {
  if ('chain' in draft) {
    const { batch, openedAtMs } = draft.event;
    return { entry: batchOpenedEntry({ at: openedAtMs, batch, chain: draft.chain }), fields: null };
  }
  const { event } = draft;
  if (event.type === 'otp.batch.closed') {
    const { batch, closedAtMs, count } = event;
    return { entry: batchClosedEntry({ at: closedAtMs, batch, count, void: event.void }), fields: null };
  }
  return event.type === 'otp.issued' ? statedIssue(event, seed) : statedOutcome(event, seed);
}

function statedIssue(event: IssuedEvent, seed: Uint8Array): Stated {
  const { batch, position, issuedAtMs: at, expiresAtMs: expires } = event;
  const { challenge, tenant, subject, purpose, context, commitment, channel } = event;
  const fields = { challenge, tenant, subject, purpose, context, commitment, channel };
  return { entry: issuedEntry({ batch, position, at, expires, fields }, seed).entry, fields };
}

function statedOutcome(event: OutcomeEvent, seed: Uint8Array): Stated {
  const { batch, position, challenge, tenant, subject } = event;
  if (event.type === 'otp.verified') {
    const fields = { challenge, tenant, subject, purpose: event.purpose, context: event.context };
    return { entry: verifiedEntry({ batch, position, at: event.verifiedAtMs, fields }, seed).entry, fields };
  }
  const fields = { challenge, tenant, subject, reason: event.reason };
  const entry =
    event.type === 'otp.rejected'
      ? rejectedEntry({ batch, position, at: event.rejectedAtMs, fields }, seed)
      : lockedEntry({ batch, position, at: event.lockedAtMs, fields }, seed);
  return { entry: entry.entry, fields };
}
