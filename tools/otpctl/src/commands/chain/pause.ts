import { otpNotaryAbi } from '@otp-notary/contracts';
import { exits, NotSo } from '../../errors.js';
import type { Run } from '../command.js';
import { contractOf, withNode } from './node.js';

export interface PauseOptions {
  readonly keyFile: string;
}

/** Pauses the contract as the guardian: at once, behind no timelock. Its end is a proposal. */
export const pause: Run<PauseOptions> = async ({ settings, terminal }, { keyFile }) =>
  withNode(settings, async (node) => {
    const wallet = await node.wallet(keyFile);
    const address = contractOf(settings);
    const hash = await wallet.writeContract({ abi: otpNotaryAbi, address, functionName: 'pause' });
    const { status } = await node.reader.waitForTransactionReceipt({ hash });
    if (status !== 'success') throw new NotSo(`transaction ${hash} reverted`);
    terminal.fields([['paused', hash]]);
    return exits.ok;
  });
