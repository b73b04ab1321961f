import {
  approve as sign,
  cancel as cancelOperation,
  execute as takeStep,
  operationOf,
  stageOf,
  type Proposal,
  type Stage,
} from '@otp-notary/contracts/governance';
import type { PublicClient } from 'viem';
import { exits, NotSo, UsageError, type Exit } from '../../errors.js';
import type { Context, Run } from '../command.js';
import { showEffects } from './effects-text.js';
import { withNode, type Node } from './node.js';
import { readProposal, writeProposal } from './proposal-file.js';

export interface DecideOptions {
  readonly file: string;
  readonly keyFile?: string;
  readonly dryRun?: boolean;
  /** Sign what is not understood or would be refused now. */
  readonly blind?: boolean;
}

/** Signs a proposal as an owner of the Safe and adds the signature to the file. Sends nothing. */
export const approve: Run<DecideOptions> = (context, options) =>
  deciding(context, options, async (node, proposal, isGood) => {
    if (!isGood && !options.blind)
      throw new NotSo('not signed: it is not understood or would be refused; --blind signs it');
    const signed = await sign({ wallet: await node.wallet(keyOf(options)), reader: node.reader }, proposal);
    await writeProposal(options.file, signed, 'w');
    return stageOf(node.reader, signed);
  });

/** Takes the next step: schedules what enough owners signed, executes what is due. Anybody may. */
export const execute: Run<DecideOptions> = (context, options) =>
  deciding(context, options, async (node, proposal, isGood) => {
    if (!isGood && !options.blind)
      throw new NotSo('not sent: it is not understood or would be refused; --blind sends it');
    const { hash, did } = await takeStep({ wallet: await node.wallet(keyOf(options)), reader: node.reader }, proposal);
    context.terminal.fields([[did, hash]]);
    return stageOf(node.reader, proposal);
  });

/** Cancels what was scheduled, as the canceller. It can never run. */
export const cancel: Run<DecideOptions> = (context, options) =>
  deciding(context, options, async (node, proposal) => {
    const hash = await cancelOperation({ wallet: await node.wallet(keyOf(options)), reader: node.reader }, proposal);
    context.terminal.fields([['cancelled', hash]]);
    return stageOf(node.reader, proposal);
  });

/** Shows what a proposal does and where it stands, then does something with it unless this is a dry run. */
async function deciding(
  { settings, terminal }: Context,
  options: DecideOptions,
  act: (node: Node, proposal: Proposal, isGood: boolean) => Promise<Stage>,
): Promise<Exit> {
  const proposal = await readProposal(options.file);
  return withNode(settings, async (node) => {
    await assertHere(node.reader, proposal, settings.get('contract'));
    const before = await stageOf(node.reader, proposal);
    // What has run cannot run again: its dry run would say nothing.
    const isGood = before.is === 'done' || (await showEffects(terminal, node.reader, proposal));
    const after = options.dryRun ? before : await act(node, proposal, isGood);
    terminal.fields([
      ['operation', operationOf(proposal)],
      ['stands', wordsOf(after)],
    ]);
    return options.dryRun && !isGood ? exits.refused : exits.ok;
  });
}

/** @throws NotSo when the file is for another chain or contract than was asked for */
async function assertHere(
  reader: PublicClient,
  { chainId, governed }: Proposal,
  contract: string | undefined,
): Promise<void> {
  const id = await reader.getChainId();
  if (id !== chainId) throw new NotSo(`the proposal is for chain ${chainId}, the node serves ${id}`);
  if (contract !== undefined && contract.toLowerCase() !== governed.contract.toLowerCase()) {
    throw new NotSo(`the proposal is for ${governed.contract}, not ${contract}`);
  }
}

function wordsOf(stage: Stage): string {
  const words: Readonly<Record<Stage['is'], string>> = {
    unsigned: stage.is === 'unsigned' ? `${stage.signed} of ${stage.needed} signatures` : '',
    signed: 'signed: execute schedules it',
    waiting: stage.is === 'waiting' ? `scheduled: due ${new Date(stage.readyAt * 1000).toISOString()}` : '',
    ready: 'due: execute runs it',
    done: 'executed',
    spent: 'cancelled, or its number of the Safe was used otherwise: it can never run',
  };
  return words[stage.is];
}

function keyOf({ keyFile }: DecideOptions): string {
  if (keyFile === undefined) throw new UsageError('give --key-file <file>, or --dry-run');
  return keyFile;
}
