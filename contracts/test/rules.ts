/** The rules of a chain of Hardhat. */
export interface Rules {
  readonly hardfork: string;
  readonly transactionGasCap?: false;
  readonly blockGasLimit?: number;
}

/** What Hardhat must be told so that a hard fork's rules hold as far as it has them. */
export function rulesOf(hardfork: string): Rules {
  // EIP-8037 has a reservoir for the state gas beyond the cap; EDR's Amsterdam lacks it, so nothing could be deployed.
  return hardfork === 'amsterdam' ? { hardfork, transactionGasCap: false, blockGasLimit: 120_000_000 } : { hardfork };
}
