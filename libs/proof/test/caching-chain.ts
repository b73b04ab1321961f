import type { ChainReader } from '../src/index.js';

/** A chain that answers each question once and remembers: state does not move while a test mutates a file. */
export function cached(chain: ChainReader): ChainReader {
  const answers = new Map<string, Promise<unknown>>();
  function remember<A extends unknown[], R>(name: string, ask: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return (...args) => {
      const key = JSON.stringify([name, args], (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}n` : value,
      );
      const known = answers.get(key) ?? ask(...args);
      answers.set(key, known);
      return known as Promise<R>;
    };
  }
  return {
    chainId: remember('chainId', () => chain.chainId()),
    latestBlock: remember('latestBlock', () => chain.latestBlock()),
    finalizedBlock: remember('finalizedBlock', () => chain.finalizedBlock()),
    codeHash: remember('codeHash', (account, at) => chain.codeHash(account, at)),
    implementation: remember('implementation', (account, at) => chain.implementation(account, at)),
    log: remember('log', (place, at) => chain.log(place, at)),
    range: remember('range', (place, at) => chain.range(place, at)),
    anchorsAfter: remember('anchorsAfter', (place, from, at) => chain.anchorsAfter(place, from, at)),
    pastRange: remember('pastRange', (place, from, at) => chain.pastRange(place, from, at)),
  };
}
