export {
  codeHashOf,
  deployOtpNotary,
  DeploymentReverted,
  implementationOf,
  type Deployer,
  type Deployment,
  type DeploymentPlan,
  type LogPlan,
} from './deploy.js';
export { otpNotaryAbi, otpNotaryBytecode, proxyAbi, proxyBytecode } from './generated/OtpNotary.js';
export { provenCodesAbi, provenCodesBytecode } from './generated/ProvenCodes.js';
export {
  deployProvenCodes,
  issuedLeafOf,
  NotProvable,
  receiptKeyHash,
  receiptOf,
  verifiedLeafOf,
  type DirectProof,
  type FateProof,
  type IssuedLeaf,
  type LeafProof,
  type ReceiptJwk,
  type VerifiedLeaf,
} from './proven-codes.js';
export { readLogState, readPeaks, type AtBlock, type LogState } from './read.js';
