import type { Finding, FsckReport } from '@otp-notary/fsck';
import type { Terminal } from '../../terminal.js';
import { printable } from '../../terminal.js';

const SHOW_EVERY_MS = 200;
const MOST_FINDINGS = 20;

const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** How far a check is, on one line of a terminal; says nothing to a file or a program. */
export class Progress {
  readonly #begun = performance.now();
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly terminal: Terminal) {}

  show({ read, size }: { readonly read: number; readonly size: number }): void {
    const now = performance.now();
    if (now - this.#shownAt < SHOW_EVERY_MS || size === 0) return;
    this.#shownAt = now;
    const rate = (read / (now - this.#begun)) * 1000;
    const left = Math.ceil((size - read) / rate);
    const percent = Math.floor((read / size) * 100);
    this.terminal.status(`${percent} %  ${count(read)} of ${count(size)} leaves  ${count(rate)}/s  ${left} s left`);
  }

  end(): void {
    this.terminal.status('');
  }
}

export function showFsck(
  terminal: Terminal,
  report: FsckReport & { readonly seconds: number; readonly signedState: number | null },
): void {
  const { origin, size, read, findings, anchors, seconds, signedState } = report;
  terminal.fields([
    ['log', origin],
    ['leaves', read === size ? count(size) : `${count(read)} of ${count(size)}, up to the first finding`],
    ['signed state', signedState === null ? 'not checked' : `${count(signedState)} leaves`],
    ['contract', anchors === null ? 'not checked' : `${count(anchors)} anchors`],
    ['took', `${seconds.toFixed(1)} s, ${count(read / seconds)} leaves/s`],
  ]);
  terminal.line();
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    terminal.line(`  ${terminal.tone('red', '✗')} ${placeOf(finding)}  ${printable(finding.what)} [${finding.kind}]`);
  }
  if (findings.length > MOST_FINDINGS) terminal.line(`  and ${findings.length - MOST_FINDINGS} more`);
  const [first] = findings;
  if (first === undefined) terminal.line(terminal.tone('green', 'UNTOUCHED'));
  else
    terminal.line(
      `${terminal.tone('red', 'TAMPERED')}: first bad ${placeOf(first)}; see docs/runbooks/log-tampering.md`,
    );
}

function placeOf({ index, below = index + 1 }: Finding): string {
  return below === index + 1 ? `leaf ${index}` : `leaf in ${index}–${below - 1}`;
}
