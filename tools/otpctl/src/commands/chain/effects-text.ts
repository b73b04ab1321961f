import { dryRun, type Proposal } from '@otp-notary/contracts/governance';
import type { PublicClient } from 'viem';
import { printable, type Terminal } from '../../terminal.js';

/**
 * Says what a proposal would do, from its calls and the state of the chain, before anybody signs anything.
 * @returns whether all of it is understood and would succeed
 */
export async function showEffects(terminal: Terminal, reader: PublicClient, proposal: Proposal): Promise<boolean> {
  const { effects, refusal } = await dryRun(reader, proposal);
  terminal.note(`${terminal.tone('bold', 'What it does')} (title: ${printable(proposal.title)})`);
  for (const [i, { target, address, call, arguments: args, notes }] of effects.entries()) {
    terminal.note(`  ${i + 1}. ${target} ${address}: ${call ?? terminal.tone('red', 'CANNOT BE DECODED')}`);
    for (const { name, value } of args) terminal.note(`       ${name || 'argument'} = ${printable(value)}`);
    for (const note of notes) terminal.note(`       ${printable(note)}`);
  }
  const isUnderstood = effects.every(({ call }) => call !== null);
  if (refusal === null) terminal.note(`  ${terminal.tone('green', 'Executed on the state of now it succeeds.')}`);
  else terminal.note(`  ${terminal.tone('red', 'Executed on the state of now it is refused')}: ${printable(refusal)}`);
  terminal.note(
    `  Safe ${proposal.governed.safe}, number ${proposal.safeNonce}; then ${proposal.delaySeconds} s in the timelock`,
  );
  return isUnderstood && refusal === null;
}
