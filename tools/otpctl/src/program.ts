import { Command, Option } from 'commander';
import { addChainCommands } from './chain-program.js';
import type { Context, Run } from './commands/command.js';
import { doctor, type DoctorOptions } from './commands/doctor.js';
import { fsckLog, type FsckCommandOptions } from './commands/fsck.js';
import { issue, type IssueOptions } from './commands/issue.js';
import { logCheckpoint, type LogCheckpointOptions } from './commands/log-checkpoint.js';
import { proofCheck, type ProofCheckOptions } from './commands/proof-check.js';
import { proofGet, type ProofGetOptions } from './commands/proof-get.js';
import { receiptCheck, type ReceiptCheckOptions } from './commands/receipt-check.js';
import { verify, type VerifyOptions } from './commands/verify.js';
import type { Exit } from './errors.js';
import { collectPair, wholeNumber } from './input.js';
import { flags, Settings, variableOf, type Setting } from './settings.js';
import type { Terminal } from './terminal.js';

const EXITS = `
Exit codes: 0 good · 1 refused or false · 2 called wrongly · 3 somebody did not answer, nothing is known`;

/** The commands of otpctl. `ended` gets the exit code of the one that ran. */
export function program(terminal: Terminal, ended: (exit: Exit) => void): Command {
  const root = new Command('otpctl')
    .description('One-time codes and their proofs: issue, verify, check, diagnose')
    .version('0.1.0')
    .addHelpText('after', EXITS)
    .configureHelp({ showGlobalOptions: true })
    .option('--profile <file>', 'profile (env: OTPCTL_PROFILE; else .data/otpctl.json here or above)');
  for (const [setting, flag] of Object.entries(flags) as [Setting, string][]) {
    root.addOption(new Option(flag, `env: ${variableOf(setting)}`));
  }
  // Inherited by commands that are added from here on.
  root.exitOverride();

  /** Gives a command its context, with what the flags of the whole line say. */
  function runs<O>(run: Run<O>, names: readonly string[]): (...given: unknown[]) => Promise<void> {
    return async (...given) => {
      const command = given.at(-1);
      if (!(command instanceof Command)) throw new TypeError('commander calls with the command last');
      const options = command.optsWithGlobals<Record<string, string | undefined>>();
      const named = Object.fromEntries(names.map((name, i) => [name, given[i]]));
      const context: Context = { terminal, settings: Settings.read(byName(options), process.env, process.cwd()) };
      ended(await run(context, { ...options, ...named } as O));
    };
  }

  root
    .command('issue')
    .description('Issue a code')
    .requiredOption('--subject <reference>', 'whom it is for: opaque text')
    .requiredOption('--purpose <name>', 'what it is for; it verifies for nothing else')
    .addOption(new Option('--channel <name>').choices(['response', 'smtp']).default('response'))
    .option('--destination <address>', 'where it goes, for smtp')
    .option('--context <name=value>', 'transaction detail it is bound to; may be given several times', collectPair)
    .addOption(new Option('--alphabet <name>').choices(['digits', 'crockford']))
    .option('--length <number>', 'characters', wholeNumber)
    .option('--life <seconds>', 'seconds it lives', wholeNumber)
    .option('--idempotency-key <key>', 'same key, same request')
    .option('--json', 'answer as JSON')
    .action(runs<IssueOptions>(issue, []));
  root
    .command('verify <challenge_id>')
    .description('Answer a challenge; without --code the code is read from standard input')
    .option('--code <code>', 'the code; other users of this machine may see it in the process list')
    .requiredOption('--purpose <name>', 'what it was issued for')
    .option('--context <name=value>', 'transaction detail it was bound to', collectPair)
    .option('--idempotency-key <key>', 'same key, same request')
    .option('--json', 'answer as JSON')
    .action(runs<VerifyOptions>(verify, ['challengeId']));

  const proof = root.command('proof').description('Proofs of codes');
  proof
    .command('get <id>')
    .description('Get the proof file of a challenge')
    .option('-o, --output <file>', 'where to write it; standard output unless given')
    .option('--disclose <fields>', 'fields it makes readable, comma-separated; empty for none')
    .option('--wait <seconds>', 'wait until it is there', wholeNumber)
    .option('--settled', 'with --wait: until its batch is settled')
    .action(runs<ProofGetOptions>(proofGet, ['id']));
  proof
    .command('check <files...>')
    .description('Check a proof file against the chain; - reads standard input')
    .option('--origin <name>', 'the log that it must be of')
    .option('--rules-hash <hash>', 'code hash of the implementation that must be in force')
    .option('--complete', 'accept only a proof of which nothing stands out')
    .option('--json', 'report as JSON')
    .action(runs<ProofCheckOptions>(proofCheck, ['files']));

  const log = root.command('log').description('The log');
  log
    .command('checkpoint')
    .description('Get the newest checkpoint; check its signature, and that it extends the last one seen')
    .option('--vkey <key>', 'the key that must have signed it; the one seen first unless given')
    .option('--state <file>', 'where what was seen is kept (env: OTPCTL_STATE)')
    .option('--json', 'answer as JSON')
    .action(runs<LogCheckpointOptions>(logCheckpoint, []));

  const receipt = root.command('receipt').description('Receipts of verifications');
  receipt
    .command('check <receipt>')
    .description('Check a receipt (itself, a file, or - for standard input)')
    .option('--keys <file>', 'JWKS of the verifier; asked for unless given')
    .option('--proof <file>', 'proof file to hold it against')
    .option('--json', 'answer as JSON')
    .action(runs<ReceiptCheckOptions>(receiptCheck, ['receipt']));

  addChainCommands(root, runs);

  root
    .command('fsck')
    .description('Re-read everything of a log: database, signed state and chain; name the first bad leaf')
    .option('--database-url-file <file>', 'URL that may read the database of audit (env: OTPCTL_AUDIT_DATABASE_URL)')
    .option('--vkey <key>', "the log's key; asked for unless given, and held against the contract")
    .option('--signed-state <file>', 'the file that audit keeps outside of its database')
    .option('--no-signed-state', 'do without')
    .option('--no-chain', 'do without the contract')
    .option('--json', 'report as JSON')
    .action(runs<FsckCommandOptions>(fsckLog, []));

  root
    .command('doctor')
    .description('Look at everything otpctl works with, and say what to do')
    .option('--json', 'findings as JSON')
    .action(runs<DoctorOptions>(doctor, []));
  return root;
}

/** Flags by the name of their setting, from commander's names for them. */
function byName(options: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const given: Record<string, string | undefined> = { profile: options['profile'] };
  for (const [setting, flag] of Object.entries(flags)) given[setting] = options[new Option(flag).attributeName()];
  return given;
}
