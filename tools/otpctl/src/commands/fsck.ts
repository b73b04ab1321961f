import { fsck, parseSignedState, type FsckOptions, type FsckReport, type SignedState } from '@otp-notary/fsck';
import { NoteInvalid, parseVkey } from '@otp-notary/merkle';
import { rpcChain } from '@otp-notary/proof';
import { readFileSync } from 'node:fs';
import type { Address } from 'viem';
import { exits, UsageError, type Exit } from '../errors.js';
import type { Settings } from '../settings.js';
import type { Context, Run } from './command.js';
import { AuditDatabase } from './fsck/audit-database.js';
import { Progress, showFsck } from './fsck/view.js';

export interface FsckCommandOptions {
  readonly databaseUrlFile?: string;
  readonly vkey?: string;
  /** A file; false when it is left out on purpose. */
  readonly signedState?: string | false;
  readonly chain: boolean;
  readonly json?: boolean;
}

/**
 * Re-reads a whole log as it is stored, and what is kept of it elsewhere. Needs a connection that may read the database
 * of audit; it changes nothing there.
 */
export const fsckLog: Run<FsckCommandOptions> = async (context, options) => {
  const { settings, terminal } = context;
  const database = new AuditDatabase(databaseUrl(options.databaseUrlFile, process.env));
  const vkey = await vkeyOf(context, options);
  const signedState = signedStateOf(options, parseVkey(vkey).name);
  const progress = new Progress(terminal);
  const begun = performance.now();
  let report: FsckReport;
  try {
    report = await fsck(() => database.open(), {
      vkey,
      ...(signedState === null ? {} : { signedState }),
      ...contractOf(settings, options.chain),
      onStep: (step) => progress.show(step),
    });
  } catch (error) {
    throw AuditDatabase.explained(error);
  } finally {
    progress.end();
    await database.close();
  }
  const told = { ...report, seconds: (performance.now() - begun) / 1000, signedState: signedState?.size ?? null };
  if (options.json) terminal.json(told);
  else showFsck(terminal, told);
  return exitFor(report);
};

function exitFor({ findings }: FsckReport): Exit {
  return findings.length === 0 ? exits.ok : exits.refused;
}

/** The URL holds a password: it never comes as an argument, which other users of the machine can see. @throws UsageError */
function databaseUrl(file: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = file === undefined ? env['OTPCTL_AUDIT_DATABASE_URL'] : read(file).trim();
  if (given === undefined || given === '') {
    throw new UsageError('give --database-url-file <file> or set OTPCTL_AUDIT_DATABASE_URL');
  }
  if (!/^postgres(ql)?:\/\//.test(given)) throw new UsageError('the database URL is not postgres://…');
  return given;
}

/** The contract pins the key: who gives none here gets it from the log's API, and the contract decides. @throws UsageError */
async function vkeyOf({ settings }: Context, { vkey, chain }: FsckCommandOptions): Promise<string> {
  if (vkey === undefined && !chain) throw new UsageError('give --vkey <key>: without the chain nothing pins the key');
  const given = vkey ?? (await settings.client('audit:read').log()).vkey;
  try {
    parseVkey(given);
    return given;
  } catch (error) {
    if (error instanceof NoteInvalid) throw new UsageError(`${given} is not a verifier key`);
    throw error;
  }
}

/** @throws UsageError */
function signedStateOf({ signedState }: FsckCommandOptions, origin: string): SignedState | null {
  if (signedState === false) return null;
  if (signedState === undefined) {
    throw new UsageError('give --signed-state <file>, the file OTP_SIGNED_STATE_PATH of audit, or --no-signed-state');
  }
  const state = parseSignedState(read(signedState));
  if (state === null) throw new UsageError(`${signedState} is not a signed state file`);
  if (state.origin !== origin) throw new UsageError(`${signedState} is of the log ${state.origin}, not ${origin}`);
  return state;
}

function contractOf(settings: Settings, isAsked: boolean): Pick<FsckOptions, 'contract'> {
  if (!isAsked) return {};
  const address = settings.need('contract').toLowerCase() as Address;
  return { contract: { chain: rpcChain(settings.need('rpc_url')), address } };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}
