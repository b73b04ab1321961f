import { findGoverned, readAccess, Rehearsal, type RehearsedUpgrade } from '@otp-notary/contracts/governance';
import { exits, NotSo, UsageError } from '../../errors.js';
import { printable } from '../../terminal.js';
import type { Context, Run } from '../command.js';
import { lost, readLogs } from './invariants.js';
import { contractOf, withNode, type Node } from './node.js';
import { checkAll, worsened } from './still-proven.js';

export interface UpgradeOptions {
  readonly rehearse?: boolean;
  readonly proofs?: string;
  readonly moveTime?: boolean;
  readonly fromBlock?: number;
  readonly json?: boolean;
}

/** One look at everything that an upgrade must leave as it is. */
interface Look {
  readonly when: string;
  readonly proofs: number;
  readonly logs: number;
  /** What is worse than at the first look, one sentence each. */
  readonly worse: readonly string[];
}

/**
 * Rehearses an upgrade on a development node with real data: to the rehearsal's implementation and back, each through
 * Safe, timelock and ProxyAdmin, with every proof file and every log held against what they were before.
 */
export const upgrade: Run<UpgradeOptions> = async (context, options) => {
  const { rehearse, proofs } = options;
  if (!rehearse)
    throw new UsageError(
      'only --rehearse: a real upgrade is a proposal (otpctl chain propose upgrade <implementation>)',
    );
  if (proofs === undefined) throw new UsageError('give --proofs <directory> with proof files of this contract');
  return withNode(context.settings, async (node) => {
    const { looks, upgrades } = await rehearsal(context, node, { ...options, proofs });
    const problems = [...looks.flatMap(({ worse }) => worse), ...upgrades.flatMap((done) => undeclared(done))];
    if (options.json) context.terminal.json({ looks, upgrades, problems });
    for (const problem of problems) context.terminal.note(`${context.terminal.tone('red', '✗')} ${printable(problem)}`);
    if (!options.json) context.terminal.line(problems.length === 0 ? 'REHEARSED: everything is as it was' : 'FAILED');
    return problems.length === 0 ? exits.ok : exits.refused;
  });
};

async function rehearsal(
  { settings, terminal }: Context,
  { reader, url }: Node,
  options: UpgradeOptions & { readonly proofs: string },
): Promise<{ looks: Look[]; upgrades: RehearsedUpgrade[] }> {
  const contract = contractOf(settings);
  const fromBlock = BigInt(options.fromBlock ?? 0);
  const governed = await findGoverned(reader, contract, { fromBlock });
  const { implementation, timelock } = await readAccess(reader, contract, fromBlock);
  const stage = await Rehearsal.open(url, governed, {
    mayMoveTime: options.moveTime ?? false,
    delaySeconds: timelock?.delaySeconds ?? 0,
  });
  const say = (text: string): void => terminal.note(`  ${text}`);
  const first = { proofs: await checkAll(options.proofs, url), logs: await readLogs(reader, contract, fromBlock) };
  const failing = [...first.proofs].filter(([, { outcome }]) => outcome === 'failed').map(([name]) => name);
  if (failing.length > 0) throw new NotSo(`not begun: false already are ${failing.join(', ')}`);
  say(`before: ${first.proofs.size} proofs, ${first.logs.size} logs, rules ${implementation}`);
  const look = async (when: string): Promise<Look> => {
    const [proofs, logs] = [await checkAll(options.proofs, url), await readLogs(reader, contract, fromBlock)];
    const worse = [...worsened(first.proofs, proofs), ...lost(first.logs, logs)].map((what) => `${when}: ${what}`);
    say(
      `${when}: ${proofs.size} proofs, ${logs.size} logs, ${worse.length === 0 ? 'as before' : `${worse.length} worse`}`,
    );
    return { when, proofs: proofs.size, logs: logs.size, worse };
  };
  const there = await stage.forward();
  say(`upgraded to ${there.to}: ${there.changed.length} slots changed`);
  const upgraded = await look('after the upgrade');
  const back = await stage.back(implementation);
  say(`rolled back to ${back.to}: ${back.changed.length} slots changed`);
  return { looks: [upgraded, await look('after the rollback')], upgrades: [there, back] };
}

/** Slots that an upgrade changed and was not to, or did not change and was to. */
export function undeclared({ to, changed, declared }: RehearsedUpgrade): string[] {
  const more = changed
    .filter((slot) => !declared.includes(slot))
    .map((slot) => `upgrade to ${to} changed slot ${slot}`);
  const less = declared.filter((slot) => !changed.includes(slot)).map((slot) => `upgrade to ${to} left slot ${slot}`);
  return [...more, ...less];
}
