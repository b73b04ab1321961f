import { anchorLeaf, anchorPath, originId, pushAnchors, verifyConsistency, type Hash } from '@otp-notary/merkle';
import type { Hex } from 'viem';
import { settlementsHash, type AnchorRecord, type Settled } from '../fixture.ts';

export type Role = 'RELAYER_ROLE' | 'GUARDIAN_ROLE' | 'GOVERNOR_ROLE';
export type Who = 'governor' | 'relayer' | 'guardian' | 'stranger';

/** A log as the reference sees it: everything that was anchored, and nothing derived. */
export interface ModelLog {
  readonly life: number;
  readonly anchors: AnchorRecord[];
  candidateSize: number;
  candidateTime: number;
  matureSize: number;
  nextBatch: number;
}

export interface Anchoring {
  readonly origin: string;
  readonly size: number;
  readonly root: Hex;
  readonly proof: readonly Hex[];
  readonly settlements: readonly Settled[];
}

const ZERO: Hex = `0x${'00'.repeat(32)}`;

/**
 * What the contract must do, written from IOtpNotary's words and not from its code: each method returns the name of the
 * error that must come, or null when the call must be taken, and is then done.
 */
export class Model {
  readonly logs = new Map<string, ModelLog>();
  isPaused = false;
  readonly #roles = new Set<string>(['governor GOVERNOR_ROLE', 'relayer RELAYER_ROLE', 'guardian GUARDIAN_ROLE']);

  createLog(who: Who, origin: string, life: number): string | null {
    if (!this.#has(who, 'GOVERNOR_ROLE')) return UNAUTHORISED;
    if (this.isPaused) return 'EnforcedPause';
    if (life === 0 || origin === '') return 'InvalidLog';
    if (this.logs.has(origin)) return 'DuplicateLog';
    this.logs.set(origin, { life, anchors: [], candidateSize: 0, candidateTime: 0, matureSize: 0, nextBatch: 1 });
    return null;
  }

  anchor(who: Who, call: Anchoring, time: number): string | null {
    if (!this.#has(who, 'RELAYER_ROLE')) return UNAUTHORISED;
    if (this.isPaused) return 'EnforcedPause';
    const log = this.logs.get(call.origin);
    if (log === undefined) return 'UnknownLog';
    const isMature = time >= log.candidateTime + log.life;
    const matureSize = isMature ? log.candidateSize : log.matureSize;
    const refusal = this.#refusesTree(log, call, isMature) ?? refusesSettlements(call.settlements, matureSize);
    if (refusal !== null) return refusal;
    if (isMature) {
      log.candidateSize = call.size;
      log.candidateTime = time;
    }
    log.matureSize = matureSize;
    log.anchors.push({
      index: BigInt(log.anchors.length),
      size: BigInt(call.size),
      root: call.root,
      settlementsHash: settlementsHash(BigInt(log.nextBatch), call.settlements),
      time: BigInt(time),
    });
    log.nextBatch += call.settlements.length;
    return null;
  }

  pause(who: Who): string | null {
    if (!this.#has(who, 'GUARDIAN_ROLE')) return UNAUTHORISED;
    if (this.isPaused) return 'EnforcedPause';
    this.isPaused = true;
    return null;
  }

  unpause(who: Who): string | null {
    if (!this.#has(who, 'GOVERNOR_ROLE')) return UNAUTHORISED;
    if (!this.isPaused) return 'ExpectedPause';
    this.isPaused = false;
    return null;
  }

  /** Of the two roles that the governor administers. */
  setRole(who: Who, to: Who, role: Role, isGranted: boolean): string | null {
    const isAllowed = role === 'GOVERNOR_ROLE' ? who === 'governor' : this.#has(who, 'GOVERNOR_ROLE');
    if (!isAllowed) return UNAUTHORISED;
    if (isGranted) this.#roles.add(`${to} ${role}`);
    else this.#roles.delete(`${to} ${role}`);
    return null;
  }

  #has(who: Who, role: Role): boolean {
    return this.#roles.has(`${who} ${role}`);
  }

  #refusesTree(log: ModelLog, { size, root, proof, settlements }: Anchoring, isMature: boolean): string | null {
    const head = headOf(log);
    if (size >= 2 ** 40) return 'TreeTooLarge';
    if (size === head.size) {
      const isUseful = settlements.length > 0 || (isMature && log.matureSize < size);
      if (size === 0 || !isUseful) return 'NothingToAnchor';
      if (root !== head.root) return 'TreeForked';
      return proof.length > 0 ? 'UnexpectedProof' : null;
    }
    if (size < head.size) return 'TreeShrinks';
    if (proof.length > 41) return 'ProofTooLong';
    if (head.size === 0) return proof.length > 0 ? 'UnexpectedProof' : null;
    const claim = { oldSize: head.size, oldRoot: bytes(head.root), size, root: bytes(root), proof: proof.map(bytes) };
    return verifyConsistency(claim) ? null : 'InconsistentTree';
  }
}

const UNAUTHORISED = 'AccessControlUnauthorizedAccount';

function refusesSettlements(settlements: readonly Settled[], matureSize: number): string | null {
  if (settlements.length > 256) return 'TooManySettlements';
  for (const { count, root, issuedBelow } of settlements) {
    if (count === 0 || root === ZERO) return 'EmptySettlement';
    if (Number(issuedBelow) > matureSize) return 'SettlementNotMature';
  }
  return null;
}

/** The newest tree. */
export function headOf(log: ModelLog): { readonly size: number; readonly root: Hex } {
  const newest = log.anchors.at(-1);
  return newest === undefined ? { size: 0, root: ZERO } : { size: Number(newest.size), root: newest.root };
}

/** The path of an anchor as of now. */
export function pathOf(origin: string, log: ModelLog, index: number): Hash[] {
  return anchorPath(
    log.anchors.map((record) => leafOf(origin, record)),
    index,
  );
}

/** The peaks of the tree of anchors, highest first. */
export function peaksOf(origin: string, log: ModelLog): Hash[] {
  return pushAnchors(
    0,
    [],
    log.anchors.map((record) => leafOf(origin, record)),
  );
}

function leafOf(origin: string, { index, size, root, settlementsHash: settled, time }: AnchorRecord): Hash {
  return anchorLeaf(originId(origin), {
    index: Number(index),
    size: Number(size),
    root: bytes(root),
    settlementsHash: bytes(settled),
    time: Number(time),
  });
}

function bytes(hash: Hex): Buffer {
  return Buffer.from(hash.slice(2), 'hex');
}
