import {
  commitment,
  contextHash,
  sealHandle,
  subjectHash,
  type Challenge,
  type Hash32,
  type TransactionContext,
} from '@otp-notary/challenge';
import { b64u } from '@otp-notary/crypto';
import type { EventOf } from '@otp-notary/events';
import { generateKey, KeyRing, type AnyKey } from '@otp-notary/keys';
import { randomUUID } from 'node:crypto';

export const ORIGIN = 'log.test/verifier';
export const TENANT = 'test';

/** What a test says of a code; the rest is as an issuer would do it. */
export interface Wanted {
  readonly code?: string;
  readonly subject?: string;
  readonly tenant?: string;
  readonly purpose?: string;
  readonly context?: TransactionContext;
  /** Epoch ms. */
  readonly issuedAtMs?: number;
  readonly lifeMs?: number;
  readonly maxAttempts?: number;
  readonly alphabet?: Challenge['alphabet'];
  readonly length?: number;
}

export interface Minted {
  readonly handle: string;
  readonly code: string;
  readonly purpose: string;
  readonly challenge: Challenge;
}

/** Issues codes without an issuer: the verifier knows them by their sealed handles alone. */
export class Mint {
  readonly keys: KeyRing;
  #position = 0;

  constructor(extra: readonly AnyKey[] = []) {
    const own = (['subject', 'context', 'pepper', 'seal', 'request', 'receipt'] as const).map(generateKey);
    this.keys = new KeyRing([...own, ...extra]);
  }

  /** The keys that a verifier is given. */
  get verifierKeys(): readonly AnyKey[] {
    return (['context', 'pepper', 'seal', 'request', 'receipt'] as const).flatMap((purpose) => this.keys.held(purpose));
  }

  mint(wanted: Wanted = {}): Minted {
    const { code = '012345', tenant = TENANT, purpose = 'login', subject = randomUUID() } = wanted;
    const id = randomUUID();
    const context = contextHash(this.keys.current('context'), tenant, wanted.context);
    const pepper = this.keys.current('pepper');
    const issuedAtMs = wanted.issuedAtMs ?? Date.now();
    const challenge: Challenge = {
      id,
      origin: ORIGIN,
      batch: 1,
      position: this.#position++,
      tenant,
      subject: subjectHash(this.keys.current('subject'), tenant, subject),
      purpose,
      context,
      commitment: b64u(commitment(pepper, { tenant, challenge: id, purpose, context }, code)) as Hash32,
      pepper: pepper.kid,
      channel: 'response',
      issuedAtMs,
      expiresAtMs: issuedAtMs + (wanted.lifeMs ?? 60_000),
      maxAttempts: wanted.maxAttempts ?? 5,
      alphabet: wanted.alphabet ?? 'digits',
      length: wanted.length ?? code.length,
    };
    return { handle: sealHandle(this.keys, challenge), code, purpose, challenge };
  }
}

/** What the issuer tells the bus of a challenge. */
export function issuedEvent({ challenge }: Minted): EventOf<'otp.issued'> {
  const { id, origin, batch, position, tenant, subject, purpose, context, commitment } = challenge;
  return {
    id: randomUUID(),
    version: 1,
    time: new Date(challenge.issuedAtMs).toISOString(),
    type: 'otp.issued',
    origin,
    batch,
    position,
    challenge: id,
    tenant,
    subject,
    purpose,
    context,
    commitment,
    channel: 'response',
    issuedAtMs: challenge.issuedAtMs,
    expiresAtMs: challenge.expiresAtMs,
  };
}

/** A code of the same shape that is not the right one. */
export function wrong(code: string): string {
  const last = code.at(-1) === '0' ? '1' : '0';
  return code.slice(0, -1) + last;
}
