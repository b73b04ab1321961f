import { otpNotaryAbi } from '@otp-notary/contracts';
import { decodeFunctionResult, encodeEventTopics, encodeFunctionData, numberToHex, type Address, type Hex } from 'viem';
import type { z } from 'zod';
import type { ChainView } from '../domain/chain-view.js';
import { CallReverted, LaneHeld } from '../domain/errors.js';
import type { FeeHistory } from '../domain/fees.js';
import { meaningOf, type Meaning } from '../domain/node-answers.js';
import type { Chain } from '../domain/ports.js';
import type { AnchorCall, BlockId } from '../domain/transaction.js';
import type { Receipt } from '../domain/watch.js';
import { encodeAnchor, landedAnchor, logIdOf, revertOf } from './anchor-call.js';
import type { ProviderPool } from './provider-pool.js';
import type { RpcCall } from './rpc-endpoint.js';
import { RpcRefused } from './rpc-errors.js';
import * as shapes from './rpc-shapes.js';

/** Blocks whose tips count for a bid. */
const FEE_BLOCKS = 20;
const MEDIAN = 50;
/** Blocks of one log query: providers refuse more. */
const LOG_BLOCKS = 10_000n;

/** The chain over JSON-RPC. Each question is answered by one provider as of one head. */
export class RpcChain implements Chain {
  readonly #logId: Hex;

  constructor(
    private readonly pool: ProviderPool,
    private readonly contract: Address,
    origin: string,
    /** Block of the contract's creation: no anchor is older. */
    private readonly createdIn: bigint,
  ) {
    this.#logId = logIdOf(origin);
  }

  view(signer: Address): Promise<ChainView> {
    return this.pool.read(async (call) => {
      const [head, finalized, pending] = await Promise.all([
        call('eth_getBlockByNumber', ['latest', false]).then((answer) => shapes.block.parse(answer)),
        ifSupported(() => call('eth_getBlockByNumber', ['finalized', false]), shapes.block),
        ifSupported(() => call('eth_getBlockByNumber', ['pending', false]), shapes.pendingBlock),
      ]);
      const at = numberToHex(head.number);
      const [latest, pendingNonce, balance, log] = await Promise.all([
        call('eth_getTransactionCount', [signer, at]).then((answer) => shapes.quantity.parse(answer)),
        ifSupported(() => call('eth_getTransactionCount', [signer, 'pending']), shapes.quantity),
        call('eth_getBalance', [signer, at]).then((answer) => shapes.quantity.parse(answer)),
        this.#logAt(call, at),
      ]);
      return {
        signer,
        head,
        finalized: finalized?.number ?? null,
        nonces: { latest, pending: pendingNonce },
        balance,
        log,
        nextTimeSeconds: Math.max(Number(pending?.timestamp ?? 0n), head.timeSeconds + 1),
      };
    });
  }

