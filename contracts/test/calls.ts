import { encodeFunctionData, type Hex } from 'viem';
import { otpNotaryAbi } from '../src/index.ts';
import { ORIGIN_ID, type AnchorArgs, type Settled } from './fixture.ts';

/** Arguments of an anchor of the log of these tests. */
export function anchorOf(
  size: number | bigint,
  root: Hex,
  proof: readonly Hex[] = [],
  settlements: readonly Settled[] = [],
): AnchorArgs {
  return [ORIGIN_ID, BigInt(size), root, proof, settlements];
}

export function anchorCall(args: AnchorArgs): Hex {
  return encodeFunctionData({ abi: otpNotaryAbi, functionName: 'anchor', args });
}
