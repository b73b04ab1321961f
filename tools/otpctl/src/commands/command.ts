import type { Exit } from '../errors.js';
import type { Settings } from '../settings.js';
import type { Terminal } from '../terminal.js';

/** What every command works with. */
export interface Context {
  readonly settings: Settings;
  readonly terminal: Terminal;
}

/** A command: arguments and options in, exit code out. */
export type Run<O> = (context: Context, options: O) => Promise<Exit>;
