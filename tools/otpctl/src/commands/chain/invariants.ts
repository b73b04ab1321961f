import { otpNotaryAbi, readLogState, readPeaks, type LogState } from '@otp-notary/contracts';
import type { Address, Hex, PublicClient } from 'viem';

/** A log as the contract holds it. */
export interface LogFacts {
  readonly state: LogState;
  readonly anchorCount: number;
  readonly peaks: readonly Hex[];
}

/** Every log of the contract, by its id. */
export async function readLogs(reader: PublicClient, address: Address, fromBlock: bigint): Promise<Map<Hex, LogFacts>> {
  const contract = { abi: otpNotaryAbi, address } as const;
  const created = await reader.getContractEvents({ ...contract, eventName: 'LogCreated', fromBlock, strict: true });
  const blockNumber = await reader.getBlockNumber();
  const logs = new Map<Hex, LogFacts>();
  for (const { args } of created) {
    const at = { blockNumber } as const;
    const state = await readLogState(reader, address, args.originId, at);
    logs.set(args.originId, { state, ...(await readPeaks(reader, address, args.originId, at)) });
  }
  return logs;
}

/** What a log lost, one sentence each. The line may run meanwhile: logs only grow. */
export function lost(before: ReadonlyMap<Hex, LogFacts>, after: ReadonlyMap<Hex, LogFacts>): string[] {
  return [...before].flatMap(([id, was]) => {
    const is = after.get(id);
    if (is === undefined) return [`log ${was.state.origin} is gone`];
    const fixed = ['origin', 'keyHash', 'life'] as const;
    const growing = ['size', 'candidateSize', 'matureSize', 'candidateTime', 'nextBatch', 'anchorCount'] as const;
    const changed = fixed.filter((member) => is.state[member] !== was.state[member]);
    const shrunk = growing.filter((member) => is.state[member] < was.state[member]);
    const isSame = is.anchorCount === was.anchorCount;
    const isRewritten = isSame && (is.state.root !== was.state.root || is.peaks.join() !== was.peaks.join());
    const harmed = [...changed, ...shrunk, ...(isRewritten ? ['anchors'] : [])];
    return harmed.map((member) => `log ${was.state.origin}: ${member} changed`);
  });
}
