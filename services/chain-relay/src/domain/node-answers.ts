/** What a node's refusal means for us. */
export type Meaning =
  | 'accepted'
  | 'nonce-too-low'
  | 'nonce-too-high'
  | 'replacement-underpriced'
  | 'fee-too-low'
  | 'no-funds'
  | 'pool-full'
  | 'bad-gas'
  | 'reverted'
  | 'rate-limited'
  | 'unknown-outcome';

export interface Answer {
  /** JSON-RPC error code. */
  readonly code: number;
  readonly message: string;
}

interface Row {
  readonly text?: RegExp;
  readonly codes?: readonly number[];
  readonly meaning: Exclude<Meaning, 'unknown-outcome'>;
}

/**
 * Node answers and what they mean; the first row that fits counts. Texts come before codes: -32603 and -32000 are used
 * for everything. Wording of geth, reth, erigon, besu, nethermind, anvil and hosted nodes.
 */
export const nodeAnswers: readonly Row[] = [
  {
    text: /already known|known transaction|alreadyknown|already imported|already in (the )?(mem)?pool/i,
    meaning: 'accepted',
  },
  {
    text: /nonce (is )?too low|oldnonce|nonce.*already (been )?used|nonce has already been used/i,
    meaning: 'nonce-too-low',
  },
  { text: /nonce (is )?too high|noncetoohigh|nonce gap|nonce is (too )?distant/i, meaning: 'nonce-too-high' },
  {
    text: /replacement transaction underpriced|replacementnotallowed|replacement.*(too low|underpriced)|gas price too low to replace/i,
    meaning: 'replacement-underpriced',
  },
  {
    text: /insufficient funds|insufficientfunds|doesn't have enough funds|upfront cost exceeds account balance/i,
    meaning: 'no-funds',
  },
  {
    text: /underpriced|feetoolow|max fee per gas less than block base fee|less than block base fee|below (the |configured )?minimum|gas ?price.*too low/i,
    meaning: 'fee-too-low',
  },
  {
    text: /(tx|transaction) ?pool is full|mempool is full|poolfull|account limit exceeded|too many transactions/i,
    meaning: 'pool-full',
  },
  {
    text: /exceeds block gas limit|block gas limit exceeded|intrinsic gas too low|gas required exceeds allowance|out of gas|gas limit (is )?too (low|high)/i,
    meaning: 'bad-gas',
  },
  { text: /execution reverted|reverted/i, codes: [3], meaning: 'reverted' },
  {
    text: /too many requests|rate limit|request limit|exceeded.*quota|capacity.*exceeded/i,
    codes: [429, -32005, -32029],
    meaning: 'rate-limited',
  },
];

/** Text that is not known is an unknown outcome, never a failure: the transaction may be out. */
export function meaningOf({ code, message }: Answer): Meaning {
  const fits = nodeAnswers.find(({ text, codes }) => text?.test(message) === true || codes?.includes(code) === true);
  return fits?.meaning ?? 'unknown-outcome';
}

/** Whether another node might answer otherwise. An application's refusal is never a provider's fault. */
export function isProvidersFault(meaning: Meaning): boolean {
  return meaning === 'rate-limited' || meaning === 'pool-full' || meaning === 'unknown-outcome';
}
