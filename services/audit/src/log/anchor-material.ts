import { OtpError } from '@otp-notary/errors';
import { proveConsistency } from '@otp-notary/merkle';
import { newestAligned, newestCheckpoint, type SignedCheckpoint } from '../adapters/checkpoints.js';
import { readySettlements, type SettlementHead } from '../adapters/settlements.js';
import { nodesAt } from '../adapters/tiles.js';
import type { Tx } from '../adapters/tx.js';

/** What the contract holds when the relay builds its call. */
export interface ContractState {
  /** Tree size that the contract holds; the proof starts there. */
  readonly from: number;
  /** Least size that is asked for. */
  readonly min: number;
  /** First batch that the contract has not settled. */
  readonly nextBatch: number;
  /** `matureSize` that the contract will have in this call. */
  readonly matureSize: number;
  /** Settlements taken at most. */
  readonly limit: number;
}

/** What the relay hands to the contract. */
export interface AnchorMaterial {
  readonly checkpoint: SignedCheckpoint;
  /** RFC 9162 consistency proof from `from` to the checkpoint; empty from 0 and for equal sizes. */
  readonly proof: readonly Uint8Array[];
  readonly firstBatch: number;
  readonly settlements: readonly SettlementHead[];
}

/** No signed tree reaches the size that is asked for yet. */
export class NotSignedYet extends OtpError {
  readonly code = 'OTP_LOG_NOT_SIGNED_YET';
  readonly shown = { http: 404, grpc: 5, title: 'Not signed yet' };
}

/** This service keeps one log, and it is not the one that was asked for. */
export class OtherLog extends OtpError {
  readonly code = 'OTP_LOG_UNKNOWN';
  readonly shown = { http: 404, grpc: 5, title: 'Not in the log' };
}

/**
 * What brings the contract forward: the best signed tree (one of a multiple of 256 leaves when it satisfies `min`),
 * its proof, and the consecutive settlements that this tree and the contract's maturity allow.
 * Only signed trees are ever given to the chain.
 * @throws NotSignedYet also when the contract holds more than this log ever signed
 */
export async function anchorMaterial(tx: Tx, state: ContractState): Promise<AnchorMaterial> {
  const needed = Math.max(state.from, state.min, 1);
  const alignedOne = await newestAligned(tx);
  const newest = await newestCheckpoint(tx);
  const checkpoint = alignedOne !== null && alignedOne.size >= needed ? alignedOne : newest;
  if (checkpoint === null || newest === null || checkpoint.size < needed) {
    throw new NotSignedYet(`no signed tree of ${needed} leaves`, {
      detail: `newest signed size is ${newest?.size ?? 0}`,
      retryAfterSeconds: 1,
    });
  }
  const { nextBatch, matureSize, limit } = state;
  return {
    checkpoint,
    proof: await proveConsistency(nodesAt(tx, newest.size), state.from, checkpoint.size),
    firstBatch: nextBatch,
    settlements: await readySettlements(tx, { nextBatch, matureSize, size: checkpoint.size, limit }),
  };
}