  async receipt(hash: Hex): Promise<Receipt | null> {
    const answer = await this.#ask('eth_getTransactionReceipt', [hash], shapes.receipt.nullable());
    if (answer === null) return null;
    const succeeded = answer.status === 1n;
    return {
      block: { number: answer.blockNumber, hash: answer.blockHash },
      succeeded,
      gasUsed: answer.gasUsed,
      gasPrice: answer.effectiveGasPrice,
      landed: succeeded ? landedAnchor(answer.logs, this.contract, this.#logId) : null,
    };
  }

  async blockHash(number: bigint): Promise<Hex | null> {
    return (await this.block(number))?.hash ?? null;
  }

  block(number: bigint): Promise<(BlockId & { readonly timeSeconds: number }) | null> {
    return this.#ask('eth_getBlockByNumber', [numberToHex(number), false], shapes.block.nullable());
  }

  async knows(hash: Hex): Promise<boolean> {
    return (await this.origin(hash)) !== null;
  }

  async origin(hash: Hex): Promise<{ sender: Address; nonce: bigint } | null> {
    const answer = await this.#ask('eth_getTransactionByHash', [hash], shapes.transactionOrigin.nullable());
    return answer && { sender: answer.from, nonce: answer.nonce };
  }

  async anchorsSince(from: bigint): Promise<readonly Hex[]> {
    const topics = encodeEventTopics({ abi: otpNotaryAbi, eventName: 'Anchored', args: { originId: this.#logId } });
    const head = await this.#ask('eth_blockNumber', [], shapes.quantity);
    const found = new Set<Hex>();
    for (let start = from > this.createdIn ? from : this.createdIn; start <= head; start += LOG_BLOCKS) {
      const end = start + LOG_BLOCKS - 1n;
      const [fromBlock, toBlock] = [numberToHex(start), numberToHex(end < head ? end : head)];
      const filter = { address: this.contract, topics, fromBlock, toBlock };
      const logs = await this.#ask('eth_getLogs', [filter], shapes.transactionHashes);
      for (const { transactionHash } of logs) found.add(transactionHash);
    }
    return [...found];
  }

  async feeHistory(): Promise<FeeHistory> {
    const params = [numberToHex(FEE_BLOCKS), 'latest', [MEDIAN]];
    const { baseFeePerGas, reward = [] } = await this.#ask('eth_feeHistory', params, shapes.feeHistory);
    return { nextBaseFee: baseFeePerGas.at(-1) ?? 0n, rewards: reward.flatMap(([median]) => median ?? []) };
  }

  async simulate(sender: Address, anchor: AnchorCall, timeSeconds: number): Promise<void> {
    await this.#run('eth_call', sender, anchor, timeSeconds);
  }

  async estimateGas(sender: Address, anchor: AnchorCall, timeSeconds: number): Promise<bigint> {
    return shapes.quantity.parse(await this.#run('eth_estimateGas', sender, anchor, timeSeconds));
  }

  send(raw: Hex): Promise<Meaning> {
    return this.pool.send(raw);
  }

  /**
   * Runs the call on the newest block's state at the time of the next block. Not on the `pending` state: that one already
   * holds the transaction that this call may take the place of.
   */
  #run(method: string, from: Address, anchor: AnchorCall, timeSeconds: number): Promise<unknown> {
    const call = { from, to: this.contract, data: encodeAnchor(this.#logId, anchor) };
    return this.pool.read(async (rpc) => {
      try {
        return await rpc(method, [call, 'latest', {}, { time: numberToHex(timeSeconds) }]);
      } catch (error) {
        throw revertIn(error) ?? error;
      }
    });
  }

  async #logAt(call: RpcCall, at: Hex): Promise<ChainView['log']> {
    const data = encodeFunctionData({ abi: otpNotaryAbi, functionName: 'logOf', args: [this.#logId] });
    try {
      const answer = shapes.hex.parse(await call('eth_call', [{ to: this.contract, data }, at]));
      return decodeFunctionResult({ abi: otpNotaryAbi, functionName: 'logOf', data: answer });
    } catch (error) {
      const revert = revertIn(error);
      throw revert === null ? error : new LaneHeld('unknown-log', `the contract has no such log (${revert.message})`);
    }
  }

  #ask<S extends z.ZodType>(method: string, params: readonly unknown[], shape: S): Promise<z.infer<S>> {
    return this.pool.read(async (call) => shape.parse(await call(method, params)));
  }
}

/** Not every node has every tag: a refusal is an answer here. */
async function ifSupported<S extends z.ZodType>(ask: () => Promise<unknown>, shape: S): Promise<z.infer<S> | null> {
  try {
    const parsed = shape.safeParse(await ask());
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof RpcRefused) return null;
    throw error;
  }
}

function revertIn(error: unknown): CallReverted | null {
  if (!(error instanceof RpcRefused)) return null;
  if (meaningOf({ code: error.rpcCode, message: error.message }) !== 'reverted') return null;
  return revertOf(revertData(error.data), error.message);
}

/** Nodes put the revert data into `data` itself or one level below. */
function revertData(data: unknown): Hex | undefined {
  const inner = typeof data === 'object' && data !== null && 'data' in data ? data.data : data;
  const parsed = shapes.hex.safeParse(inner);
  return parsed.success ? parsed.data : undefined;
}
