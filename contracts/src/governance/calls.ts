import { encodeFunctionData, type Address, type Hex } from 'viem';
import { timelockAbi, proxyAdminAbi } from '../generated/Governance.js';
import { otpNotaryAbi } from '../generated/OtpNotary.js';
import { provenCodesAbi } from '../generated/ProvenCodes.js';
import type { LogPlan } from '../deploy.js';
import type { Governed } from './deploy-governed.js';
import type { GovernanceCall } from './proposal.js';
import { roleHash } from './roles.js';

/** What governance decides, as calls of the timelock. */
export const governanceCalls = {
  /** Puts another implementation behind the proxy, and calls the proxy with `data` unless that is empty. */
  upgrade: ({ proxyAdmin, contract }: Governed, implementation: Address, data: Hex = '0x'): GovernanceCall => ({
    to: proxyAdmin,
    data: encodeFunctionData({
      abi: proxyAdminAbi,
      functionName: 'upgradeAndCall',
      args: [contract, implementation, data],
    }),
  }),
  unpause: ({ contract }: Governed): GovernanceCall => ({
    to: contract,
    data: encodeFunctionData({ abi: otpNotaryAbi, functionName: 'unpause' }),
  }),
  createLog: ({ contract }: Governed, { origin, keyHash, lifeSeconds }: LogPlan): GovernanceCall => ({
    to: contract,
    data: encodeFunctionData({ abi: otpNotaryAbi, functionName: 'createLog', args: [origin, keyHash, lifeSeconds] }),
  }),
  addReceiptKey: ({ provenCodes }: Governed, origin: string, keyHash: Hex): GovernanceCall => ({
    to: provenCodes,
    data: encodeFunctionData({ abi: provenCodesAbi, functionName: 'addReceiptKey', args: [origin, keyHash] }),
  }),
  retireReceiptKey: ({ provenCodes }: Governed, originId: Hex, keyHash: Hex): GovernanceCall => ({
    to: provenCodes,
    data: encodeFunctionData({ abi: provenCodesAbi, functionName: 'retireReceiptKey', args: [originId, keyHash] }),
  }),
  /** Gives a role of the contract to an account, or takes it away. */
  grantRole: ({ contract }: Governed, role: string, account: Address): GovernanceCall => ({
    to: contract,
    data: encodeFunctionData({ abi: otpNotaryAbi, functionName: 'grantRole', args: [roleHash(role), account] }),
  }),
  revokeRole: ({ contract }: Governed, role: string, account: Address): GovernanceCall => ({
    to: contract,
    data: encodeFunctionData({ abi: otpNotaryAbi, functionName: 'revokeRole', args: [roleHash(role), account] }),
  }),
  updateDelay: ({ timelock }: Governed, seconds: number): GovernanceCall => ({
    to: timelock,
    data: encodeFunctionData({ abi: timelockAbi, functionName: 'updateDelay', args: [BigInt(seconds)] }),
  }),
} as const;
