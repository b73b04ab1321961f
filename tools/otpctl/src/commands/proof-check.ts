import { checkFile, rpcChain, type Report, type Trust } from '@otp-notary/proof';
import { exits, type Exit } from '../errors.js';
import { readInput } from '../input.js';
import { exitOf, showReport, showTally } from '../report-text.js';
import type { Settings } from '../settings.js';
import type { Run } from './command.js';

export interface ProofCheckOptions {
  readonly files: readonly string[];
  readonly origin?: string;
  readonly rulesHash?: string;
  readonly complete?: boolean;
  readonly json?: boolean;
}

/**
 * Checks proof files against the chain: needs the files, an RPC URL and what one knows of the contract, nothing else.
 * The exit is that of the worst file.
 */
export const proofCheck: Run<ProofCheckOptions> = async ({ settings, terminal }, options) => {
  const chain = rpcChain(settings.need('rpc_url'));
  const trust = trustOf(settings, options);
  const checked: { readonly file: string; readonly report: Report }[] = [];
  for (const file of options.files) {
    const report = await checkFile(await readInput(file), { chain, trust });
    checked.push({ file, report });
    if (options.json !== true) showReport(terminal, file, report);
  }
  if (options.json) terminal.json(checked.length === 1 ? shown(checked)[0] : shown(checked));
  else if (checked.length > 1) showTally(terminal, checked.map(({ report }) => report)); // prettier-ignore
  return worst(checked.map(({ report }) => exitFor(report, options.complete ?? false)));
};

function shown(checked: readonly { readonly file: string; readonly report: Report }[]): readonly object[] {
  return checked.map(({ file, report }) => ({ file, ...report }));
}

/** A false proof outweighs one of which nothing is known. */
function worst(all: readonly Exit[]): Exit {
  return [exits.refused, exits.unknown].find((exit) => all.includes(exit)) ?? exits.ok;
}

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
