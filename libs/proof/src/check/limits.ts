import type { Trust } from './chain-checks.js';
import type { Reading } from './reading.js';

/** What no point of a report proves: said each time, so that nobody reads more into a proof than it holds. */
export function limitsOf({ bundle }: Reading, trust: Trust): string[] {
  const { used, settlement, order, issued } = bundle;
  return [
    'That the right person typed the code, or that the channel it went through was private.',
    'Times inside leaves: they are the log’s word. The chain proves only that a leaf is not younger than its anchor.',
    'That the node tells the truth about the chain: ask your own, or several.',
    'What the contract will do after an upgrade: its governor can change the rules, and their code hash shows it.',
    ...(used === null && settlement !== null
      ? ['That nobody was told the code was accepted: a signed receipt for this position would convict the log.']
      : []),
    ...(order === 'claimed'
      ? ['That issue and use came to the log in this order: no anchor lies between them, so it is the log’s word.']
      : []),
    ...(Object.hasOwn(issued.disclosed, 'challenge')
      ? []
      : ['Which challenge this is: the file does not disclose it.']),
    ...(trust.contract === undefined
      ? ['That this contract is the one you mean: its address was taken from the file.']
      : []),
  ];
}
