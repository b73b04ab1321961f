export {
  declaredAccess,
  accessReview,
  type AccessReview,
  type AccessRow,
  type DeclaredAccess,
} from './access-review.js';
export { readAccess, type AccessFacts, type SafeFacts, type TimelockFacts } from './access-facts.js';
export { governanceCalls } from './calls.js';
export { deployGoverned, type Governed, type GovernancePlan, type ReceiptKeyPlan } from './deploy-governed.js';
export { dryRun, type DryRun, type Effect } from './effects.js';
export { findGoverned, NotGoverned } from './find-governed.js';
export { Rehearsal, RehearsalRefused, type RehearsedUpgrade } from './rehearsal.js';
export { adminOf } from './erc1967.js';
export { GovernanceTooWeak, minimums, type Minimums } from './minimums.js';
export {
  operationOf,
  ProposalInvalid,
  propose,
  safeTransactionOf,
  withSignature,
  type GovernanceCall,
  type Proposal,
} from './proposal.js';
export { approve, approveOnChain, cancel, execute, stageOf, type Stage } from './stage.js';
