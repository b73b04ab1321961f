import { checkFile, rpcChain, type Report, type Trust } from '@otp-notary/proof';
import { exits, type Exit } from '../errors.js';
import { readInput } from '../input.js';
import { exitOf, showReport } from '../report-text.js';
import type { Settings } from '../settings.js';
import type { Run } from './command.js';

export interface ProofCheckOptions {
  readonly file: string;
  readonly origin?: string;
  readonly rulesHash?: string;
  readonly complete?: boolean;
  readonly json?: boolean;
}

/** Checks a proof file against the chain: needs the file, an RPC URL and what one knows of the contract, nothing else. */
export const proofCheck: Run<ProofCheckOptions> = async ({ settings, terminal }, options) => {
  const chain = rpcChain(settings.need('rpc_url'));
  const report = await checkFile(await readInput(options.file), { chain, trust: trustOf(settings, options) });
  if (options.json) terminal.json({ file: options.file, ...report });
  else showReport(terminal, options.file, report);
  return exitFor(report, options.complete ?? false);
};

/** `complete`: only a proof of which nothing stands out is good. */
function exitFor({ outcome }: Report, complete: boolean): Exit {
  return complete && outcome === 'open' ? exits.refused : exitOf[outcome];
}

/** What is known from elsewhere than the file. */
export function trustOf(settings: Settings, { origin, rulesHash }: Partial<ProofCheckOptions> = {}): Trust {
  const [chainId, contract] = [settings.get('chain_id'), settings.get('contract')];
  return {
    ...(chainId === undefined ? {} : { chainId: BigInt(chainId) }),
    ...(contract === undefined ? {} : { contract }),
    ...(origin === undefined ? {} : { origin }),
    ...(rulesHash === undefined ? {} : { rulesHash }),
  };
}
