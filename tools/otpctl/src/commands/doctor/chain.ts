import { ChainUnreachable, rpcChain, type Block, type ChainReader } from '@otp-notary/proof';
import type { Address } from 'viem';
import type { Settings } from '../../settings.js';
import { Ailment, type Diagnosis } from './diagnosis.js';

/** A chain that has made no block for so long is stopped, or the node is cut off. */
const MAX_SILENCE_SECONDS = 900;

/** The chain and the contract. */
export const chainDiagnoses: readonly Diagnosis[] = [
  {
    name: 'chain',
    look: (settings) =>
      asking(settings, async (chain) => {
        const [id, block] = await Promise.all([chain.chainId(), chain.latestBlock()]);
        const expected = settings.get('chain_id');
        if (expected !== undefined && expected !== id.toString()) {
          throw new Ailment(`the node serves chain ${id}, not ${expected}`, 'correct the RPC URL or the chain id');
        }
        return `chain ${id}, block ${block.number}${ageOf(block)}`;
      }),
  },
  {
    name: 'contract',
    look: (settings) =>
      asking(settings, async (chain) => {
        const contract = settings.need('contract').toLowerCase() as Address;
        const at = await chain.latestBlock();
        const [code, implementation] = await Promise.all([
          chain.codeHash(contract, at),
          chain.implementation(contract, at),
        ]);
        if (code === null) throw new Ailment(`no code at ${contract}`, 'correct the address, or deploy the contract');
        const rules = implementation === null ? code : await chain.codeHash(implementation, at);
        if (rules === null) throw new Ailment(`the proxy ${contract} leads nowhere`, 'ask its governor');
        return `${contract}, rules ${rules}`;
      }),
  },
];

async function asking(settings: Settings, look: (chain: ChainReader) => Promise<string>): Promise<string> {
  try {
    return await look(rpcChain(settings.need('rpc_url'), { timeoutMs: 5_000, retries: 0 }));
  } catch (error) {
    if (!(error instanceof ChainUnreachable)) throw error;
    throw new Ailment(`the node does not answer: ${error.detail ?? ''}`, 'start the node, or correct the RPC URL');
  }
}

/** A development chain makes blocks only when something happens: its silence is worth a word, no alarm. */
function ageOf({ time }: Block): string {
  const seconds = Math.floor(Date.now() / 1000) - time;
  return seconds > MAX_SILENCE_SECONDS ? `, which is ${seconds} s old` : '';
}
