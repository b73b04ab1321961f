import {
  accessReview as reviewAccess,
  minimums,
  type AccessReview,
  type AccessRow,
} from '@otp-notary/contracts/governance';
import { getAddress, isAddress, type Address } from 'viem';
import { exits, UsageError } from '../../errors.js';
import { readJsonIfThere } from '../../input.js';
import { printable, type Terminal } from '../../terminal.js';
import type { Run } from '../command.js';
import { contractOf, withNode } from './node.js';

export interface AccessReviewOptions {
  readonly accounts?: string;
  readonly minimums: 'production' | 'development';
  readonly fromBlock?: number;
  readonly json?: boolean;
}

/** Who can do what on the contract, held against the declared table: any difference ends with 1. */
export const accessReview: Run<AccessReviewOptions> = async ({ settings, terminal }, options) => {
  const contract = contractOf(settings);
  const accounts = options.accounts === undefined ? {} : readAccounts(options.accounts);
  const review = await withNode(settings, ({ reader }) =>
    reviewAccess(reader, contract, {
      minimums: minimums[options.minimums],
      accounts,
      fromBlock: BigInt(options.fromBlock ?? 0),
    }),
  );
  if (options.json) terminal.json({ contract, ...review });
  else show(terminal, contract, review);
  return review.agrees ? exits.ok : exits.refused;
};

function show(terminal: Terminal, contract: Address, { facts, rows, agrees }: AccessReview): void {
  terminal.line(terminal.tone('bold', `Access to ${contract}`));
  terminal.line(`rules ${facts.implementation}, code hash ${facts.implementationCodeHash}`);
  if (facts.isPaused) terminal.line(terminal.tone('yellow', 'paused'));
  let on = '';
  for (const row of rows) {
    if (row.on !== on) terminal.line(`\n${terminal.tone('bold', row.on)}`);
    on = row.on;
    showRow(terminal, row);
  }
  const wrong = rows.filter((row) => !row.agrees).length;
  terminal.line(
    agrees
      ? `\n${terminal.tone('green', 'AS DECLARED')}`
      : `\n${terminal.tone('red', 'DIFFERS')}: ${wrong} of ${rows.length} rights`,
  );
}

function showRow(terminal: Terminal, { right, holds, declared, agrees }: AccessRow): void {
  const mark = agrees ? terminal.tone('green', '✓') : terminal.tone('red', '✗');
  const held = holds.length === 0 ? 'none' : holds.join(', ');
  const difference = agrees ? '' : `  (declared: ${declared.length === 0 ? 'none' : declared.join(', ')})`;
  terminal.line(`  ${mark} ${right.padEnd(28)}  ${printable(held)}${printable(difference)}`);
}

/** A JSON object of names of the table and their addresses. @throws UsageError */
function readAccounts(path: string): Record<string, Address> {
  const json = readJsonIfThere(path);
  if (typeof json !== 'object' || json === null) throw new UsageError(`${path} holds no names with addresses`);
  return Object.fromEntries(
    Object.entries(json).map(([name, account]) => {
      if (typeof account !== 'string' || !isAddress(account)) throw new UsageError(`${path}: ${name} is no address`);
      return [name, getAddress(account)];
    }),
  );
}
