import { keccak256, type Address, type Hex } from 'viem';
import { z } from 'zod';
import type { RpcCall } from './rpc-endpoint.js';
import { WrongChain } from './rpc-errors.js';

/** What a provider must show before anything that it says counts. */
export interface ChainPins {
  readonly chainId: bigint;
  /** Hash of block 0; null: not checked. */
  readonly genesisHash: Hex | null;
  readonly contract: Address;
  /** keccak256 of the contract's code. */
  readonly codeHash: Hex;
}

const hex = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]*$/)]);
const genesis = z.object({ hash: hex });

/** Compares a provider's chain with what is pinned. @throws WrongChain naming what differs; RpcRefused, RpcUnanswered */
export async function checkIdentity(call: RpcCall, pins: ChainPins): Promise<void> {
  const chainId = BigInt(hex.parse(await call('eth_chainId', [])));
  if (chainId !== pins.chainId) throw new WrongChain(`chain id is ${chainId}, pinned is ${pins.chainId}`);
  if (pins.genesisHash !== null) {
    const { hash } = genesis.parse(await call('eth_getBlockByNumber', ['0x0', false]));
    if (hash !== pins.genesisHash) throw new WrongChain(`genesis is ${hash}, pinned is ${pins.genesisHash}`);
  }
  const code = hex.parse(await call('eth_getCode', [pins.contract, 'latest']));
  if (code === '0x') throw new WrongChain(`no contract at ${pins.contract}`);
  const codeHash = keccak256(code);
  if (codeHash !== pins.codeHash) {
    throw new WrongChain(`code hash of ${pins.contract} is ${codeHash}, pinned is ${pins.codeHash}`);
  }
}
