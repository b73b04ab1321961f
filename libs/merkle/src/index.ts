export { LogRangeInvalid, NoteInvalid, TilesBroken } from './errors.js';
export { HASH_BYTES, leafHash, logHasher, type Hash, type TreeHasher } from './hasher.js';
export { edgeOf, foldPeaks, planConsistency, planInclusion, type NodeRef, type ProofPlan } from './shape.js';
export { assemble, proveConsistency, proveInclusion, rootAt, type NodeReader } from './prove.js';
export { CompactRange, rootOf, type CompleteNode } from './compact-range.js';
export { MerkleTree } from './merkle-tree.js';
export { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './verify.js';
export {
  TILE_WIDTH,
  tileAdditions,
  TileNodeReader,
  tilesOf,
  tileWidth,
  type TileAddition,
  type TileRef,
  type TileStore,
} from './tiles.js';
export { entriesPath, parseTilePath, tilePath } from './tile-path.js';
export {
  fates,
  originId,
  settlementHasher,
  settlementLeaf,
  settlementTree,
  verifyFate,
  type Fate,
  type FateClaim,
  type PositionFate,
} from './settlement.js';
export {
  anchorHeights,
  anchorLeaf,
  anchorNode,
  anchorPath,
  extendAnchorPath,
  pushAnchors,
  verifyAnchor,
  type AnchorRecord,
} from './anchor-tree.js';
export { ed25519Signer, formatVkey, fromB64, parseVkey, toB64, type NoteSigner, type NoteVerifier } from './vkey.js';
export { formatNote, openNote, parseNote, signNote, type Note, type NoteSignature } from './note.js';
export { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.js';
