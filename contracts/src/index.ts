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
export { readLogState, readPeaks, type AtBlock, type LogState } from './read.js';
