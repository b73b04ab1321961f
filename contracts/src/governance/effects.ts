import {
  BaseError,
  concatHex,
  decodeErrorResult,
  decodeFunctionData,
  encodeFunctionData,
  getAddress,
  isAddressEqual,
  keccak256,
  numberToHex,
  padHex,
  zeroAddress,
  type Abi,
  type Address,
  type Hex,
  type PublicClient,
} from 'viem';
import { codeHashOf, implementationOf } from '../deploy.js';
import { proxyAdminAbi, safeAbi, timelockAbi } from '../generated/Governance.js';
import { otpNotaryAbi, proxyAbi } from '../generated/OtpNotary.js';
import { provenCodesAbi } from '../generated/ProvenCodes.js';
import { roleName } from './roles.js';
import { batchOf, operationOf, type GovernanceCall, type Proposal } from './proposal.js';

/** One argument of a decoded call. */
export interface Argument {
  readonly name: string;
  readonly value: string;
}

/** What a call would do, in words of the contract it calls. */
export interface Effect {
  /** `OtpNotary`, `ProxyAdmin`, …; `unknown` for anything that is not ours. */
  readonly target: string;
  readonly address: Address;
  /** Null when the call is in no ABI of the target: whoever signs it signs blindly. */
  readonly call: string | null;
  readonly arguments: readonly Argument[];
  /** What stands now and what would stand, where that is more than the arguments say. */
  readonly notes: readonly string[];
}

/** What execution would do now, were it due. */
export interface DryRun {
  readonly effects: readonly Effect[];
  /** Null when it would succeed, else the name of the refusal. */
  readonly refusal: string | null;
}

const EVERY_ERROR = [...otpNotaryAbi, ...proxyAbi, ...provenCodesAbi, ...timelockAbi, ...proxyAdminAbi];
/** `_timestamps` of TimelockController: `mapping(bytes32 id => uint256)`. */
const TIMESTAMPS_SLOT = 1n;

/**
 * Decodes a proposal and runs it on the state of now, as if it were due: nothing is sent. What is decoded comes from the
 * calls themselves, never from the file's title.
 */
export async function dryRun(reader: PublicClient, proposal: Proposal): Promise<DryRun> {
  const effects = await Promise.all(proposal.calls.map((call) => effectOf(reader, proposal, call)));
  return { effects, refusal: await refusalOf(reader, proposal) };
}

async function effectOf(reader: PublicClient, proposal: Proposal, { to, data }: GovernanceCall): Promise<Effect> {
  const [target, abi] = knownTarget(proposal, to);
  const address = getAddress(to);
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data });
    const item = abi.find(
      (part) => part.type === 'function' && part.name === functionName && part.inputs.length === args.length,
    );
    const inputs = item?.type === 'function' ? item.inputs : [];
    const named = inputs.map(({ name = '', type }, i) => ({ name, value: shown(args[i], type) }));
    return {
      target,
      address,
      call: functionName,
      arguments: named,
      notes: await notesOn(reader, proposal, functionName, args),
    };
  } catch {
    return { target, address, call: null, arguments: [{ name: 'data', value: data }], notes: ['cannot be decoded'] };
  }
}

function knownTarget({ governed }: Proposal, to: Address): readonly [string, Abi] {
  const known: readonly (readonly [Address, string, Abi])[] = [
    [governed.contract, 'OtpNotary', otpNotaryAbi],
    [governed.provenCodes, 'ProvenCodes', provenCodesAbi],
    [governed.proxyAdmin, 'ProxyAdmin', proxyAdminAbi],
    [governed.timelock, 'TimelockController', timelockAbi],
    [governed.safe, 'Safe', safeAbi],
  ];
  const [, name, abi] = known.find(([address]) => address !== zeroAddress && isAddressEqual(address, to)) ?? [
    to,
    'unknown',
    [],
  ];
  return [name, abi];
}

/** What stands now where the arguments alone do not tell it. */
async function notesOn(
  reader: PublicClient,
  { governed }: Proposal,
  call: string,
  args: readonly unknown[],
): Promise<string[]> {
  if (call === 'upgradeAndCall') {
    const [proxy, next, data] = args as readonly [Address, Address, Hex];
    const now = await implementationOf(reader, proxy);
    const [before, after] = await Promise.all([codeHashOf(reader, now), codeHashOf(reader, next)]);
    const isEmpty = (await reader.getCode({ address: next })) === undefined;
    return [
      `rules now ${now}, code hash ${before}`,
      isEmpty ? `there is no code at ${next}` : `rules then ${next}, code hash ${after}`,
      ...(proxy.toLowerCase() === governed.contract.toLowerCase() ? [] : [`another proxy than ${governed.contract}`]),
      ...(data === '0x' ? [] : [`then calls the proxy with ${data}`]),
    ];
  }
  if (call === 'updateDelay') {
    const delay = await reader.readContract({
      abi: timelockAbi,
      address: governed.timelock,
      functionName: 'getMinDelay',
    });
    return [`now ${delay} s`];
  }
  return [];
}

function shown(value: unknown, type: string): string {
  if (type === 'bytes32' && typeof value === 'string') return roleName(value) ?? value;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)) ?? '';
}

/** Executes with the operation marked as due, by an override of the timelock's storage that lasts for one call. */
async function refusalOf(reader: PublicClient, proposal: Proposal): Promise<string | null> {
  const { timelock } = proposal.governed;
  const slot = keccak256(concatHex([operationOf(proposal), numberToHex(TIMESTAMPS_SLOT, { size: 32 })]));
  // Any time that has passed but 1, which says that it was executed.
  const due = padHex('0x02', { size: 32 });
  try {
    await reader.call({
      to: timelock,
      data: encodeFunctionData({ abi: timelockAbi, functionName: 'executeBatch', args: batchOf(proposal) }),
      stateOverride: [{ address: timelock, stateDiff: [{ slot, value: due }] }],
    });
    return null;
  } catch (error) {
    return refusalName(error);
  }
}

/** The name of the error that a call ended with. @throws what is no revert */
function refusalName(error: unknown): string {
  const found = error instanceof BaseError ? error.walk((cause) => dataOf(cause) !== undefined) : null;
  const data = dataOf(found);
  if (data === undefined) {
    if (/revert/i.test(String(error))) return 'reverted without a reason';
    throw error;
  }
  try {
    return decodeErrorResult({ abi: EVERY_ERROR, data }).errorName;
  } catch {
    return data;
  }
}

function dataOf(cause: unknown): Hex | undefined {
  if (typeof cause !== 'object' || cause === null || !('data' in cause)) return undefined;
  const { data } = cause;
  if (typeof data === 'string' && data.startsWith('0x')) return data as Hex;
  return typeof data === 'object' ? dataOf(data) : undefined;
}
