export { BundleInvalid, ChainUnreachable, EntryInvalid } from './errors.js';
export { opens, openingsOf, SEED_BYTES, type Opening } from './field-commitment.js';
export {
  committedFields,
  encodeLeaf,
  parseEntry,
  type CommittedField,
  type CommittingKind,
  type Leaf,
  type LeafKind,
  type LeafOf,
} from './leaf.js';
export {
  batchClosedEntry,
  batchOpenedEntry,
  issuedEntry,
  lockedEntry,
  rejectedEntry,
  verifiedEntry,
  type CommittedEntry,
  type Happening,
} from './entries.js';
export {
  bundleSchema,
  checkedShape,
  encodeBundle,
  orderTiers,
  parseBundle,
  type Bundle,
  type OrderTier,
  type ProvenLeaf,
  type Settlement,
  type Witness,
} from './bundle.js';
export { settlementsHash } from './check/settlement-checks.js';
export { checkBundle, checkFile, type CheckOptions } from './check.js';
export { type Trust } from './check/chain-checks.js';
export { type AnchorRange, type Block, type ChainReader, type LogPlace, type PastRange } from './check/chain.js';
export { outcomeOf, verdicts, type Outcome, type Point, type Report, type Verdict } from './report.js';
export { rpcChain, type RpcOptions } from './rpc/rpc-chain.js';
export { checkReceiptAgainst, type ReceiptClaim } from './check/receipt.js';
export { directProof, onChainProof, type OnChainProof } from './on-chain.js';
