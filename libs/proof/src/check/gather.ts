import type { Address, Hex } from 'viem';
import type { ChainFacts, ChainReader, LogPlace, PastRange } from './chain.js';
import type { Reading } from './reading.js';
import { standsIn } from './standing.js';
import { anchoredTrees } from './settlement-checks.js';

/** Asks a chain for everything that the checks of a file need. @throws ChainUnreachable */
export async function gatherFacts(chain: ChainReader, reading: Reading): Promise<ChainFacts> {
  const { contract } = reading.bundle.chain;
  const place: LogPlace = { contract, originId: `0x${Buffer.from(reading.originId).toString('hex')}` };
  const [chainId, at, finalized] = await Promise.all([chain.chainId(), chain.latestBlock(), chain.finalizedBlock()]);
  const codeHash = await chain.codeHash(contract, at);
  const nothing = { rules: null, log: null, range: null, later: null, past: null };
  if (codeHash === null) return { chainId, at, finalized, codeHash, ...nothing };
  const [rules, log, range] = await Promise.all([
    rulesOf(chain, contract, at),
    chain.log(place, at),
    chain.range(place, at),
  ]);
  const state = { chainId, at, finalized, codeHash, rules, log, range };
  const from = madeAt(reading);
  if (from === null || range === null || range.count <= from.count) return { ...state, later: null, past: null };
  const events = await chain.anchorsAfter(place, from, at);
  const later = events?.length === range.count - from.count ? events : null;
  const needsPast = later === null && !anchoredTrees(reading).every((tree) => standsIn(tree, range));
  return { ...state, later, past: needsPast ? await chain.pastRange(place, from, at) : null };
}

async function rulesOf(chain: ChainReader, contract: Address, at: ChainFacts['at']): Promise<ChainFacts['rules']> {
  const implementation = await chain.implementation(contract, at);
  if (implementation === null) return null;
  const codeHash: Hex | null = await chain.codeHash(implementation, at);
  return { implementation, codeHash };
}

/** The contract's range as of the file: not older than its newest anchor. */
function madeAt({ bundle, witnesses }: Reading): PastRange | null {
  if (bundle.anchors === null) return null;
  return {
    count: bundle.anchors.count,
    notBefore: Math.max(...witnesses.map(({ anchor }) => anchor?.time ?? 0)),
  };
}
