import { otpNotaryAbi } from '@otp-notary/contracts';
import { originId } from '@otp-notary/merkle';
import { decodeErrorResult, encodeFunctionData, parseEventLogs, toHex, type Address, type Hex, type Log } from 'viem';
import { CallReverted } from '../domain/errors.js';
import type { AnchorCall, LandedAnchor } from '../domain/transaction.js';

/** The contract's name of a log: SHA-256 of its origin. */
export function logIdOf(origin: string): Hex {
  return toHex(originId(origin));
}

/** Calldata of an `anchor` call. */
export function encodeAnchor(logId: Hex, call: AnchorCall): Hex {
  return encodeFunctionData({
    abi: otpNotaryAbi,
    functionName: 'anchor',
    args: [
      logId,
      BigInt(call.size),
      call.root,
      call.proof,
      call.settlements.map(({ count, issuedBelow, root }) => ({ count, issuedBelow: BigInt(issuedBelow), root })),
    ],
  });
}

/** The anchor that a transaction's logs tell of, or null when it anchored nothing of this log. */
export function landedAnchor(logs: readonly Log[], contract: Address, logId: Hex): LandedAnchor | null {
  const ours = logs.filter(({ address }) => address.toLowerCase() === contract.toLowerCase());
  const parsed = parseEventLogs({ abi: otpNotaryAbi, logs: ours });
  let anchored: Omit<LandedAnchor, 'firstBatch' | 'settlements'> | null = null;
  const settled = [];
  for (const event of parsed) {
    if (event.eventName === 'Anchored' && event.args.originId === logId) {
      const { index, size, root, settlementsHash, time } = event.args;
      anchored = { index: Number(index), size: Number(size), root, settlementsHash, timeSeconds: Number(time) };
    }
    if (event.eventName === 'Settled' && event.args.originId === logId) settled.push(event.args);
  }
  if (anchored === null) return null;
  return {
    ...anchored,
    firstBatch: Number(settled[0]?.batch ?? 0n),
    settlements: settled.map(({ count, issuedBelow, root }) => ({ count, issuedBelow: Number(issuedBelow), root })),
  };
}

/** Why the contract refused a call, by its ABI. */
export function revertOf(data: Hex | undefined, message: string): CallReverted {
  if (data === undefined || data.length < 10) return new CallReverted('unknown', message);
  try {
    const { errorName, args } = decodeErrorResult({ abi: otpNotaryAbi, data });
    return new CallReverted(errorName, `${errorName}(${(args ?? []).join(', ')})`);
  } catch {
    return new CallReverted('unknown', `${message} (data ${data.slice(0, 10)}…)`);
  }
}
