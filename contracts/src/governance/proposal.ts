import {
  concatHex,
  encodeAbiParameters,
  encodeFunctionData,
  getAddress,
  isAddressEqual,
  keccak256,
  padHex,
  recoverTypedDataAddress,
  zeroAddress,
  zeroHash,
  type Address,
  type Hex,
  type PublicClient,
} from 'viem';
import { safeAbi, timelockAbi } from '../generated/Governance.js';
import type { Governed } from './deploy-governed.js';

/** One call that the timelock shall make. */
export interface GovernanceCall {
  readonly to: Address;
  readonly data: Hex;
}

/** What owners sign and what is executed later: a file that goes from hand to hand. Nothing in it is secret, nothing in it is trusted. */
export interface Proposal {
  readonly format: 'otp-notary/proposal@v1';
  readonly title: string;
  readonly chainId: number;
  readonly governed: Governed;
  readonly calls: readonly GovernanceCall[];
  /** An operation that must have been executed before; 0 for none. */
  readonly predecessor: Hex;
  readonly salt: Hex;
  /** Seconds between schedule and execution. */
  readonly delaySeconds: number;
  /** The Safe's transaction number that schedules it: what is signed is good once. */
  readonly safeNonce: number;
  /** By owner: its signature, or `approved` when the owner approved the hash on chain. */
  readonly signatures: Readonly<Record<Address, Hex | 'approved'>>;
}

/** A proposal that cannot be, or is not, what it says. */
export class ProposalInvalid extends Error {
  readonly code = 'OTP_PROPOSAL_INVALID';
}

/**
 * Proposes calls: at the Safe's next number, with the timelock's own delay.
 * @param salt fresh, so that the same calls can be proposed again
 */
export async function propose(
  reader: PublicClient,
  governed: Governed,
  wish: { readonly title: string; readonly calls: readonly GovernanceCall[]; readonly salt: Hex },
): Promise<Proposal> {
  if (wish.calls.length === 0) throw new ProposalInvalid('a proposal without calls');
  const [chainId, nonce, delay] = await Promise.all([
    reader.getChainId(),
    reader.readContract({ abi: safeAbi, address: governed.safe, functionName: 'nonce' }),
    reader.readContract({ abi: timelockAbi, address: governed.timelock, functionName: 'getMinDelay' }),
  ]);
  return {
    format: 'otp-notary/proposal@v1',
    ...wish,
    chainId,
    governed,
    predecessor: zeroHash,
    delaySeconds: Number(delay),
    safeNonce: Number(nonce),
    signatures: {},
  };
}

/** The timelock's arguments of a proposal. */
export function batchOf({ calls, predecessor, salt }: Proposal) {
  return [calls.map(({ to }) => to), calls.map(() => 0n), calls.map(({ data }) => data), predecessor, salt] as const;
}

/** The id of the operation in the timelock: `hashOperationBatch`. */
export function operationOf(proposal: Proposal): Hex {
  const types = ['address[]', 'uint256[]', 'bytes[]', 'bytes32', 'bytes32'].map((type) => ({ type }));
  return keccak256(encodeAbiParameters(types, batchOf(proposal)));
}

/** The transaction of the Safe that schedules the proposal, as EIP-712 typed data. */
export function safeTransactionOf(proposal: Proposal) {
  const { governed, chainId, delaySeconds, safeNonce } = proposal;
  return {
    domain: { chainId, verifyingContract: governed.safe },
    types: {
      SafeTx: [
        { name: 'to', type: 'address' },
        { name: 'value', type: 'uint256' },
        { name: 'data', type: 'bytes' },
        { name: 'operation', type: 'uint8' },
        { name: 'safeTxGas', type: 'uint256' },
        { name: 'baseGas', type: 'uint256' },
        { name: 'gasPrice', type: 'uint256' },
        { name: 'gasToken', type: 'address' },
        { name: 'refundReceiver', type: 'address' },
        { name: 'nonce', type: 'uint256' },
      ],
    },
    primaryType: 'SafeTx',
    message: {
      to: governed.timelock,
      value: 0n,
      data: encodeFunctionData({
        abi: timelockAbi,
        functionName: 'scheduleBatch',
        args: [...batchOf(proposal), BigInt(delaySeconds)],
      }),
      // CALL, never DELEGATECALL.
      operation: 0,
      safeTxGas: 0n,
      baseGas: 0n,
      gasPrice: 0n,
      gasToken: zeroAddress,
      refundReceiver: zeroAddress,
      nonce: BigInt(safeNonce),
    },
  } as const;
}

/** The arguments of `Safe.execTransaction` up to the signatures. */
export function execArgsOf(proposal: Proposal) {
  const { message: tx } = safeTransactionOf(proposal);
  return [
    tx.to,
    tx.value,
    tx.data,
    tx.operation,
    tx.safeTxGas,
    tx.baseGas,
    tx.gasPrice,
    tx.gasToken,
    tx.refundReceiver,
  ] as const;
}

/** The proposal with one more signature. @throws ProposalInvalid unless that owner signed exactly this */
export async function withSignature(proposal: Proposal, owner: Address, signature: Hex): Promise<Proposal> {
  const signer = await recoverTypedDataAddress({ ...safeTransactionOf(proposal), signature });
  if (!isAddressEqual(signer, owner)) throw new ProposalInvalid(`not signed by ${owner}`);
  return { ...proposal, signatures: { ...proposal.signatures, [getAddress(owner)]: signature } };
}

/** Signatures as the Safe reads them: by rising owner; for an approval on chain `r` is the owner and `v` is 1. */
export function packedSignatures(signatures: Proposal['signatures']): Hex {
  const byOwner = Object.entries(signatures) as [Address, Hex | 'approved'][];
  const sorted = byOwner.toSorted(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return concatHex(
    sorted.map(([owner, signature]) =>
      signature === 'approved' ? concatHex([padHex(owner, { size: 32 }), zeroHash, '0x01']) : signature,
    ),
  );
}
