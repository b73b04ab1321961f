import { Option, type Command } from 'commander';
import { accessReview, type AccessReviewOptions } from './commands/chain/access-review.js';
import { approve, cancel, execute, type DecideOptions } from './commands/chain/decide.js';
import { deploy, type DeployOptions } from './commands/chain/deploy.js';
import { pause, type PauseOptions } from './commands/chain/pause.js';
import { propose, type ProposeOptions } from './commands/chain/propose.js';
import { upgrade, type UpgradeOptions } from './commands/chain/upgrade.js';
import { wishes } from './commands/chain/wishes.js';
import type { Run } from './commands/command.js';
import { wholeNumber } from './input.js';

/** Gives a command its context. */
export type Runs = <O>(run: Run<O>, names: readonly string[]) => (...given: unknown[]) => Promise<void>;

const KEY_FILE = '--key-file <file>';
const KEY_FILE_SAYS = 'file with the private key of the account: 0x and 64 hex digits';
const FROM_BLOCK = '--from-block <number>';
const FROM_BLOCK_SAYS = 'a block not after the deployment, for nodes that keep no older events';

/** `otpctl chain …`: who can do what on the contract, and how that is changed. */
export function addChainCommands(root: Command, runs: Runs): void {
  const chain = root.command('chain').description('The contract and its governance');
  chain
    .command('deploy <plan>')
    .description('Deploy the contract under Safe and timelock, from a plan in JSON (docs/governance.md)')
    .requiredOption(KEY_FILE, KEY_FILE_SAYS)
    .addOption(minimumsOption())
    .option('--json', 'addresses as JSON')
    .action(runs<DeployOptions>(deploy, ['plan']));
  chain
    .command('access-review')
    .description('Who can do what on the contract, held against the declared table')
    .option('--accounts <file>', 'JSON of names of the table and their addresses; without it the structure is compared')
    .addOption(minimumsOption())
    .option(FROM_BLOCK, FROM_BLOCK_SAYS, wholeNumber)
    .option('--json', 'review as JSON')
    .action(runs<AccessReviewOptions>(accessReview, []));
  chain
    .command('propose <what> [given...]')
    .description(`Write a proposal for the owners of the Safe to sign: ${wishList()}`)
    .option('-o, --output <file>', 'where to write it')
    .option('--title <text>', 'what people call it')
    .option('--proven-codes <address>', 'the contract that proves codes')
    .option(FROM_BLOCK, FROM_BLOCK_SAYS, wholeNumber)
    .option('--dry-run', 'show what it would do, write nothing')
    .action(runs<ProposeOptions>(propose, ['what', 'given']));
  for (const [name, run, says] of [
    ['approve', approve, 'Sign a proposal as an owner of the Safe'],
    ['execute', execute, 'Schedule a proposal that is signed, or run it when it is due'],
    ['cancel', cancel, 'Cancel a proposal that was scheduled, as the canceller'],
  ] as const) {
    chain
      .command(`${name} <file>`)
      .description(`${says}; shows first what it does`)
      .option(KEY_FILE, KEY_FILE_SAYS)
      .option('--blind', 'even when it is not understood or would be refused now')
      .option('--dry-run', 'show what it does and where it stands, sign and send nothing')
      .action(runs<DecideOptions>(run, ['file']));
  }
  chain
    .command('pause')
    .description('Pause the contract as the guardian, at once')
    .requiredOption(KEY_FILE, KEY_FILE_SAYS)
    .action(runs<PauseOptions>(pause, []));
  chain
    .command('upgrade')
    .description(
      'Rehearse an upgrade and its rollback on a development node, with proofs checked before, after and after that',
    )
    .option('--rehearse', 'the only way to call this; a real upgrade is proposed')
    .option('--proofs <directory>', 'proof files of the contract')
    .option('--move-time', 'let the chain’s time jump over the timelock’s delay')
    .option(FROM_BLOCK, FROM_BLOCK_SAYS, wholeNumber)
    .option('--json', 'report as JSON')
    .action(runs<UpgradeOptions>(upgrade, []));
}

function minimumsOption(): Option {
  return new Option('--minimums <set>', 'delays that must be kept')
    .choices(['production', 'development'])
    .default('production');
}

function wishList(): string {
  const list = Object.entries(wishes).map(([name, { takes }]) => [name, ...takes.map((part) => `<${part}>`)].join(' '));
  return list.join(' | ');
}
