import type { WriteStream } from 'node:tty';

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Tone = keyof typeof codes;

/** Control and formatting characters: what comes from files and services must not drive a terminal. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Where a command writes. Colours only for people at a terminal (https://no-color.org). */
export class Terminal {
  constructor(
    private readonly out: NodeJS.WritableStream,
    private readonly err: NodeJS.WritableStream,
    private readonly isColoured: boolean,
  ) {}

  static ofProcess(): Terminal {
    const { stdout, stderr, env } = process;
    return new Terminal(stdout, stderr, isTty(stdout) && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb');
  }

  line(text = ''): void {
    this.out.write(`${text}\n`);
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array | string): void {
    this.out.write(bytes);
  }

  json(value: unknown): void {
    this.out.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** To the error stream. */
  note(text: string): void {
    this.err.write(`${text}\n`);
  }

  /** Replaces the last line of the error stream, when that is a terminal; empty text takes it away. */
  status(text: string): void {
    if (isTty(this.err)) this.err.write(`\r\u001B[2K${text}`);
  }

  tone(tone: Tone, text: string): string {
    return this.isColoured ? `\u001B[${codes[tone]}m${text}\u001B[0m` : text;
  }

  /** Names and values, the values in one column. */
  fields(entries: readonly (readonly [name: string, value: string])[]): void {
    const width = Math.max(...entries.map(([name]) => name.length));
    for (const [name, value] of entries) this.line(`${this.tone('dim', name.padEnd(width))}  ${printable(value)}`);
  }
}

function isTty(stream: NodeJS.WritableStream): stream is WriteStream {
  return 'isTTY' in stream && stream.isTTY === true;
}

/** Text that cannot move the cursor, change colours or turn the reading direction. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, '\uFFFD');
}
