export { findingKinds, type Finding, type FindingKind } from './finding.js';
export { fsck, type FsckOptions, type FsckReport } from './fsck.js';
export { Pass, type PassOptions, type Step } from './pass.js';
export { readAnchors, type StoredAnchors } from './anchors.js';
export { type RootClaim } from './roots.js';
export { parseSignedState, type SignedState } from './signed-state.js';
export { LogStore, type Database } from './store.js';
