import type { Address, Hex, PublicClient } from 'viem';
import { otpNotaryAbi } from './generated/OtpNotary.js';

/** All that the contract holds of a log but its anchors (`LogView` in IOtpNotary.sol). Sizes stay below 2^40, times are Unix seconds. */
export interface LogState {
  readonly origin: string;
  readonly keyHash: Hex;
  readonly root: Hex;
  readonly size: number;
  readonly candidateSize: number;
  readonly matureSize: number;
  readonly candidateTime: number;
  readonly nextBatch: number;
  readonly anchorCount: number;
  readonly life: number;
}

/** Where to look: a block's number, or a tag. */
export type AtBlock =
  { readonly blockNumber: bigint } | { readonly blockTag: 'latest' | 'pending' | 'safe' | 'finalized' };

/** Reads a log's state. Throws viem's ContractFunctionExecutionError with `UnknownLog` when the contract has no such log. */
export function readLogState(
  reader: PublicClient,
  contract: Address,
  originId: Hex,
  at: AtBlock = { blockTag: 'latest' },
): Promise<LogState> {
  return reader.readContract({ abi: otpNotaryAbi, address: contract, functionName: 'logOf', args: [originId], ...at });
}

/** How many anchors a log has, and the peaks of their tree, highest (oldest) first. */
export async function readPeaks(
  reader: PublicClient,
  contract: Address,
  originId: Hex,
  at: AtBlock = { blockTag: 'latest' },
): Promise<{ readonly anchorCount: number; readonly peaks: readonly Hex[] }> {
  const [anchorCount, peaks] = await reader.readContract({
    abi: otpNotaryAbi,
    address: contract,
    functionName: 'peaks',
    args: [originId],
    ...at,
  });
  return { anchorCount, peaks };
}
