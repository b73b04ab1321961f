export { AnchoredLog, type AnchoredLogOptions, type Code } from './anchored-log.js';
export { NotaryChain, type AnchorCall } from './notary-chain.js';
