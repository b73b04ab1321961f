import { otpNotaryAbi, readLogState, readPeaks, type LogState } from '@otp-notary/contracts';
import type { AnchorRecord } from '@otp-notary/merkle';
import { createPublicClient, getAbiItem, http, keccak256, type Address, type Hex, type PublicClient } from 'viem';
import type { AnchorRange, Block, ChainReader, LogPlace, PastRange } from '../check/chain.js';
import { fromHex } from '../check/settlement-checks.js';
import { ask, askContract, askHistory, isSilence } from './asking.js';
import { firstWhere, readInParts } from './search.js';

/** `bytes32(uint256(keccak256('eip1967.proxy.implementation')) - 1)` (ERC-1967). */
const IMPLEMENTATION_SLOT = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';
/** Calls for events at most: a node that serves them in smaller portions than that is no source of history. */
const MAX_EVENT_CALLS = 200;
const anchored = getAbiItem({ abi: otpNotaryAbi, name: 'Anchored' });

export interface RpcOptions {
  /** Of one call, ms. */
  readonly timeoutMs?: number;
  /** Tries after the first. */
  readonly retries?: number;
}

/** A chain behind a JSON-RPC URL. Nothing is kept between calls. */
export function rpcChain(url: string, { timeoutMs = 10_000, retries = 2 }: RpcOptions = {}): ChainReader {
  return new RpcChain(createPublicClient({ transport: http(url, { timeout: timeoutMs, retryCount: retries }) }));
}

class RpcChain implements ChainReader {
  constructor(private readonly client: PublicClient) {}

  chainId(): Promise<bigint> {
    return ask(async () => BigInt(await this.client.getChainId()));
  }

  latestBlock(): Promise<Block> {
    return ask(async () => {
      const { number, timestamp } = await this.client.getBlock({ blockTag: 'latest' });
      return { number, time: Number(timestamp) };
    });
  }

  finalizedBlock(): Promise<Block | null> {
    return askHistory(async () => {
      const { number, timestamp } = await this.client.getBlock({ blockTag: 'finalized' });
      return { number, time: Number(timestamp) };
    });
  }

  codeHash(account: Address, at: Block): Promise<Hex | null> {
    return ask(async () => {
      const code = await this.client.getCode({ address: account, blockNumber: at.number });
      return code === undefined || code === '0x' ? null : keccak256(code);
    });
  }

  implementation(account: Address, at: Block): Promise<Address | null> {
    return ask(async () => {
      const word = await this.client.getStorageAt({
        address: account,
        slot: IMPLEMENTATION_SLOT,
        blockNumber: at.number,
      });
      const address = (word ?? '').slice(2).padStart(64, '0').slice(24);
      return /^0*$/.test(address) ? null : (`0x${address}` as const);
    });
  }

  log({ contract, originId }: LogPlace, at: Block): Promise<LogState | null> {
    return askContract(() => readLogState(this.client, contract, originId, { blockNumber: at.number }));
  }

  range({ contract, originId }: LogPlace, at: Block): Promise<AnchorRange | null> {
    return askContract(() => this.#rangeAt({ contract, originId }, at.number));
  }

  anchorsAfter(place: LogPlace, from: PastRange, at: Block): Promise<readonly AnchorRecord[] | null> {
    return askHistory(async () => {
      const first = await this.#firstBlockSince(from.notBefore, at.number);
      const records = await readInParts(first, at.number, (low, high) => this.#anchoredBetween(place, low, high), {
        budget: MAX_EVENT_CALLS,
        isFinal: isSilence,
      });
      const later = records.filter(({ index }) => index >= from.count).sort((a, b) => a.index - b.index);
      return later.every(({ index }, i) => index === from.count + i) ? later : null;
    });
  }

  pastRange(place: LogPlace, from: PastRange, at: Block): Promise<(AnchorRange & { readonly at: Block }) | null> {
    return askHistory(async () => {
      const first = await this.#firstBlockSince(from.notBefore, at.number);
      const number = await firstWhere(first, at.number, async (candidate) => {
        // Null before the log was created.
        const range = await this.range(place, { number: candidate, time: from.notBefore });
        return range !== null && range.count >= from.count;
      });
      const { timestamp } = await this.client.getBlock({ blockNumber: number });
      return { ...(await this.#rangeAt(place, number)), at: { number, time: Number(timestamp) } };
    });
  }

  async #rangeAt({ contract, originId }: LogPlace, blockNumber: bigint): Promise<AnchorRange> {
    const { anchorCount, peaks } = await readPeaks(this.client, contract, originId, { blockNumber });
    return { count: anchorCount, peaks: peaks.map((peak) => fromHex(peak)) };
  }

  /** Headers are kept by nodes that prune everything else. */
  #firstBlockSince(time: number, latest: bigint): Promise<bigint> {
    return firstWhere(0n, latest, async (blockNumber) => {
      return Number((await this.client.getBlock({ blockNumber })).timestamp) >= time;
    });
  }

  async #anchoredBetween({ contract, originId }: LogPlace, from: bigint, to: bigint): Promise<AnchorRecord[]> {
    const logs = await this.client.getLogs({
      address: contract,
      event: anchored,
      args: { originId },
      fromBlock: from,
      toBlock: to,
      strict: true,
    });
    return logs.map(({ args }) => ({
      index: Number(args.index),
      size: Number(args.size),
      root: fromHex(args.root),
      settlementsHash: fromHex(args.settlementsHash),
      time: Number(args.time),
    }));
  }
}
