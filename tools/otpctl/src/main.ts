import { OtpError } from '@otp-notary/errors';
import { BundleInvalid, ChainUnreachable } from '@otp-notary/proof';
import { Refused, ServiceUnreachable } from '@otp-notary/sdk';
import { CommanderError } from 'commander';
import { DatabaseUnreachable, exits, NodeUnreachable, NotSo, UsageError, type Exit } from './errors.js';
import { program } from './program.js';
import { printable, Terminal } from './terminal.js';

const terminal = Terminal.ofProcess();

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exits.ok);
  throw error;
});

try {
  await program(terminal, (exit) => (process.exitCode = exit)).parseAsync();
} catch (error) {
  process.exitCode = exitFor(error);
}

/** Says what went wrong in one line; nothing of it was sent by the user as a secret. */
function exitFor(error: unknown): Exit {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.ok : exits.usage;
  if (error instanceof UsageError) return say(exits.usage, error.message);
  if (error instanceof ChainUnreachable) {
    return say(
      exits.unknown,
      `the chain could not be asked, so nothing is known about the proof: ${error.detail ?? ''}`,
    );
  }
  if (error instanceof NodeUnreachable || error instanceof DatabaseUnreachable)
    return say(exits.unknown, error.message);
  if (error instanceof NotSo) return say(exits.refused, error.message);
  if (error instanceof ServiceUnreachable) return say(exits.unknown, error.message);
  if (error instanceof Refused || error instanceof BundleInvalid) return say(exits.refused, described(error));
  throw error;
}

function described(error: OtpError): string {
  return error.detail === undefined ? error.message : `${error.message}: ${error.detail}`;
}

function say(exit: Exit, text: string): Exit {
  terminal.note(`otpctl: ${printable(text)}`);
  return exit;
}
