import { isWithin } from './elapsed.js';
import { isMined, isOpen } from './tx-state.js';
import type { Transaction } from './transaction.js';

/** Clocks of two leaders differ by less. */
const CLOCK_TOLERANCE_MS = 5_000;

/** What the lane does next. One transaction is on its way at a time: whatever is wished meanwhile travels together in the next one. */
export type Step =
  /** Build a call for `nonce`; `over` is the open transaction that it takes the place of. */
  | { readonly kind: 'build'; readonly nonce: bigint; readonly over: Transaction | null; readonly why: string }
  /** Hand the stored bytes to a node. */
  | { readonly kind: 'send'; readonly transaction: Transaction }
  /** Ask whether the nodes still have it, send it again if not. */
  | { readonly kind: 'look'; readonly transaction: Transaction }
  /** The chain as shown is older than what the relay knows: decide nothing on it. */
  | { readonly kind: 'behind' };

/**
 * Decides from the open nonce (the number of mined transactions) and the transactions that are not final. Pure.
 * @param own transactions of the signer
 * @param latest mined transactions of the signer, as the chain shows it
 */
export function nextStep(own: readonly Transaction[], latest: bigint, nowMs: number, replaceAfterMs: number): Step {
  if (own.some(({ state, nonce }) => isMined(state) && nonce >= latest)) return { kind: 'behind' };
  const open = own.find(({ state, nonce }) => isOpen(state) && nonce === latest);
  if (open === undefined) return { kind: 'build', nonce: latest, over: null, why: 'free' };
  const rebuild = (why: string): Step => ({ kind: 'build', nonce: latest, over: open, why });
  if (open.state === 'queued') return rebuild('unsigned');
  if (open.state === 'reorged') return rebuild('reorged');
  if (mustBidMore(open)) return rebuild(open.lastAnswer ?? 'refused');
  if (isOverdue(open, nowMs, replaceAfterMs)) return rebuild('stuck');
  return { kind: open.state === 'signed' ? 'send' : 'look', transaction: open };
}

/** A node refused the bytes for good: only other ones help. */
function mustBidMore({ lastAnswer }: Transaction): boolean {
  return lastAnswer === 'replacement-underpriced' || lastAnswer === 'bad-gas';
}

function isOverdue({ signedAtMs }: Transaction, nowMs: number, replaceAfterMs: number): boolean {
  return signedAtMs !== null && !isWithin(signedAtMs - CLOCK_TOLERANCE_MS, replaceAfterMs + CLOCK_TOLERANCE_MS, nowMs);
}

/**
 * Mined nonces of which no transaction of ours is known to be in a block: somebody else used the key. Pure.
 * @param from nonces below it are accounted for
 */
export function unaccounted(own: readonly Transaction[], from: bigint, latest: bigint): bigint[] {
  const mined = new Set(own.filter(({ state }) => isMined(state)).map(({ nonce }) => nonce));
  const missing: bigint[] = [];
  for (let nonce = from; nonce < latest; nonce += 1n) if (!mined.has(nonce)) missing.push(nonce);
  return missing;
}

/** Named at most: a provider may tell any number. */
const MOST_STRANGERS = 100;

/**
 * Nonces that wait in the pool without bytes of ours: somebody else uses the key, or the database lost them. Pure.
 * @param pending one more than the highest nonce in the pool; null when the chain does not tell
 */
export function strangers(own: readonly Transaction[], latest: bigint, pending: bigint | null): bigint[] {
  const known = new Set(own.filter(({ hash }) => hash !== null).map(({ nonce }) => nonce));
  const unknown: bigint[] = [];
  for (let nonce = latest; nonce < (pending ?? latest) && unknown.length < MOST_STRANGERS; nonce += 1n) {
    if (!known.has(nonce)) unknown.push(nonce);
  }
  return unknown;
}
