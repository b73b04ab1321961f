/**
 * The life of one signed transaction. `replaced` and `reorged` are not ends: whatever was signed may still be mined, so
 * each stays watched until a transaction of its nonce is final.
 */
export const txStates = {
  queued: 'a nonce is reserved, nothing is signed',
  signed: 'its bytes are stored, no node is known to have it',
  broadcast: 'a node accepted it',
  replaced: 'a newer one of the same nonce bids more',
  mined: 'in a block, the contract took it',
  failed: 'in a block, reverted: the nonce is spent',
  reorged: 'its block is no longer on the chain, the nonce is open again',
  confirmed: 'deep enough to count on',
  final: 'cannot be undone',
  dropped: 'its nonce belongs to another one',
} as const;

export type TxState = keyof typeof txStates;

/** What may follow each state. A transition that is not here cannot be written. */
export const transitions = {
  queued: ['signed', 'dropped'],
  signed: ['broadcast', 'replaced', 'mined', 'failed', 'dropped'],
  broadcast: ['replaced', 'mined', 'failed', 'dropped'],
  replaced: ['mined', 'failed', 'dropped'],
  mined: ['confirmed', 'reorged'],
  failed: ['reorged', 'dropped'],
  reorged: ['mined', 'failed', 'replaced', 'dropped'],
  confirmed: ['final', 'reorged'],
  final: [],
  dropped: ['mined', 'failed'],
} as const satisfies Record<TxState, readonly TxState[]>;

export const allTxStates = Object.keys(txStates) as readonly TxState[];

/** Waits for a block; at most one of a nonce: the one that bids most. */
export const openStates = ['queued', 'signed', 'broadcast', 'reorged'] as const satisfies readonly TxState[];
/** In a block: its nonce is spent. */
export const minedStates = ['mined', 'failed', 'confirmed', 'final'] as const satisfies readonly TxState[];

export function isOpen(state: TxState): boolean {
  return (openStates as readonly TxState[]).includes(state);
}

export function isMined(state: TxState): boolean {
  return (minedStates as readonly TxState[]).includes(state);
}

export function mayFollow(from: TxState, to: TxState): boolean {
  return (transitions[from] as readonly TxState[]).includes(to);
}

/** The state of an open transaction when another one of its nonce takes its place. */
export function superseded(state: TxState): 'replaced' | 'dropped' {
  // Without bytes nothing can be mined any more.
  return state === 'queued' ? 'dropped' : 'replaced';
}

/** The table as a Mermaid diagram. `mined` has a second entry: anchors that were found on the chain. */
export function stateDiagram(): string {
  const arrows = allTxStates.flatMap((from) => transitions[from].map((to) => `  ${from} --> ${to}`));
  const notes = allTxStates.map((state) => `  ${state}: ${state} (${txStates[state]})`);
  return ['stateDiagram-v2', '  [*] --> queued', '  [*] --> mined', ...notes, ...arrows, '  final --> [*]'].join('\n');
}
