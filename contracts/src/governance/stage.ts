import { getAddress, hashTypedData, verifyTypedData, type Address, type Hex, type PublicClient } from 'viem';
import { landed, type Deployer } from '../deploy.js';
import { safeAbi, timelockAbi } from '../generated/Governance.js';
import {
  batchOf,
  execArgsOf,
  operationOf,
  packedSignatures,
  ProposalInvalid,
  safeTransactionOf,
  withSignature,
  type Proposal,
} from './proposal.js';

/** Where a proposal stands. `spent`: its number of the Safe was used otherwise, or it was cancelled; it can never run. */
export type Stage =
  | { readonly is: 'unsigned'; readonly signed: number; readonly needed: number }
  | { readonly is: 'signed' }
  | { readonly is: 'waiting'; readonly readyAt: number }
  | { readonly is: 'ready' }
  | { readonly is: 'done' }
  | { readonly is: 'spent' };

/** TimelockController's OperationState. */
const [WAITING, READY, DONE] = [1, 2, 3];

/** Reads where a proposal stands. */
export async function stageOf(reader: PublicClient, proposal: Proposal): Promise<Stage> {
  const timelock = { abi: timelockAbi, address: proposal.governed.timelock } as const;
  const safe = { abi: safeAbi, address: proposal.governed.safe } as const;
  const id = operationOf(proposal);
  const state = await reader.readContract({ ...timelock, functionName: 'getOperationState', args: [id] });
  if (state === DONE) return { is: 'done' };
  if (state === READY) return { is: 'ready' };
  if (state === WAITING) {
    const at = await reader.readContract({ ...timelock, functionName: 'getTimestamp', args: [id] });
    return { is: 'waiting', readyAt: Number(at) };
  }
  if ((await reader.readContract({ ...safe, functionName: 'nonce' })) > BigInt(proposal.safeNonce))
    return { is: 'spent' };
  const needed = Number(await reader.readContract({ ...safe, functionName: 'getThreshold' }));
  const signed = Object.keys(await goodSignatures(reader, proposal)).length;
  return signed < needed ? { is: 'unsigned', signed, needed } : { is: 'signed' };
}

/** Signs as an owner, without a transaction. @throws ProposalInvalid when the wallet is no owner */
export async function approve({ wallet, reader }: Deployer, proposal: Proposal): Promise<Proposal> {
  await assertOwner({ wallet, reader }, proposal);
  const signature = await wallet.signTypedData(safeTransactionOf(proposal));
  return withSignature(proposal, wallet.account.address, signature);
}

/** Approves the hash on chain: for owners that cannot sign typed data, and for rehearsals without keys. */
export async function approveOnChain({ wallet, reader }: Deployer, proposal: Proposal): Promise<Proposal> {
  await assertOwner({ wallet, reader }, proposal);
  const hash = await wallet.writeContract({
    abi: safeAbi,
    address: proposal.governed.safe,
    functionName: 'approveHash',
    args: [hashTypedData(safeTransactionOf(proposal))],
  });
  await landed({ reader }, hash);
  return { ...proposal, signatures: { ...proposal.signatures, [getAddress(wallet.account.address)]: 'approved' } };
}

/** Makes the next step that is due: schedules what is signed, executes what is ready. Anybody may. @throws ProposalInvalid when none is */
export async function execute(
  { wallet, reader }: Deployer,
  proposal: Proposal,
): Promise<{ readonly hash: Hex; readonly did: 'scheduled' | 'executed' }> {
  // prettier-ignore
  const { is } = await stageOf(reader, proposal);
  const { safe, timelock } = proposal.governed;
  if (is === 'signed') {
    const signatures = packedSignatures(await goodSignatures(reader, proposal));
    const args = [...execArgsOf(proposal), signatures] as const;
    const hash = await wallet.writeContract({ abi: safeAbi, address: safe, functionName: 'execTransaction', args });
    await landed({ reader }, hash);
    return { hash, did: 'scheduled' };
  }
  if (is === 'ready') {
    const args = batchOf(proposal);
    const hash = await wallet.writeContract({
      abi: timelockAbi,
      address: timelock,
      functionName: 'executeBatch',
      args,
    });
    await landed({ reader }, hash);
    return { hash, did: 'executed' };
  }
  throw new ProposalInvalid(`nothing to do: the proposal is ${is}`);
}

/** Cancels what was scheduled: as the canceller. */
export async function cancel({ wallet, reader }: Deployer, proposal: Proposal): Promise<Hex> {
  const hash = await wallet.writeContract({
    abi: timelockAbi,
    address: proposal.governed.timelock,
    functionName: 'cancel',
    args: [operationOf(proposal)],
  });
  await landed({ reader }, hash);
  return hash;
}

/** The signatures of a file that are what they say, of accounts that are owners now: the file may hold anything. */
async function goodSignatures(reader: PublicClient, proposal: Proposal): Promise<Proposal['signatures']> {
  const safe = { abi: safeAbi, address: proposal.governed.safe } as const;
  const typedData = safeTransactionOf(proposal);
  const owners = await reader.readContract({ ...safe, functionName: 'getOwners' });
  const good: Record<Address, Hex | 'approved'> = {};
  for (const owner of owners) {
    const given = proposal.signatures[owner];
    if (given === undefined) continue;
    const isGood =
      given === 'approved'
        ? (await reader.readContract({
            ...safe,
            functionName: 'approvedHashes',
            args: [owner, hashTypedData(typedData)],
          })) > 0n
        : await verifyTypedData({ ...typedData, address: owner, signature: given }).catch(() => false);
    if (isGood) good[owner] = given;
  }
  return good;
}

async function assertOwner({ wallet, reader }: Deployer, { governed }: Proposal): Promise<void> {
  const owner = wallet.account.address;
  const isOwner = await reader.readContract({
    abi: safeAbi,
    address: governed.safe,
    functionName: 'isOwner',
    args: [owner],
  });
  if (!isOwner) throw new ProposalInvalid(`${owner} is no owner of the Safe`);
}
